import { describe, expect, test } from "vitest";
import { settleMany } from "../src/settle-many.ts";
import type { SettleManyOptions } from "../src/settle-many.ts";

/** Calls that end when the test says so. */
function controlled(): {
  readonly call: (input: string) => Promise<string>;
  readonly started: string[];
  readonly end: (input: string) => void;
} {
  const ends = new Map<string, (result: string) => void>();
  const started: string[] = [];
  return {
    started,
    call: (input) => {
      started.push(input);
      return new Promise((resolve) => {
        ends.set(input, resolve);
      });
    },
    end: (input) => ends.get(input)?.(input.toUpperCase()),
  };
}

function options(given: Partial<SettleManyOptions> = {}): SettleManyOptions {
  return { concurrency: 2, order: "input", signal: new AbortController().signal, ...given };
}

/** Lets all promises that can settle do so. */
const settle = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** One input, then none for ever. */
async function* slow(): AsyncGenerator<string, void> {
  yield "a";
  await new Promise(() => undefined);
}

describe("settleMany", () => {
  test.each([
    { order: "input", want: ["A", "B", "C"] },
    { order: "completion", want: ["B", "C", "A"] },
  ] as const)("yields in the order of $order", async ({ order, want }) => {
    const { call, end } = controlled();
    const seen: string[] = [];
    const run = (async () => {
      for await (const { result } of settleMany(
        ["a", "b", "c"],
        call,
        options({ order, concurrency: 3 }),
      )) {
        seen.push(result);
      }
    })();
    for (const input of ["b", "c", "a"]) {
      await settle();
      end(input);
    }
    await run;
    expect(seen).toEqual(want);
  });

  test("has no more calls in flight than it may", async () => {
    const { call, end, started } = controlled();
    const many = settleMany(["a", "b", "c"], call, options());
    const first = many.next();
    await settle();
    expect(started).toEqual(["a", "b"]);
    end("b"); // waits for a, and keeps its place
    await settle();
    expect(started).toEqual(["a", "b"]);
    end("a");
    expect((await first).value).toEqual({ input: "a", result: "A" });
  });

  test("yields results while the next input is awaited", async () => {
    const { call, end } = controlled();
    const many = settleMany(slow(), call, options());
    const first = many.next();
    await settle();
    end("a");
    expect((await first).value).toEqual({ input: "a", result: "A" });
  });

  test("reads no input after an abort, and yields what is in flight", async () => {
    const { call, end, started } = controlled();
    const controller = new AbortController();
    const many = settleMany(
      ["a", "b", "c"],
      call,
      options({ signal: controller.signal, concurrency: 1 }),
    );
    const first = many.next();
    await settle();
    controller.abort();
    end("a");
    expect((await first).value).toEqual({ input: "a", result: "A" });
    expect((await many.next()).done).toBe(true);
    expect(started).toEqual(["a"]);
  });

  test("throws what its source throws", async () => {
    const broken = (function* (): Generator<string, void> {
      yield "a";
      throw new Error("unreadable");
    })();
    const results: unknown[] = [];
    const run = async (): Promise<void> => {
      const call = (input: string): Promise<string> => Promise.resolve(input);
      for await (const { result } of settleMany(broken, call, options())) results.push(result);
    };
    await expect(run()).rejects.toThrow("unreadable");
  });
});
