/** What one finished request tells about the load. */
export interface LoadSignal {
  /** The service answered 429, if only to an attempt that was repeated. */
  readonly throttled: boolean;
  /** `Twilio-Concurrent-Requests`: how many requests of the account were in flight. */
  readonly accountRequests: number | undefined;
}

export interface ConcurrencyBounds {
  /** @default 4 */
  readonly initial?: number | undefined;
  /** @default 32 */
  readonly max?: number | undefined;
}

/** How many requests may be in flight. */
export interface Concurrency {
  readonly limit: number;
  /** To be given to `settle`: tells requests that began before a decrease from later ones. */
  readonly epoch: number;
  settle(signal: LoadSignal, epoch: number): void;
}

/**
 * Additive increase, multiplicative decrease (RFC 5681 §3.1 has it for TCP): a full round of
 * successes earns one more place, a 429 halves the places. The requests of a round fail together, so
 * those that began before a decrease do not decrease again. The account's load at a 429 is taken for
 * its ceiling, and no place is earned while others come near it.
 */
export function createConcurrency({ initial = 4, max = 32 }: ConcurrencyBounds): Concurrency {
  let places = Math.min(initial, max);
  let epoch = 0;
  let ceiling = Infinity;
  return {
    get limit() {
      return Math.floor(places);
    },
    get epoch() {
      return epoch;
    },
    settle: ({ throttled, accountRequests }, began) => {
      if (throttled) {
        ceiling = accountRequests ?? ceiling;
        if (began < epoch) return;
        epoch += 1;
        places = Math.max(1, places / 2);
      } else if ((accountRequests ?? 0) < ceiling - 1) {
        places = Math.min(max, places + 1 / places);
      }
    },
  };
}
