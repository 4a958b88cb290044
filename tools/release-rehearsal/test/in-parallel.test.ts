import { expect, test } from "vitest";
import { inParallel } from "../src/in-parallel.ts";

test("results come in the order of the items, whatever ends first", async () => {
  const first = Promise.withResolvers<void>();
  const results = await inParallel(["a", "b"], 2, async (item) => {
    if (item === "a") await first.promise;
    else first.resolve();
    return item.toUpperCase();
  });
  expect(results).toEqual(["A", "B"]);
});

test("never more run than allowed", async () => {
  let running = 0;
  let most = 0;
  await inParallel([1, 2, 3, 4, 5], 2, async () => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
  });
  expect(most).toBe(2);
});

test("the first failure fails all", async () => {
  const failing = inParallel([1], 2, async () => {
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
});
