/** What a client may spend on retries, so that many calls do not amplify an outage. */
export interface RetryBudget {
  /** False once fewer than one retry is left. */
  allows(): boolean;
  /** Takes one retry out. */
  spend(): void;
  /** Puts a tenth of a retry back: call it when a call succeeds. */
  earn(): void;
}

/** A token bucket, full at the start. */
export function createRetryBudget(capacity: number): RetryBudget {
  let tokens = capacity;
  return {
    allows: () => tokens >= 1,
    spend: () => {
      tokens -= 1;
    },
    earn: () => {
      tokens = Math.min(capacity, tokens + 0.1);
    },
  };
}
