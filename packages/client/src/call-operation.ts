import type { Attempt } from "./attempt-record.ts";
import { buildRequest, checkArguments } from "./build-request.ts";
import type { OperationArguments } from "./build-request.ts";
import { beginCall, elapsedMs, failCall, scrubbed, shownOf, tell, warn } from "./call.ts";
import type { Call } from "./call.ts";
import { classifyFailure } from "./classify-failure.ts";
import type { FlexError } from "./errors/flex-error.ts";
import type { RequestOptions } from "./options.ts";
import type { Answer, Failure, Outcome } from "./outcome.ts";
import type { OperationPlan } from "./plan-operation.ts";
import { readAnswer } from "./read-answer.ts";
import { harmless, redactUrl } from "./redact.ts";
import { send } from "./send.ts";
import { readCallOptions } from "./settings.ts";
import type { ClientSettings } from "./settings.ts";
import type { HeadersLike } from "./transport.ts";

/** What is known of a success beside its data. */
export interface ResponseMeta {
  /** All headers of the answer, as they came. */
  readonly headers: HeadersLike;
  /** The service's name for the request. */
  readonly requestId: string | undefined;
  /** Every attempt, oldest first; the last is the success. */
  readonly attempts: readonly Attempt[];
  /** From the call to the end of the body, in milliseconds. */
  readonly elapsedMs: number;
}

/** A success with its raw side, or the error. */
export type Result =
  | (ResponseMeta & { readonly kind: "success"; readonly status: number; readonly data: unknown })
  | FlexError;

/** A call that succeeded. */
export interface Completed {
  readonly call: Call;
  readonly answer: Answer;
  readonly data: unknown;
}

/** Calls an operation. Resolves to the error where there is one. */
export async function callOperation(
  plan: OperationPlan,
  client: ClientSettings,
  given: readonly unknown[],
): Promise<Completed | FlexError> {
  const { operation, pathNames } = plan;
  const path: Record<string, unknown> = {};
  let position = 0;
  for (const name of pathNames) path[name] = given[position++];
  const options = given[position] as (RequestOptions & Partial<OperationArguments>) | undefined;
  const args: OperationArguments = options ? { ...options, path } : { path };
  let accepted: OperationArguments | undefined;
  const call = beginCall(client, operation.operationId, operation.method, (baseUrl) =>
    redactUrl(baseUrl, operation, accepted),
  );
  try {
    if (options) call.settings = readCallOptions(options, client);
  } catch (error) {
    return failCall(call, classifyFailure(error));
  }
  const issues = checkArguments(plan, args);
  if (issues.length > 0) return failCall(call, { kind: "argument", reason: "not sent", issues });
  accepted = args;
  call.given = [args.query, args.header, args.cookie, args.body];

  const { settings } = call;
  let outcome: Outcome;
  try {
    const request = buildRequest(plan, args, settings);
    outcome = await send(call, request, options?.signal, (answer) => {
      announce(call, answer);
      return readAnswer(answer, plan, settings.validation, (text) => warn(call, "contract", text));
    });
  } catch (cause) {
    // What the application brought along may throw: a clock, a source of chance.
    outcome = { kind: "configuration", reason: "an option threw", cause };
  }
  const { answer, attempts } = call;
  if (outcome.kind !== "success" || !answer) return failCall(call, outcome as Failure);
  if (call.observed) {
    const { requestId } = scrubbed(call, shownOf(answer));
    tell(call, "end", { status: answer.status, attempts, elapsedMs: elapsedMs(call), requestId });
  }
  return { call, answer, data: outcome.data };
}

/** A success with its raw side. */
export function successOf({ call, answer, data }: Completed): Result {
  const { status, headers } = answer;
  return {
    kind: "success",
    status,
    data,
    headers,
    attempts: call.attempts,
    elapsedMs: elapsedMs(call),
    requestId: scrubbed(call, shownOf(answer)).requestId,
  };
}

/** Warns once an operation of what its service announces (RFC 9745 §2, RFC 8594 §3). */
function announce(call: Call, { headers }: Answer): void {
  const { warned } = call.client;
  for (const kind of ["deprecation", "sunset"] as const) {
    const value = headers.get(kind);
    const key = `${kind} ${call.operationId}`;
    if (value !== null && !warned.has(key)) {
      warned.add(key);
      warn(call, kind, `the service announces: ${kind} ${harmless(value) ?? "…"}`);
    }
  }
}
