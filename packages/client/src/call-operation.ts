import type { Operation } from "@flex-channels/contract";
import type { Attempt } from "./attempt-record.ts";
import { buildRequest } from "./build-request.ts";
import type { OperationArguments } from "./build-request.ts";
import { emit } from "./emit.ts";
import { createError } from "./errors/flex-error.ts";
import type { FlexError } from "./errors/flex-error.ts";
import type { CallInfo, FlexEvent } from "./events.ts";
import type { Validators } from "./issue.ts";
import type { RequestOptions } from "./options.ts";
import type { Failure } from "./outcome.ts";
import { readAnswer } from "./read-answer.ts";
import { harmless, redactHeaders, redactUrl, scrub } from "./redact.ts";
import { send } from "./send.ts";
import type { Sent } from "./send.ts";
import { readCallOptions } from "./settings.ts";
import type { CallSettings, ClientSettings } from "./settings.ts";
import type { FlexWarning } from "./warnings.ts";
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
  readonly validators: Validators | undefined;
  /** What was warned of once, for all methods of the client. */
  readonly warned: Set<string>;
}

/** Calls an operation. Resolves to the error where there is one; its stack is that of `site`. */
export async function callOperation(
  { operation, client, argumentValidators, validators, warned }: Method,
  given: readonly unknown[],
  site: { readonly stack?: string },
): Promise<Result> {
  const { operationId, method } = operation;
  const startedMs = client.clock.monotonicMs();
  const path: Record<string, unknown> = {};
  let position = 0;
  for (const parameter of operation.parameters) {
    if (parameter.in === "path") path[parameter.name] = given[position++];
  }
  const options = (given[position] ?? {}) as RequestOptions & Omit<OperationArguments, "path">;
  const args: OperationArguments = { ...options, path };
  const sent: Sent = { attempts: [], answer: undefined, secrets: [] };
  const info: { -readonly [Key in keyof CallInfo]: CallInfo[Key] } = {
    operationId,
    method,
    url: redactUrl(client.call.baseUrl, operation),
  };

  const warn = (kind: FlexWarning["kind"], message: string): void =>
    client.warn({ kind, operationId, message: `${operationId}: ${message}` });
  const tell = (kind: FlexEvent["kind"], details: () => object): void =>
    emit(kind, info, client.hooks, (message) => warn("hook", message), details);
  const secrets = (): string[] => [
    ...sent.secrets,
    ...Object.values({ ...settings.headers, ...args.query, ...args.header, ...args.cookie }).map(
      String,
    ),
    ...(args.body === undefined ? [] : [JSON.stringify(args.body)]),
  ];
  const describe = (failure: Failure): FlexError => {
    const { body, rawBody, cause, word: _word, transient: _transient, ...shown } = failure;
    const { answer, attempts } = sent;
    const identified = answer && {
      status: answer.status,
      requestId: requestIdOf(answer.headers),
      headers: redactHeaders(answer.headers),
    };
    return createError(failure.kind, {
      ...scrub({ ...shown, ...identified }, secrets()),
      ...info,
      body,
      rawBody,
      ...("cause" in failure && { cause }),
      attempts,
      elapsedMs: client.clock.monotonicMs() - startedMs,
    });
  };
  const fail = (failure: Failure): FlexError => {
    const error = describe(failure);
    const frames = site.stack?.replace(/^.*\n?/, "") ?? "";
    Object.defineProperty(error, "stack", {
      value: `${error.name}: ${error.message}\n${frames}`,
      writable: true,
      configurable: true,
    });
    tell("error", () => ({ error }));
    return error;
  };

  let settings: CallSettings = client.call;
  tell("start", () => ({}));
  try {
    if (given[position] !== undefined)
      settings = readCallOptions(options, settings, client.allowInsecureHttp);
  } catch (error) {
    return fail({ kind: "configuration", reason: messageOf(error) });
  }
  const request = buildRequest(operation, args, settings, argumentValidators);
  if ("issues" in request) return fail({ kind: "argument", ...request });
  info.url = redactUrl(settings.baseUrl, operation, args);

  const outcome = await send(
    {
      client,
      settings,
      request,
      signal: options.signal,
      startedMs,
      interpret: (answer) => {
        for (const kind of ["deprecation", "sunset"] as const) {
          const when = answer.headers.get(kind);
          if (when !== null && !warned.has(operationId + kind)) {
            warned.add(operationId + kind);
            warn(kind, `the service announces its ${kind}${harmless(when) ? `: ${when}` : ""}`);
          }
        }
        return readAnswer(answer, {
          operation,
          validators,
          validation: settings.validation,
          warn: (message) => warn("contract", message),
        });
      },
      judge: (failure, retryable) =>
        settings.shouldRetry?.({ error: describe({ ...failure, retryable }), retryable }),
      emit: (kind, details) =>
        tell(kind, () =>
          kind === "response" && sent.answer
            ? scrub(
                {
                  ...details(),
                  requestId: requestIdOf(sent.answer.headers),
                  headers: redactHeaders(sent.answer.headers),
                },
                secrets(),
              )
            : details(),
        ),
    },
    sent,
  );
  const { attempts, answer } = sent;
  if (outcome.kind !== "success" || answer === undefined) return fail(outcome as Failure);
  const { status, headers } = answer;
  const requestId = requestIdOf(headers);
  const meta = {
    attempts,
    elapsedMs: client.clock.monotonicMs() - startedMs,
    ...(requestId !== undefined && { requestId }),
  };
  tell("end", () => ({ status, ...meta }));
  return { kind: "success", status, data: outcome.data, headers, ...meta };
}

function requestIdOf(headers: HeadersLike): string | undefined {
  return harmless(headers.get("twilio-request-id") ?? headers.get("x-request-id"));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "";
}
