import type { Failure } from "./outcome.ts";

/** What a decision is made from. */
export interface RetryQuestion {
  /** Is the failure worth another attempt? `isRetryable`, or the application's own judgement. */
  readonly retryable: boolean;
  /** Retries that were made already. */
  readonly retries: number;
  readonly maxRetries: number;
  /** The wait that the server asked for, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** What is left until the deadline, in milliseconds. */
  readonly remainingMs: number;
  /** The wait of the client's own, in milliseconds. */
  readonly backoffMs: number;
  readonly budgetAllows: boolean;
}

/** What follows a failed attempt; `note` says what an application could not guess. */
export type RetryDecision =
  | { readonly kind: "wait"; readonly waitMs: number }
  | { readonly kind: "stop"; readonly note?: string };

/**
 * Is a failure of a kind that a repetition may mend, and is it safe to repeat? Idempotent methods
 * are (RFC 9110 §9.2.2); a 429 is whatever the method, because Twilio did not process it.
 */
export function isRetryable(
  method: string,
  { kind, transient }: Pick<Failure, "kind" | "transient">,
  status = 0,
): boolean {
  const http = kind === "http";
  if (http && status === 429) return true;
  return (
    transient !== false &&
    /^(GET|HEAD|PUT|DELETE|OPTIONS|TRACE)$/.test(method) &&
    (http ? /^(408|50[0234])$/.test(String(status)) : /^(connection|timeout)$/.test(kind))
  );
}

/** Decides what follows a failed attempt. */
export function decideRetry(question: RetryQuestion): RetryDecision {
  const { retryable, retries, maxRetries, retryAfterMs, budgetAllows } = question;
  const waitMs = retryAfterMs ?? question.backoffMs;
  if (!retryable || retries >= maxRetries) return { kind: "stop" };
  const why =
    waitMs >= question.remainingMs
      ? `the ${retryAfterMs === undefined ? "next wait" : "wait that the server asks for"} (${Math.ceil(waitMs)} ms) ends after the deadline`
      : budgetAllows
        ? undefined
        : "the client's retry budget is spent";
  return why ? { kind: "stop", note: `not repeated: ${why}` } : { kind: "wait", waitMs };
}
