import type { Attempt } from "./attempt-record.ts";
import { buildRequest, checkArguments } from "./build-request.ts";
import type { OperationArguments } from "./build-request.ts";
import { beginCall, elapsedMs, failCall, requestIdOf, sendCall, tell, warn } from "./call.ts";
import type { Call } from "./call.ts";
import { classifyFailure } from "./classify-failure.ts";
import type { FlexError } from "./errors/flex-error.ts";
import type { RequestOptions } from "./options.ts";
import type { Answer } from "./outcome.ts";
import type { OperationPlan } from "./plan-operation.ts";
import { readAnswer } from "./read-answer.ts";
import { harmless, redactUrl } from "./redact.ts";
import { readCallOptions } from "./settings.ts";
import type { ClientSettings } from "./settings.ts";
import type { HeadersLike } from "./web.ts";

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

/** Calls an operation. Resolves to the error where there is one. */
export async function callOperation(
  plan: OperationPlan,
  client: ClientSettings,
  given: readonly unknown[],
): Promise<Result> {
  const { operation, pathNames } = plan;
  const { operationId, method } = operation;
  const options = given[pathNames.length] as
    (RequestOptions & Partial<OperationArguments>) | undefined;
  const path: Record<string, unknown> = {};
  pathNames.forEach((name, index) => (path[name] = given[index]));
  const args: OperationArguments = { ...options, path };
  let accepted = false;
  const call = beginCall(client, {
    operationId,
    method,
    // Made when somebody looks, for that is seldom.
    get url() {
      return redactUrl(call.settings.baseUrl, operation, accepted ? args : undefined);
    },
  });
  try {
    if (options) call.settings = readCallOptions(options, client);
  } catch (error) {
    return failCall(call, classifyFailure(error));
  }
  const issues = checkArguments(plan, args);
  if (issues.length > 0) return failCall(call, { kind: "argument", reason: "not sent", issues });
  accepted = true;
  call.given = [args.query, args.header, args.cookie, args.body];

  const { settings, sent } = call;
  const request = buildRequest(plan, args, settings);
  const outcome = await sendCall(call, request, options?.signal, (answer) => {
    announce(call, answer);
    return readAnswer(answer, plan, settings.validation, (message) =>
      warn(call, "contract", message),
    );
    // What the application brought along may throw: a clock, a source of chance.
  }).catch(
    (cause: unknown) => ({ kind: "configuration", reason: "an option threw", cause }) as const,
  );
  const { attempts, answer } = sent;
  if (outcome.kind !== "success" || !answer) return failCall(call, outcome as never);
  const { status, headers } = answer;
  const result = {
    kind: "success" as const,
    status,
    data: outcome.data,
    headers,
    attempts,
    elapsedMs: elapsedMs(call),
    get requestId() {
      return requestIdOf(call, headers);
    },
  };
  tell(call, "end", () => {
    const { requestId, elapsedMs: ms } = result;
    return { status, attempts, elapsedMs: ms, requestId };
  });
  return result;
}

/** Warns once an operation of what its service announces (RFC 9745 §2, RFC 8594 §3). */
function announce(call: Call, { headers }: Answer): void {
  const { warned } = call.client;
  for (const kind of ["deprecation", "sunset"] as const) {
    const value = headers.get(kind);
    const key = `${kind} ${call.info.operationId}`;
    if (value !== null && !warned.has(key)) {
      warned.add(key);
      warn(call, kind, `the service announces: ${kind} ${harmless(value) ?? "…"}`);
    }
  }
}
