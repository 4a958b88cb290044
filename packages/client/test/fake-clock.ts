import type { Clock } from "../src/index.ts";

/** A clock that stands still until it is told to go on. */
export interface FakeClock extends Clock {
  /** Timers that are set and have not run. */
  readonly pending: number;
  /** Lets the time pass that the next timer waits for; false if there is none. */
  advance(): boolean;
  /** The delays of all timers that were ever set, in order. */
  readonly delays: readonly number[];
}

export function createFakeClock(wallMs: number = Date.UTC(2026, 0, 1)): FakeClock {
  let nowMs = 0;
  let handles = 0;
  const timers = new Map<number, { readonly atMs: number; readonly callback: () => void }>();
  const delays: number[] = [];
  return {
    delays,
    get pending() {
      return timers.size;
    },
    monotonicMs: () => nowMs,
    wallMs: () => wallMs + nowMs,
    setTimeout: (callback, delayMs) => {
      delays.push(delayMs);
      timers.set(++handles, { atMs: nowMs + delayMs, callback });
      return handles;
    },
    clearTimeout: (handle) => {
      timers.delete(Number(handle));
    },
    advance: () => {
      const [next] = [...timers].toSorted(([, a], [, b]) => a.atMs - b.atMs);
      if (!next) return false;
      const [handle, { atMs, callback }] = next;
      timers.delete(handle);
      nowMs = Math.max(nowMs, atMs);
      callback();
      return true;
    },
  };
}

/** Runs something on a clock that goes on whenever nothing else can happen. */
export async function run<T>(clock: FakeClock, work: Promise<T>): Promise<T> {
  const state = { settled: false };
  const settle = (): void => {
    state.settled = true;
  };
  work.then(settle, settle);
  while (!state.settled) {
    // Everything that can happen without time passing happens first.
    await new Promise((resolve) => setImmediate(resolve));
    if (!state.settled) clock.advance();
  }
  return work;
}
