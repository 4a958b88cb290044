/** How the wait between attempts grows. */
export interface Backoff {
  /** Upper bound of the wait before the second attempt, in milliseconds. */
  readonly initialMs: number;
  /** Upper bound of any wait, in milliseconds. */
  readonly maxMs: number;
}

/** Full jitter: a wait drawn evenly from nothing to the exponential bound. `random` is in [0, 1). */
export function backoffMs(attempt: number, { initialMs, maxMs }: Backoff, random: number): number {
  return random * Math.min(maxMs, initialMs * 2 ** (attempt - 1));
}
