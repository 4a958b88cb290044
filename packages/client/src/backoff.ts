/** How the waits between attempts grow. */
export interface Backoff {
  /** Upper bound of the first wait, in milliseconds. */
  readonly initialMs: number;
  /** Upper bound of every wait, in milliseconds. */
  readonly maxMs: number;
}

/**
 * Full jitter: a wait drawn evenly between nothing and a bound that doubles with every retry.
 *
 * @param retries how many retries were made already
 * @param random in [0, 1)
 */
export function backoffMs(retries: number, { initialMs, maxMs }: Backoff, random: number): number {
  return random * Math.min(maxMs, initialMs * 2 ** retries);
}
