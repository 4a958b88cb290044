import { attempt } from "./attempt.ts";
import type { Attempt } from "./attempt-record.ts";
import type { PreparedRequest } from "./build-request.ts";
import { classifyFailure } from "./classify-failure.ts";
import type { FlexEvent } from "./events.ts";
import type { Answer, Failure, Outcome } from "./outcome.ts";
import { parseRetryAfterMs } from "./retry-after-ms.ts";
import { parseRetryAfter } from "./retry-after.ts";
import type { Authorization } from "./credentials.ts";
import { decideRetry, isRetryable } from "./retry.ts";
import type { CallSettings, ClientSettings } from "./settings.ts";
import type { AbortSignalLike } from "./web.ts";
import { within } from "./within.ts";

/** A request, how to send it and how to read what comes back. */
export interface Dispatch {
  readonly client: ClientSettings;
  readonly settings: CallSettings;
  readonly request: PreparedRequest;
  readonly signal: AbortSignalLike | undefined;
  /** When the call began, on the client's monotonic clock. */
  readonly startedMs: number;
  interpret(answer: Answer): Outcome;
  /** Decides whether a failure is worth another attempt, given what the default is. */
  judge(failure: Failure, retryable: boolean): boolean;
  emit(kind: FlexEvent["kind"], details: () => object): void;
}

/** What was sent so far, and what came back. */
export interface Sent {
  readonly attempts: Attempt[];
  /** The answer to the last attempt, if one came. */
  answer: Answer | undefined;
  /** What was sent to authorize: to be kept out of whatever is shown. */
  readonly secrets: string[];
}

/** Sends a request until it succeeds, cannot be helped, or nothing is left to spend on it. */
export async function send(dispatch: Dispatch, sent: Sent): Promise<Outcome> {
  const { client, settings, request, signal } = dispatch;
  const { clock, authorizer } = client;
  const deadlineMs = dispatch.startedMs + settings.deadlineMs;
  let retries = 0;
  let refreshed = false;
  for (;;) {
    const number = sent.attempts.length + 1;
    const startedMs = clock.monotonicMs();
    const timeoutMs = Math.min(settings.timeoutMs, deadlineMs - startedMs);
    let authorization: Authorization | undefined;
    const ended = await within(
      { timeoutMs, signal, clock },
      async (scope): Promise<Answer | Failure> => {
        const authorized = await authorizer.authorize();
        // Given up while a provider was asked: nothing is sent.
        if (scope.signal.aborted) return { kind: "abort" };
        authorization = authorized;
        sent.secrets.push(...authorized.secrets);
        dispatch.emit("attempt", () => ({ number }));
        return attempt(request, authorized.header, settings, scope);
      },
    ).catch(classifyFailure);
    sent.answer = ended.kind === "answer" ? ended : undefined;
    const outcome =
      ended.kind === "answer" ? dispatch.interpret(ended) : explain(ended, timeoutMs, settings);
    const endedMs = clock.monotonicMs();
    const record: Attempt = {
      kind: outcome.kind,
      reason: outcome.word ?? outcome.kind,
      ...(sent.answer && { status: sent.answer.status }),
      elapsedMs: endedMs - startedMs,
    };
    if (authorization) {
      sent.attempts.push(record);
      dispatch.emit("response", () => ({ number, attempt: record }));
    }
    if (outcome.kind === "success") {
      client.budget.earn();
      return outcome;
    }
    const status = sent.answer?.status;
    if (status === 401 && !refreshed && authorization && authorizer.refresh(authorization)) {
      refreshed = true;
      continue;
    }
    const retryable = isRetryable({
      method: request.method,
      kind: outcome.kind,
      status,
      transient: outcome.transient,
    });
    const decision = decideRetry({
      retryable: dispatch.judge(outcome, retryable),
      retries,
      maxRetries: settings.maxRetries,
      retryAfterMs: sent.answer && retryAfterMs(sent.answer, clock.wallMs()),
      remainingMs: deadlineMs - endedMs,
      backoff: client.backoff,
      budgetAllows: client.budget.allows(),
      random: client.random(),
    });
    if (decision.kind === "stop") {
      return { ...outcome, retryable, note: decision.note ?? outcome.note };
    }
    retries++;
    client.budget.spend();
    const { waitMs } = decision;
    dispatch.emit("retry", () => ({ number, attempt: record, waitMs }));
    const pause = await within(
      { timeoutMs: waitMs, signal, clock },
      async () => new Promise<never>(() => undefined),
    );
    if (pause.kind === "abort") return explain(pause, 0, settings);
  }
}

function retryAfterMs({ headers }: Answer, nowMs: number): number | undefined {
  return parseRetryAfterMs(headers) ?? parseRetryAfter(headers.get("retry-after"), nowMs);
}

function explain(failure: Failure, timeoutMs: number, settings: CallSettings): Failure {
  if (failure.kind === "abort") return { ...failure, reason: "aborted by the caller" };
  if (failure.kind !== "timeout") return failure;
  const reason =
    timeoutMs < settings.timeoutMs
      ? `not done by the deadline of ${settings.deadlineMs} ms`
      : `no whole answer within ${settings.timeoutMs} ms`;
  return { ...failure, reason };
}
