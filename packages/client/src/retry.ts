import { backoffMs } from "./backoff.ts";
import type { Backoff } from "./backoff.ts";
import type { FlexErrorKind } from "./errors/flex-error-base.ts";

/** What is known when an attempt has failed. */
export interface RetryQuestion {
  /** How many attempts were made; 1 after the first. */
  readonly attempt: number;
  readonly method: string;
  readonly kind: FlexErrorKind;
  readonly status?: number | undefined;
  /** False where repeating cannot help, e.g. a certificate that is not trusted. */
  readonly transient?: boolean | undefined;
  /** The wait that the server asked for, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** What is left until the deadline, in milliseconds. */
  readonly remainingMs: number;
  readonly maxRetries: number;
  readonly backoff: Backoff;
  readonly budgetAllows: boolean;
  /** In [0, 1). */
  readonly random: number;
  /** The application's own judgement, which replaces the table of what is safe to repeat. */
  readonly verdict?: boolean | undefined;
}

/** Why no further attempt is made. */
export type StopReason = "not-retryable" | "max-retries" | "budget" | "deadline";

export type RetryDecision =
  | { readonly kind: "wait"; readonly waitMs: number }
  | { readonly kind: "stop"; readonly reason: StopReason; readonly waitMs?: number };

const idempotent = /^(GET|HEAD|PUT|DELETE|OPTIONS|TRACE)$/;

/**
 * Is a failure of a kind that a repetition may mend, and is it safe to repeat? Idempotent methods
 * are (RFC 9110 §9.2.2); a 429 is whatever the method, because Twilio did not process it.
 */
export function isRetryable({
  method,
  kind,
  status = 0,
  transient = true,
}: Pick<RetryQuestion, "method" | "kind" | "status" | "transient">): boolean {
  if (kind === "http") {
    return (
      status === 429 || (idempotent.test(method) && [408, 500, 502, 503, 504].includes(status))
    );
  }
  return (kind === "connection" || kind === "timeout") && transient && idempotent.test(method);
}

/** Decides what follows a failed attempt. */
export function decideRetry(question: RetryQuestion): RetryDecision {
  const { attempt, maxRetries, remainingMs, verdict = isRetryable(question) } = question;
  const stop = (reason: StopReason): RetryDecision => ({ kind: "stop", reason });
  if (!verdict) return stop("not-retryable");
  if (attempt > maxRetries) return stop("max-retries");
  const waitMs = question.retryAfterMs ?? backoffMs(attempt, question.backoff, question.random);
  if (waitMs >= remainingMs) return { kind: "stop", reason: "deadline", waitMs };
  return question.budgetAllows ? { kind: "wait", waitMs } : stop("budget");
}
