import { describe, expect, test } from "vitest";
import { showProgress } from "../src/progress.ts";

const shown = (isTTY: boolean | undefined, times: readonly number[]): string => {
  let text = "";
  const clock = times.values();
  const { step, done } = showProgress(
    { ...(isTTY === undefined ? {} : { isTTY }), write: (more) => (text += more) },
    () => clock.next().value ?? 0,
  );
  step("reading");
  step("formatting");
  done();
  done();
  return text;
};

const rows = [
  {
    name: "a long run shows each step in one line and takes it away",
    isTTY: true,
    times: [0, 500, 500, 2500, 2500],
    want: "\r\u001B[K0.5 s reading …\r\u001B[K2.5 s formatting …\r\u001B[K",
  },
  { name: "a short run shows nothing", isTTY: true, times: [0, 100, 399], want: "" },
  { name: "a pipe gets nothing", isTTY: false, times: [0, 500, 500], want: "" },
  { name: "a file gets nothing", isTTY: undefined, times: [0, 500, 500], want: "" },
] as const;

describe("showProgress", () => {
  test.each(rows)("$name", ({ isTTY, times, want }) => {
    expect(shown(isTTY, times)).toBe(want);
  });
});
