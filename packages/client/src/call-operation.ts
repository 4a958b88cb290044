import type { Contract, Operation } from "@flex-channels/contract";
import type { Attempt } from "./attempt-record.ts";
import { buildRequest } from "./build-request.ts";
import type { OperationArguments } from "./build-request.ts";
import { createError } from "./errors/flex-error.ts";
import type { FlexError } from "./errors/flex-error.ts";
import type { FlexErrorDetails } from "./errors/flex-error-base.ts";
import { emit } from "./emit.ts";
import type { CallInfo, FlexEvent } from "./events.ts";
import type { Failure } from "./outcome.ts";
import type { RequestOptions } from "./options.ts";
import { readAnswer } from "./read-answer.ts";
import type { BodyValidator } from "./read-answer.ts";
import { redactHeaders, redactUrl } from "./redact.ts";
import { isRetryable } from "./retry.ts";
import { readCallOptions } from "./settings.ts";
import type { CallSettings, ClientSettings } from "./settings.ts";
import { send } from "./transport.ts";
import type { HeadersLike } from "./web.ts";

/** What is known of a success beside its data. */
export interface ResponseMeta {
  /** All headers of the answer, unredacted. */
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

/** One method call: the operation, what was given, and the client. */
export interface OperationCall {
  readonly operation: Operation;
  readonly contract: Contract;
  readonly client: ClientSettings;
  readonly validators: Readonly<Record<string, BodyValidator>> | undefined;
  /** What has been warned of once. */
  readonly warned: Set<string>;
  readonly given: readonly unknown[];
  readonly site: { readonly stack?: string };
}

/** Calls an operation; never rejects. */
export async function callOperation(call: OperationCall): Promise<Result> {
  const { operation, client, given, site } = call;
  const { operationId, method } = operation;
  const startedMs = client.clock.monotonicMs();
  const names = operation.parameters.filter((one) => one.in === "path").map((one) => one.name);
  const options = (given[names.length] ?? {}) as RequestOptions & Omit<OperationArguments, "path">;
  const args: OperationArguments = {
    ...options,
    path: Object.fromEntries(names.map((name, index) => [name, given[index]])),
  };
  let info: CallInfo = {
    operationId,
    method,
    url: redactUrl(client.call.baseUrl, operation, undefined),
  };
  const tell = (kind: FlexEvent["kind"], details: () => object): void =>
    emit(kind, info, client, details);
  const fail = (failure: Failure, more: FlexErrorDetails = {}): FlexError => {
    const error = createError(failure.kind, {
      ...failure,
      ...info,
      elapsedMs: client.clock.monotonicMs() - startedMs,
      ...more,
    });
    const frames = site.stack?.slice(Math.max(0, site.stack.indexOf("\n")));
    if (frames)
      Object.defineProperty(error, "stack", {
        value: `${error.name}: ${error.message}${frames}`,
        configurable: true,
        writable: true,
      });
    tell("error", () => ({ error }));
    return error;
  };

  let settings: CallSettings;
  try {
    settings =
      given[names.length] === undefined
        ? client.call
        : readCallOptions(options, client.call, client.allowInsecureHttp);
  } catch (error) {
    return fail({ kind: "configuration", reason: (error as Error).message });
  }
  tell("start", () => ({}));
  const request = buildRequest(operation, args, settings);
  if (Array.isArray(request))
    return fail({ kind: "argument", reason: "not sent", issues: request });
  if (!("url" in request)) throw new TypeError("unreachable");
  info = { ...info, url: redactUrl(settings.baseUrl, operation, args) };

  const warn = (message: string): void =>
    client.warn({ kind: "contract", operationId, message: `${operationId}: ${message}` });
  const { outcome, answer, attempts } = await send({
    info,
    client,
    settings,
    request,
    signal: options.signal,
    startedMs,
    interpret: (one) =>
      readAnswer(one, {
        operation,
        validators: call.validators,
        validation: settings.validation,
        warn,
      }),
    emit: tell,
  });
  const requestId = answer && requestIdOf(answer.headers);
  const identified = requestId === undefined ? {} : { requestId };
  if (outcome.kind === "success" && answer !== undefined) {
    const { status, headers } = answer;
    const elapsedMs = client.clock.monotonicMs() - startedMs;
    const meta = { attempts, elapsedMs, ...identified };
    tell("end", () => ({ status, ...meta }));
    return { kind: "success", status, data: outcome.data, headers, ...meta };
  }
  const failure = outcome as Failure;
  return fail(failure, {
    attempts,
    ...identified,
    ...(answer && {
      status: answer.status,
      headers: redactHeaders(answer.headers, (text) => text),
    }),
    retryable: isRetryable({
      method,
      kind: failure.kind,
      status: answer?.status,
      transient: failure.transient,
    }),
  });
}

function requestIdOf(headers: HeadersLike): string | undefined {
  const id = headers.get("twilio-request-id") ?? headers.get("x-request-id");
  return id !== null && /^[\w.:-]{1,128}$/.test(id) ? id : undefined;
}
