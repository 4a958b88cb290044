import { attempt } from "./attempt.ts";
import type { Attempt } from "./attempt-record.ts";
import type { PreparedRequest } from "./build-request.ts";
import { judge, scrubbed, shownOf, tell } from "./call.ts";
import type { Call } from "./call.ts";
import { classifyFailure } from "./classify-failure.ts";
import type { Authorization } from "./credentials.ts";
import type { Answer, Failure, Outcome } from "./outcome.ts";
import { parseRetryAfterMs } from "./retry-after-ms.ts";
import { parseRetryAfter } from "./retry-after.ts";
import { decideRetry, isRetryable } from "./retry.ts";
import type { CallSettings } from "./settings.ts";
import type { AbortSignalLike } from "./transport.ts";
import { within } from "./within.ts";

/** Sends a request until it succeeds, cannot be helped, or nothing is left to spend on it. */
export async function send(
  call: Call,
  request: PreparedRequest,
  signal: AbortSignalLike | undefined,
  interpret: (answer: Answer) => Outcome,
): Promise<Outcome> {
  const { client, settings, attempts, observed } = call;
  const { clock, authorizer } = client;
  const deadlineMs = call.startedMs + settings.deadlineMs;
  let retries = 0;
  let refreshed = false;
  for (;;) {
    const number = attempts.length + 1;
    const startedMs = clock.monotonicMs();
    const timeoutMs = Math.min(settings.timeoutMs, deadlineMs - startedMs);
    let authorization: Authorization | undefined;
    const ended = await within(timeoutMs, signal, clock, async (scope) => {
      const authorized = await authorizer.authorize();
      // Given up while a provider was asked: nothing is sent.
      if (scope.signal.aborted) return { kind: "abort" as const };
      authorization = authorized;
      call.secrets.push(...authorized.secrets);
      if (observed) tell(call, "attempt", { number });
      return attempt(request, authorized.header, settings, scope);
    }).catch(classifyFailure);
    const answer = ended.kind === "answer" ? ended : undefined;
    call.answer = answer;
    const outcome = answer ? interpret(answer) : explain(ended as Failure, timeoutMs, settings);
    const endedMs = clock.monotonicMs();
    const { kind } = outcome;
    const reason = outcome.word ?? kind;
    const elapsedMs = endedMs - startedMs;
    const record: Attempt = answer
      ? { kind, reason, status: answer.status, elapsedMs }
      : { kind, reason, elapsedMs };
    if (authorization) attempts.push(record);
    if (authorization && observed) {
      tell(call, "response", scrubbed(call, { number, attempt: record, ...shownOf(answer) }));
    }
    if (outcome.kind === "success") {
      client.budget.earn();
      return outcome;
    }
    const status = answer?.status;
    if (status === 401 && !refreshed && authorization && authorizer.refresh(authorization)) {
      refreshed = true;
      continue;
    }
    const { transient } = outcome;
    const retryable = isRetryable({
      method: request.method,
      kind: outcome.kind,
      status,
      transient,
    });
    const decision = decideRetry({
      retryable: judge(call, outcome, retryable),
      retries,
      maxRetries: settings.maxRetries,
      retryAfterMs: answer && retryAfterMs(answer, clock.wallMs()),
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
    if (observed) tell(call, "retry", { number, attempt: record, waitMs });
    const pause = await within(
      waitMs,
      signal,
      clock,
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
