import { expect, test } from "vitest";
import { createManualClock } from "../../src/testing.ts";

test("timers run in order of time, each at its own moment", async () => {
  const clock = createManualClock(1_000);
  const seen: (readonly [string, number])[] = [];
  const note = (name: string) => (): void => void seen.push([name, clock.wallMs()]);
  clock.setTimeout(note("late"), 30);
  clock.setTimeout(note("early"), 10);
  clock.setTimeout(note("second early"), 10);
  clock.clearTimeout(clock.setTimeout(note("cleared"), 20));
  clock.setTimeout(note("never"), 41);
  await clock.advance(40);
  expect(seen).toEqual([
    ["early", 1_010],
    ["second early", 1_010],
    ["late", 1_030],
  ]);
  expect(clock.monotonicMs()).toBe(40);
  expect(clock.waiting).toBe(1);
});

test("a timer that another one sets runs within the same advance", async () => {
  const clock = createManualClock();
  const pause = (delayMs: number): Promise<void> =>
    new Promise((resolve) => {
      clock.setTimeout(resolve, delayMs);
    });
  const run = async (): Promise<number> => {
    for (let step = 0; step < 5; step += 1) await pause(10);
    return clock.monotonicMs();
  };
  const pending = run();
  await clock.advance(100);
  expect(await pending).toBe(50);
});
