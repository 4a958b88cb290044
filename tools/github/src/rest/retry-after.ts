/** An attempt that failed, as far as a decision to repeat it needs. */
export interface FailedAttempt {
  readonly method: string;
  /** From 1. */
  readonly attempt: number;
  /** Status of the answer; nothing where none came. */
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  /** Milliseconds since the epoch, for `x-ratelimit-reset`. */
  readonly nowMs: number;
}

const MOST_ATTEMPTS = 4;
const MOST_WAIT_MS = 60_000;
/** Methods that may be repeated although the first may have been carried out (RFC 9110 §9.2.2). */
const IDEMPOTENT = new Set(["GET", "HEAD", "PUT", "DELETE", "PATCH"]);

/**
 * How long to wait before the next attempt; nothing: give up. A rate limit refuses before anything
 * is done, so any method is repeated after it; after a failure of the server only what is
 * idempotent, since the comment may have been written. PATCH here replaces a whole field.
 */
export function retryAfterMs(failed: FailedAttempt): number | undefined {
  const { method, attempt, status, headers, nowMs } = failed;
  if (attempt >= MOST_ATTEMPTS) return undefined;
  const limited = rateLimitMs(status, headers, nowMs, attempt);
  if (limited !== undefined) return limited <= MOST_WAIT_MS ? limited : undefined;
  if (status !== undefined && ![500, 502, 503, 504].includes(status)) return undefined;
  return IDEMPOTENT.has(method) ? 500 * 2 ** attempt : undefined;
}

/** GitHub answers 429 or 403 to both of its rate limits, with `retry-after` or the hour's end. */
function rateLimitMs(
  status: number | undefined,
  headers: FailedAttempt["headers"],
  nowMs: number,
  attempt: number,
): number | undefined {
  if (status !== 429 && status !== 403) return undefined;
  const after = Number(headers["retry-after"] ?? Number.NaN);
  if (Number.isFinite(after) && after >= 0) return after * 1000;
  const reset = Number(headers["x-ratelimit-reset"] ?? Number.NaN);
  if (String(headers["x-ratelimit-remaining"]) === "0" && Number.isFinite(reset)) {
    return Math.max(1000, reset * 1000 - nowMs);
  }
  return status === 429 ? 1000 * 2 ** attempt : undefined;
}
