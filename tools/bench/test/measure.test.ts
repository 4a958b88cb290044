import { expect, test } from "vitest";
import { measure } from "../src/measure.ts";

function contenders(log: string[]): readonly Parameters<typeof measure>[0][number][] {
  return ["a", "b"].map((name) => ({
    name,
    run: async () => {
      log.push(name);
      return { run: log.length };
    },
  }));
}

test("contenders take turns, and the first round is thrown away", async () => {
  const log: string[] = [];
  const series = await measure(contenders(log), 2);
  expect(log.join("")).toBe("ababab");
  expect(series.map(({ samples }) => samples.map((sample) => sample["run"]))).toEqual([
    [3, 5],
    [4, 6],
  ]);
});

test("what cannot vary runs once", async () => {
  const log: string[] = [];
  const series = await measure(contenders(log), 1);
  expect(log.join("")).toBe("ab");
  expect(series.map(({ samples }) => samples.length)).toEqual([1, 1]);
});
