import { attempt } from "./attempt.ts";
import type { Attempt } from "./attempt-record.ts";
import { backoffMs } from "./backoff.ts";
import type { PreparedRequest } from "./build-request.ts";
import { judge, scrubbed } from "./call.ts";
import type { Call } from "./call.ts";
import { classifyFailure } from "./classify-failure.ts";
import type { Authorization } from "./credentials.ts";
import type { Answer, Failure, Outcome } from "./outcome.ts";
import { readRetryAfter } from "./retry-after.ts";
import { decideRetry, isRetryable } from "./retry.ts";
import { within } from "./within.ts";
import type { Scope } from "./within.ts";

/** Sends a request until it succeeds, cannot be helped, or nothing is left to spend on it. */
export async function send(
  call: Call,
  request: PreparedRequest,
  interpret: (answer: Answer) => Outcome,
): Promise<Outcome> {
  const { settings, attempts, tell, extras } = call;
  const { details, parseDate } = extras;
  const { clock, authorizer, backoff, budget, maxRetries, signal, timeoutMs } = settings;
  const deadlineMs = call.startedMs + settings.deadlineMs;
  let refreshed = false;
  for (let retries = 0; ;) {
    const number = attempts.length + 1;
    const startedMs = clock.monotonicMs();
    const leftMs = deadlineMs - startedMs;
    let authorization: Authorization | undefined;
    const work = async (scope: Scope): Promise<Answer | Failure> => {
      try {
        const authorized = await authorizer.authorize();
        // Given up while a provider was asked: nothing is sent.
        if (scope.signal.aborted) return { kind: "abort" };
        authorization = authorized;
        call.secrets.push(authorized.secrets);
        tell?.("attempt", { number });
        return await attempt(request, authorized.header, settings, scope);
      } catch (error) {
        return classifyFailure(error);
      }
    };
    const ended = await within(Math.min(timeoutMs, leftMs), signal, clock, work);
    const endedMs = clock.monotonicMs();
    const answer = ended.kind === "answer" ? ended : undefined;
    call.answer = answer;
    const outcome = answer ? interpret(answer) : (ended as Failure);
    const { kind } = outcome;
    if (kind === "timeout") {
      const reason =
        leftMs < timeoutMs
          ? `not done by the deadline of ${settings.deadlineMs} ms`
          : `no whole answer within ${timeoutMs} ms`;
      Object.assign(outcome, { reason });
    }
    const status = answer?.status;
    const done = kind === "success";
    const record: Attempt = {
      kind,
      reason: done || kind === "http" ? `${status}` : scrubbed(call, outcome.word ?? kind),
      ...(answer && { status: answer.status }),
      elapsedMs: endedMs - startedMs,
    };
    if (authorization) {
      attempts.push(record);
      tell?.("response", { number, attempt: record, ...details?.shownOf(answer) });
    }
    if (done) {
      budget.earn();
      return outcome;
    }
    if (status === 401 && !refreshed && authorization && authorizer.refresh(authorization)) {
      refreshed = true;
      continue;
    }
    const retryable = isRetryable(request.method, outcome, status);
    const decision = decideRetry({
      retryable: judge(call, outcome, retryable),
      retries,
      maxRetries,
      retryAfterMs: answer && readRetryAfter(answer.headers, clock.wallMs(), parseDate),
      remainingMs: deadlineMs - endedMs,
      backoffMs: backoffMs(retries, backoff, settings.random()),
      budgetAllows: budget.allows(),
    });
    if (decision.kind === "stop") {
      return { ...outcome, retryable, note: decision.note ?? outcome.note };
    }
    retries++;
    budget.spend();
    const { waitMs } = decision;
    tell?.("retry", { number, attempt: record, waitMs });
    const pause = await within(waitMs, signal, clock, () => new Promise<Failure>(() => undefined));
    if (pause.kind === "abort") return pause;
  }
}
