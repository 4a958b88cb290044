import type { Attempt } from "./attempt-record.ts";
import { emit, isObserved } from "./emit.ts";
import { createError } from "./errors/flex-error.ts";
import type { FlexError } from "./errors/flex-error.ts";
import type { CallInfo, FlexEvent } from "./events.ts";
import type { Answer, Failure } from "./outcome.ts";
import { harmless, redactHeaders, scrub } from "./redact.ts";
import type { CallSettings, ClientSettings } from "./settings.ts";
import type { FlexWarning } from "./warnings.ts";

/** One call from its beginning to its end: how far it came, and what must not be told of it. */
export interface Call {
  readonly client: ClientSettings;
  readonly operationId: string;
  readonly method: string;
  /** The redacted URL as far as it is known; seldom asked for. */
  readonly url: (baseUrl: string) => string;
  readonly startedMs: number;
  /** Whether hooks or channels were there when the call began; if not, no event is made. */
  readonly observed: boolean;
  /** What all events share, once there is one. */
  info: CallInfo | undefined;
  /** Those of the call, once its options are read. */
  settings: CallSettings;
  readonly attempts: Attempt[];
  /** The answer to the last attempt, if one came. */
  answer: Answer | undefined;
  /** What was sent to authorize, and what else for the caller: to be kept out of what is shown. */
  readonly secrets: string[];
  given: readonly unknown[];
}

/** Begins a call. */
export function beginCall(
  client: ClientSettings,
  operationId: string,
  method: string,
  url: (baseUrl: string) => string,
): Call {
  const call: Call = {
    client,
    operationId,
    method,
    url,
    startedMs: client.clock.monotonicMs(),
    observed: isObserved(client.hooks),
    info: undefined,
    settings: client.call,
    attempts: [],
    answer: undefined,
    secrets: [],
    given: [],
  };
  if (call.observed) tell(call, "start", {});
  return call;
}

/** Milliseconds since the call began. */
export function elapsedMs({ client, startedMs }: Call): number {
  return client.clock.monotonicMs() - startedMs;
}

/** Tells hooks and channels what happens to a call that is observed. */
export function tell(call: Call, kind: FlexEvent["kind"], details: object): void {
  const { operationId, method } = call;
  const info = Object.assign((call.info ??= { operationId, method, url: "" }), {
    url: call.url(call.settings.baseUrl),
  });
  const event = { kind, call: info, ...details };
  emit(event, call.client.hooks, (name) => warn(call, "hook", `${name} threw`));
}

/** Tells the application what fails no call. */
export function warn({ client, operationId }: Call, kind: FlexWarning["kind"], text: string): void {
  const warning: FlexWarning = { kind, operationId, message: `${operationId}: ${text}` };
  // A sink that throws has nobody left to tell.
  (async () => client.warn(warning))().catch(() => undefined);
}

/** Asks the application whether a failed attempt is worth another; else the default stands. */
export function judge(call: Call, failure: Failure, retryable: boolean): boolean {
  const { shouldRetry } = call.settings;
  if (!shouldRetry) return retryable;
  try {
    return shouldRetry({ error: describe(call, { ...failure, retryable }), retryable });
  } catch {
    warn(call, "hook", "shouldRetry threw");
    return retryable;
  }
}

/** Ends a call with an error whose stack begins where the operation was called. */
export function failCall(call: Call, failure: Failure): FlexError {
  const error = describe(call, failure);
  const { stack = "", name, message } = error;
  const frames = stack.slice(stack.indexOf(message) + message.length).split("\n");
  const own = frames.findIndex((frame) => frame.split(" (")[0]?.endsWith(call.operationId));
  const callers = frames.slice(own + 1);
  const value = [`${name}: ${message}`, ...(callers.length > 0 ? callers : frames)].join("\n");
  Object.defineProperty(error, "stack", { value, writable: true, configurable: true });
  if (call.observed) tell(call, "error", { error });
  return error;
}

function describe(call: Call, failure: Failure): FlexError {
  const { body, cause, word: _word, transient: _transient, ...shown } = failure;
  const { answer, operationId, method, attempts } = call;
  return createError(failure.kind, {
    ...scrubbed(call, { ...shown, status: answer?.status, ...shownOf(answer) }),
    operationId,
    method,
    url: call.url(call.settings.baseUrl),
    body,
    rawBody: answer && new TextDecoder().decode(answer.bytes.subarray(0, 65_536)),
    ...("cause" in failure && { cause }),
    attempts,
    elapsedMs: elapsedMs(call),
  });
}

/** What can be shown of an answer, before what was sent is taken out. */
export function shownOf(answer: Answer | undefined): { readonly requestId?: string | undefined } {
  if (!answer) return {};
  const { headers } = answer;
  const id = headers.get("twilio-request-id") ?? headers.get("x-request-id");
  return Object.assign({ requestId: harmless(id) }, { headers: redactHeaders(headers) });
}

/** A value without anything that was sent for the caller. */
export function scrubbed<T>({ settings, secrets, given }: Call, value: T): T {
  const { "user-agent": _userAgent, ...headers } = settings.headers;
  return scrub(value, [secrets, headers, given]);
}
