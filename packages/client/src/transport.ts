import { attempt } from "./attempt.ts";
import type { Attempt } from "./attempt-record.ts";
import type { PreparedRequest } from "./build-request.ts";
import { classifyFailure } from "./classify-failure.ts";
import { createError } from "./errors/flex-error.ts";
import type { CallInfo, FlexEvent } from "./events.ts";
import type { Answer, Failure, Outcome } from "./outcome.ts";
import type { RetryContext } from "./options.ts";
import { parseRetryAfterMs } from "./retry-after-ms.ts";
import { parseRetryAfter } from "./retry-after.ts";
import { decideRetry, isRetryable } from "./retry.ts";
import type { RetryDecision } from "./retry.ts";
import type { CallSettings, ClientSettings } from "./settings.ts";
import type { AbortSignalLike } from "./web.ts";
import { within } from "./within.ts";

/** One call: a request, how to send it and how to read what comes back. */
export interface Call {
  readonly info: CallInfo;
  readonly client: ClientSettings;
  readonly settings: CallSettings;
  readonly request: PreparedRequest;
  readonly signal: AbortSignalLike | undefined;
  readonly startedMs: number;
  interpret(answer: Answer): Outcome;
  emit(kind: FlexEvent["kind"], details: () => object): void;
}

/** What became of a call, whatever it was. */
export interface Sent {
  readonly outcome: Outcome;
  /** The last answer, if one came. */
  readonly answer: Answer | undefined;
  readonly attempts: readonly Attempt[];
}

/** Sends a request until it succeeds, cannot be helped, or nothing is left to spend on it. */
export async function send(call: Call): Promise<Sent> {
  const { client, settings, signal, info } = call;
  const { clock, authorizer } = client;
  const attempts: Attempt[] = [];
  let refreshed = false;
  for (let number = 1; ; number++) {
    const startedMs = clock.monotonicMs();
    const remainingMs = call.startedMs + settings.deadlineMs - startedMs;
    const last = remainingMs <= settings.timeoutMs;
    call.emit("attempt", () => ({ number }));
    let authorization = "";
    let answer: Answer | undefined;
    const ended = await within(
      { timeoutMs: Math.min(settings.timeoutMs, remainingMs), signal, clock },
      async (scope): Promise<Outcome> => {
        const value = authorizer.authorization();
        authorization = typeof value === "string" ? value : await value;
        const result = await attempt(call.request, authorization, settings, scope);
        if ("kind" in result) return result;
        answer = result;
        return call.interpret(result);
      },
    ).catch(classifyFailure);
    const outcome: Outcome =
      ended.kind === "timeout"
        ? {
            kind: "timeout",
            reason: last
              ? `the deadline of ${settings.deadlineMs} ms is over`
              : `no whole answer within ${settings.timeoutMs} ms`,
          }
        : ended.kind === "abort"
          ? { ...ended, reason: "aborted by the caller" }
          : ended;
    const nowMs = clock.monotonicMs();
    const status = answer === undefined ? {} : { status: answer.status };
    const record: Attempt = {
      kind: outcome.kind,
      reason: wordFor(outcome, answer),
      ...status,
      elapsedMs: nowMs - startedMs,
    };
    attempts.push(record);
    call.emit("response", () => ({ number, attempt: record, answer }));
    if (outcome.kind === "success") {
      client.budget.earn();
      return { outcome, answer, attempts };
    }
    if (answer?.status === 401 && !refreshed && authorizer.refresh(authorization)) {
      refreshed = true;
      continue;
    }
    const decision = decide(
      call,
      outcome,
      answer,
      number,
      call.startedMs + settings.deadlineMs - nowMs,
    );
    if (decision.kind === "stop") {
      return { outcome: explainStop(outcome, decision), answer, attempts };
    }
    client.budget.spend();
    call.emit("retry", () => ({ number, attempt: record, waitMs: decision.waitMs }));
    const pause = await within(
      { timeoutMs: decision.waitMs, signal, clock },
      async () => new Promise<never>(() => undefined),
    );
    if (pause.kind === "abort") {
      return { outcome: { ...pause, reason: "aborted by the caller" }, answer, attempts };
    }
  }
  void info;
}

function wordFor(outcome: Outcome, answer: Answer | undefined): string {
  if (outcome.kind === "http" || outcome.kind === "success") return String(answer?.status);
  return outcome.word ?? outcome.kind;
}

function decide(
  call: Call,
  outcome: Failure,
  answer: Answer | undefined,
  attemptNumber: number,
  remainingMs: number,
): RetryDecision {
  const { client, settings, request } = call;
  const failure = {
    method: request.method,
    kind: outcome.kind,
    status: answer?.status,
    transient: outcome.transient,
  };
  const context = (): RetryContext => ({
    error: createError(outcome.kind, { ...outcome, status: answer?.status ?? 0 }),
    attempt: attemptNumber,
    retryable: isRetryable(failure),
  });
  return decideRetry({
    ...failure,
    attempt: attemptNumber,
    retryAfterMs:
      answer === undefined
        ? undefined
        : (parseRetryAfterMs(answer.headers) ??
          parseRetryAfter(answer.headers.get("retry-after"), client.clock.wallMs())),
    remainingMs,
    maxRetries: settings.maxRetries,
    backoff: client.backoff,
    budgetAllows: client.budget.allows(),
    random: client.random(),
    verdict: settings.shouldRetry?.(context()),
  });
}

function explainStop(
  outcome: Failure,
  decision: Extract<RetryDecision, { kind: "stop" }>,
): Failure {
  if (decision.reason === "deadline") {
    return {
      ...outcome,
      note: `not repeated: the wait of ${Math.ceil(decision.waitMs ?? 0)} ms is longer than what is left until the deadline`,
    };
  }
  return decision.reason === "budget"
    ? { ...outcome, note: "not repeated: the retry budget is spent" }
    : outcome;
}
