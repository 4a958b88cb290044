import type { RequestShape } from "@flex-channels/contract";
import type { Attempt } from "./attempt-record.ts";
import type { OperationArguments } from "./build-request.ts";
import { createError } from "./errors/flex-error.ts";
import type { FlexError } from "./errors/flex-error.ts";
import type { Tell } from "./events.ts";
import type { Answer, Failure } from "./outcome.ts";
import type { Extras } from "./extras.ts";
import { redactUrl } from "./redact-url.ts";
import type { Settings } from "./settings.ts";
import type { FlexWarning } from "./warnings.ts";

/** One call from its beginning to its end: how far it came, and what must not be told of it. */
export interface Call {
  readonly extras: Extras;
  readonly shape: Pick<RequestShape, "operationId" | "method" | "path" | "parameters">;
  readonly startedMs: number;
  readonly attempts: Attempt[];
  /** Those of the client, until the call's own are read. */
  settings: Settings;
  /** There if somebody listens. */
  tell: Tell | undefined;
  /** The arguments, once they are accepted. */
  given: OperationArguments | undefined;
  /** The answer to the last attempt, if one came. */
  answer: Answer | undefined;
  /** What authorized an attempt: to be kept out of what is shown. */
  readonly secrets: (readonly string[])[];
}

/** Begins a call. */
export function beginCall(
  shape: Call["shape"],
  extras: Extras,
  settings: Settings,
  observe: ((call: Call) => Tell | undefined) | undefined,
): Call {
  const call: Call = {
    extras,
    shape,
    startedMs: settings.clock.monotonicMs(),
    attempts: [],
    settings,
    tell: undefined,
    given: undefined,
    answer: undefined,
    secrets: [],
  };
  call.tell = observe?.(call);
  call.tell?.("start", {});
  return call;
}

/** Milliseconds since the call began. */
export function elapsedMs({ settings, startedMs }: Call): number {
  return settings.clock.monotonicMs() - startedMs;
}

/** Its URL, redacted. */
export function urlOf({ settings, shape, given }: Call): string {
  return redactUrl(settings.baseUrl, shape, given);
}

/** Tells the application what fails no call. */
export function warn({ settings, shape }: Call, kind: FlexWarning["kind"], text: string): void {
  const { operationId } = shape;
  // A sink that throws has nobody left to tell.
  (async () =>
    settings.onWarning({ kind, operationId, message: `${operationId}: ${text}` }))().catch(
    () => undefined,
  );
}

/** Asks the application whether a failed attempt is worth another; else the default stands. */
export function judge(call: Call, failure: Failure, retryable: boolean): boolean {
  const { shouldRetry } = call.settings;
  if (!shouldRetry) return retryable;
  try {
    const error = describeFailure(call, { ...failure, retryable });
    const verdict: unknown = shouldRetry({ error, retryable });
    if (typeof verdict !== "object") return Boolean(verdict);
    // A promise is no verdict, and its rejection nobody else's.
    Promise.resolve(verdict).catch(() => undefined);
  } catch {
    // Said below.
  }
  warn(call, "hook", "shouldRetry threw, or gave no boolean");
  return retryable;
}

/** Ends a call with an error whose stack begins where the operation was called. */
export function failCall(call: Call, failure: Failure): FlexError {
  const error = describeFailure(call, failure);
  const { stack = "", name, message } = error;
  const frames = stack.indexOf(message) + message.length;
  const own = stack.indexOf(`${call.shape.operationId} (`, frames);
  const callers = own < 0 ? frames : stack.indexOf("\n", own);
  error.stack = `${name}: ${message}${callers < 0 ? "" : stack.slice(callers)}`;
  call.tell?.("error", { error });
  return error;
}

function describeFailure(call: Call, failure: Failure): FlexError {
  const { kind, body, cause, word: _word, transient: _transient, ...shown } = failure;
  const { answer, shape, attempts, extras } = call;
  return createError(kind, {
    ...scrubbed(call, { ...shown, status: answer?.status, ...extras.details?.shownOf(answer) }),
    operationId: shape.operationId,
    method: shape.method,
    url: urlOf(call),
    attempts,
    elapsedMs: elapsedMs(call),
    body,
    rawBody: answer && new TextDecoder().decode(answer.bytes.subarray(0, 65_536)),
    ...("cause" in failure && { cause }),
  });
}

/** A value without anything that was sent for the caller. */
export function scrubbed<T>({ extras, settings, secrets, given }: Call, value: T): T {
  const { "user-agent": _userAgent, ...headers } = settings.headers;
  const sent = [secrets, headers, { ...given, path: undefined }];
  return extras.details?.scrub(value, sent) ?? value;
}
