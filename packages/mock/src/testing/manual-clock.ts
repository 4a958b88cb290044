/** A clock that stands still until it is told to go; it fits faults and clients. */
export interface ManualClock {
  monotonicMs(): number;
  wallMs(): number;
  setTimeout(callback: () => void, delayMs: number): unknown;
  clearTimeout(timer: unknown): void;
  /** Runs what falls due in this time, in order of time; each callback sees its own moment. */
  advance(durationMs: number): Promise<void>;
  /** How many timers are waiting. */
  readonly waiting: number;
}

interface Timer {
  readonly atMs: number;
  readonly callback: () => void;
}

/** @param startMs what `wallMs` says at first, in milliseconds since 1970-01-01T00:00:00Z */
export function createManualClock(startMs = 0): ManualClock {
  let elapsedMs = 0;
  let lastTimer = 0;
  const timers = new Map<number, Timer>();

  function nextDue(untilMs: number): readonly [id: number, timer: Timer] | undefined {
    return [...timers]
      .filter(([, { atMs }]) => atMs <= untilMs)
      .toSorted(([a, { atMs: aMs }], [b, { atMs: bMs }]) => aMs - bMs || a - b)[0];
  }

  return {
    monotonicMs: () => elapsedMs,
    wallMs: () => startMs + elapsedMs,
    setTimeout: (callback, delayMs) => {
      lastTimer += 1;
      timers.set(lastTimer, { atMs: elapsedMs + Math.max(0, delayMs), callback });
      return lastTimer;
    },
    clearTimeout: (timer) => {
      if (typeof timer === "number") timers.delete(timer);
    },
    async advance(durationMs) {
      const untilMs = elapsedMs + durationMs;
      await settle();
      for (let due = nextDue(untilMs); due !== undefined; due = nextDue(untilMs)) {
        const [id, { atMs, callback }] = due;
        timers.delete(id);
        elapsedMs = atMs;
        callback();
        await settle();
      }
      elapsedMs = untilMs;
    },
    get waiting() {
      return timers.size;
    },
  };
}

/** Lets everything that is waiting for promises, however long the chain, come to rest. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}
