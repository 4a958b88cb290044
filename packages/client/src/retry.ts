import { backoffMs } from "./backoff.ts";
import type { Backoff } from "./backoff.ts";
import type { FlexErrorKind } from "./errors/flex-error-kind.ts";

/** What failed, as far as it decides whether a repetition may mend it. */
export interface FailedAttempt {
  readonly method: string;
  readonly kind: FlexErrorKind;
  readonly status: number | undefined;
  /** False where repeating cannot help, e.g. a certificate that is not trusted. */
  readonly transient: boolean | undefined;
}

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
  readonly backoff: Backoff;
  readonly budgetAllows: boolean;
  /** In [0, 1). */
  readonly random: number;
}

/** What follows a failed attempt; `note` says what an application could not guess. */
export type RetryDecision =
  | { readonly kind: "wait"; readonly waitMs: number }
  | { readonly kind: "stop"; readonly note?: string };

/**
 * Is a failure of a kind that a repetition may mend, and is it safe to repeat? Idempotent methods
 * are (RFC 9110 §9.2.2); a 429 is whatever the method, because Twilio did not process it.
 */
export function isRetryable({ method, kind, status = 0, transient }: FailedAttempt): boolean {
  if (kind === "http" && status === 429) return true;
  if (!/^(GET|HEAD|PUT|DELETE|OPTIONS|TRACE)$/.test(method) || transient === false) return false;
  return kind === "http"
    ? [408, 500, 502, 503, 504].includes(status)
    : kind === "connection" || kind === "timeout";
}

/** Decides what follows a failed attempt. */
export function decideRetry(question: RetryQuestion): RetryDecision {
  const { retries, remainingMs, retryAfterMs } = question;
  if (!question.retryable || retries >= question.maxRetries) return { kind: "stop" };
  const waitMs = retryAfterMs ?? backoffMs(retries, question.backoff, question.random);
  if (waitMs >= remainingMs) {
    const asked =
      retryAfterMs === undefined ? "the next wait" : "the wait that the server asks for";
    return {
      kind: "stop",
      note: `not repeated: ${asked} (${Math.ceil(waitMs)} ms) ends after the deadline`,
    };
  }
  return question.budgetAllows
    ? { kind: "wait", waitMs }
    : { kind: "stop", note: "not repeated: the client's retry budget is spent" };
}
