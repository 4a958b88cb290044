import type { Operation } from "@flex-channels/contract";
import type { Attempt } from "./attempt-record.ts";
import { buildRequest } from "./build-request.ts";
import type { OperationArguments } from "./build-request.ts";
import { classifyFailure } from "./classify-failure.ts";
import { beginCall, elapsedMs, failCall, requestIdOf, sendCall, tell, warn } from "./call.ts";
import type { Call } from "./call.ts";
import type { FlexError } from "./errors/flex-error.ts";
import type { Validators } from "./issue.ts";
import type { RequestOptions } from "./options.ts";
import type { Answer } from "./outcome.ts";
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
  readonly requestId?: string;
  /** Every attempt, oldest first; the last is the success. */
  readonly attempts: readonly Attempt[];
  /** From the call to the end of the body, in milliseconds. */
  readonly elapsedMs: number;
}

/** A success with its raw side, or the error. */
export type Result =
  | (ResponseMeta & { readonly kind: "success"; readonly status: number; readonly data: unknown })
  | FlexError;

/** What a method knows before it is called. */
export interface Method {
  readonly operation: Operation;
  readonly client: ClientSettings;
  /** By parameter name. */
  readonly argumentValidators: Validators;
  /** By status; absent if bodies are not judged. */
  readonly responseValidators: Validators | undefined;
  /** What was warned of once, for all methods of the client. */
  readonly warned: Set<string>;
}

/** Calls an operation. Resolves to the error where there is one; its stack is that of `site`. */
export async function callOperation(
  { operation, client, argumentValidators, responseValidators, warned }: Method,
  given: readonly unknown[],
  site: Call["site"],
): Promise<Result> {
  const { operationId, method } = operation;
  const path: Record<string, unknown> = {};
  let position = 0;
  for (const parameter of operation.parameters) {
    if (parameter.in === "path") path[parameter.name] = given[position++];
  }
  const options = given[position] as (RequestOptions & Partial<OperationArguments>) | undefined;
  const args: OperationArguments = { ...options, path };
  const url = redactUrl(client.call.baseUrl, operation);
  const call = beginCall(client, { operationId, method, url }, site);
  try {
    if (options) call.settings = readCallOptions(options, client);
  } catch (error) {
    return failCall(call, classifyFailure(error));
  }
  const { settings, info, sent } = call;
  const request = buildRequest(operation, args, settings, argumentValidators);
  if ("issues" in request) return failCall(call, { kind: "argument", ...request });
  info.url = redactUrl(settings.baseUrl, operation, args);
  for (const values of [args.query, args.header, args.cookie]) {
    call.given.push(...Object.values(values ?? {}));
  }
  if (request.body !== undefined) call.given.push(request.body);

  const outcome = await sendCall(call, request, options?.signal, (answer) => {
    announce(call, answer, warned);
    return readAnswer(answer, {
      operation,
      validators: responseValidators,
      validation: settings.validation,
      warn: (message) => warn(call, "contract", message),
    });
  });
  const { attempts, answer } = sent;
  if (outcome.kind !== "success" || !answer) return failCall(call, outcome as never);
  const { status, headers } = answer;
  const requestId = requestIdOf(headers);
  const meta = { attempts, elapsedMs: elapsedMs(call), ...(requestId && { requestId }) };
  tell(call, "end", () => ({ status, ...meta }));
  return { kind: "success", status, data: outcome.data, headers, ...meta };
}

/** Warns once an operation of what its service announces (RFC 9745 §2, RFC 8594 §3). */
function announce(call: Call, { headers }: Answer, warned: Set<string>): void {
  for (const kind of ["deprecation", "sunset"] as const) {
    const value = headers.get(kind);
    const key = `${kind} ${call.info.operationId}`;
    if (value !== null && !warned.has(key)) {
      warned.add(key);
      warn(call, kind, `the service announces: ${kind} ${harmless(value) ?? "…"}`);
    }
  }
}
