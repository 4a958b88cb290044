import { emit } from "./emit.ts";
import { createError } from "./errors/flex-error.ts";
import type { FlexError } from "./errors/flex-error.ts";
import type { CallInfo, FlexEvent } from "./events.ts";
import type { PreparedRequest } from "./build-request.ts";
import type { Answer, Failure, Outcome } from "./outcome.ts";
import { harmless, redactHeaders, scrub } from "./redact.ts";
import { send } from "./send.ts";
import type { Sent } from "./send.ts";
import type { CallSettings, ClientSettings } from "./settings.ts";
import type { FlexWarning } from "./warnings.ts";
import type { AbortSignalLike, HeadersLike } from "./web.ts";

/** One call from its beginning to its end: what is told of it, and what must not be. */
export interface Call {
  readonly client: ClientSettings;
  /** Those of the call, once its options are read. */
  settings: CallSettings;
  readonly info: CallInfo;
  readonly startedMs: number;
  readonly sent: Sent;
  /** What is sent for the caller, beside credentials and headers. */
  given: readonly unknown[];
}

/** Begins a call. */
export function beginCall(client: ClientSettings, info: CallInfo): Call {
  const call: Call = {
    client,
    settings: client.call,
    info,
    startedMs: client.clock.monotonicMs(),
    sent: { attempts: [], answer: undefined, secrets: [] },
    given: [],
  };
  tell(call, "start", () => ({}));
  return call;
}

/** Milliseconds since the call began. */
export function elapsedMs({ client, startedMs }: Call): number {
  return client.clock.monotonicMs() - startedMs;
}

/** Tells hooks and channels what happens to a call. */
export function tell(call: Call, kind: FlexEvent["kind"], details: () => object): void {
  emit(kind, call.info, call.client.hooks, (message) => warn(call, "hook", message), details);
}

/** Tells the application what fails no call. */
export function warn({ client, info }: Call, kind: FlexWarning["kind"], message: string): void {
  const { operationId } = info;
  const warning: FlexWarning = { kind, operationId, message: `${operationId}: ${message}` };
  // A sink that throws has nobody left to tell.
  (async () => client.warn(warning))().catch(() => undefined);
}

/** Sends the request of a call. */
export async function sendCall(
  call: Call,
  request: PreparedRequest,
  signal: AbortSignalLike | undefined,
  interpret: (answer: Answer) => Outcome,
): Promise<Outcome> {
  const { client, settings, sent, startedMs } = call;
  return send(
    {
      client,
      settings,
      request,
      signal,
      startedMs,
      interpret,
      judge: (failure, retryable) => {
        const { shouldRetry } = settings;
        if (!shouldRetry) return retryable;
        try {
          return shouldRetry({ error: describe(call, { ...failure, retryable }), retryable });
        } catch {
          warn(call, "hook", "shouldRetry threw");
          return retryable;
        }
      },
      emit: (kind, details) =>
        tell(call, kind, () =>
          kind === "response"
            ? scrubbed(call, { ...details(), ...shownOf(sent.answer) })
            : details(),
        ),
    },
    sent,
  );
}

/** Ends a call with an error whose stack begins where the operation was called. */
export function failCall(call: Call, failure: Failure): FlexError {
  const error = describe(call, failure);
  const { stack = "", name, message } = error;
  const frames = stack.slice(stack.indexOf(message) + message.length).split("\n");
  const own = frames.findIndex((frame) => frame.split(" (")[0]?.endsWith(call.info.operationId));
  const callers = frames.slice(own + 1);
  const value = [`${name}: ${message}`, ...(callers.length > 0 ? callers : frames)].join("\n");
  Object.defineProperty(error, "stack", { value, writable: true, configurable: true });
  tell(call, "error", () => ({ error }));
  return error;
}

function describe(call: Call, failure: Failure): FlexError {
  const { body, cause, word: _word, transient: _transient, ...shown } = failure;
  const { answer, attempts } = call.sent;
  return createError(failure.kind, {
    ...scrubbed(call, { ...shown, status: answer?.status, ...shownOf(answer) }),
    ...call.info,
    body,
    rawBody: answer && new TextDecoder().decode(answer.bytes.subarray(0, 65_536)),
    ...("cause" in failure && { cause }),
    attempts,
    elapsedMs: elapsedMs(call),
  });
}

function shownOf(answer: Answer | undefined): object {
  return answer
    ? { requestId: findRequestId(answer.headers), headers: redactHeaders(answer.headers) }
    : {};
}

function findRequestId(headers: HeadersLike): string | undefined {
  return harmless(headers.get("twilio-request-id") ?? headers.get("x-request-id"));
}

/** The service's name for the request of a call. */
export function requestIdOf(call: Call, headers: HeadersLike): string | undefined {
  return scrubbed(call, { id: findRequestId(headers) }).id;
}

/** A value without anything that was sent for the caller. */
export function scrubbed<T>({ settings, sent, given }: Call, value: T): T {
  const { "user-agent": _userAgent, ...headers } = settings.headers;
  return scrub(value, [sent.secrets, headers, given]);
}
