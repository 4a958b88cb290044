/** The timers a fault waits with; a client's clock fits. */
export interface TimerClock {
  setTimeout(callback: () => void, delayMs: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** The runtime's timers, read at call time so that fake timers work. */
export const systemTimers: TimerClock = {
  setTimeout: (callback, delayMs) => setTimeout(callback, delayMs),
  clearTimeout: (timer) => {
    if (isSystemTimer(timer)) clearTimeout(timer);
  },
};

/** A number in browsers, an object in Node.js. */
function isSystemTimer(timer: unknown): timer is ReturnType<typeof setTimeout> {
  return typeof timer === "object" || typeof timer === "number";
}

/** Waits; an abort ends the wait with its reason and leaves no timer behind. */
export function wait(
  delayMs: number,
  clock: TimerClock,
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(signal.reason);
      return;
    }
    const onAbort = (): void => {
      clock.clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = clock.setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, delayMs);
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}
