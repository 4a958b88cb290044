import type { Issue } from "../issue.ts";
import type { Attempt } from "../attempt-record.ts";
import { describeError } from "./describe-error.ts";

/** The eight ways in which a call can fail. */
export type FlexErrorKind =
  "http" | "connection" | "timeout" | "abort" | "parse" | "contract" | "argument" | "configuration";

/** A problem details object (RFC 9457 §3.1), as far as the server's members have their types. */
export interface ProblemDetails {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly instance?: string;
}

/** What an error is made from; everything is optional, so that a test can write down what it needs. */
export interface FlexErrorDetails {
  /** The sentence; made from the other details if absent. */
  readonly message?: string | undefined;
  /** What exactly was wrong, without the request: the second half of the sentence. */
  readonly reason?: string | undefined;
  /** What else to know, e.g. why the call was not repeated. */
  readonly note?: string | undefined;
  readonly operationId?: string | undefined;
  readonly method?: string | undefined;
  /** Redacted: values that are not known to be harmless are left out. */
  readonly url?: string | undefined;
  readonly attempts?: readonly Attempt[] | undefined;
  readonly elapsedMs?: number | undefined;
  readonly retryable?: boolean | undefined;
  readonly requestId?: string | undefined;
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly code?: number | undefined;
  readonly detail?: string | undefined;
  readonly moreInfo?: string | undefined;
  readonly problem?: ProblemDetails | undefined;
  readonly issues?: readonly Issue[] | undefined;
  readonly body?: unknown;
  readonly rawBody?: string | undefined;
  readonly cause?: unknown;
}

const brand = Symbol.for("@flex-channels/client/error");
const inspection = Symbol.for("nodejs.util.inspect.custom");
const shown = [
  "kind",
  "operationId",
  "method",
  "url",
  "status",
  "code",
  "detail",
  "moreInfo",
  "requestId",
  "problem",
  "issues",
  "headers",
  "attempts",
  "elapsedMs",
  "retryable",
] as const;

const empty = { attempts: [], elapsedMs: 0, headers: {}, issues: [], retryable: false };

/**
 * What all errors of this package share. Every field that can be shown is enumerable and safe to
 * log; `body`, `rawBody` and `cause` come from outside, so they are there to be read and left out
 * of every inspection.
 */
export abstract class FlexErrorBase<Kind extends FlexErrorKind> extends Error {
  /** Which of the eight ways; narrows `FlexError`. */
  declare readonly kind: Kind;
  /** The operation that was called; absent if the error precedes every operation. */
  declare readonly operationId?: string;
  /** Request method (RFC 9110 §9.1). */
  declare readonly method?: string;
  /** The URL with every value left out that is not known to be harmless. */
  declare readonly url?: string;
  /** Every attempt with its outcome, oldest first; empty if nothing was sent. */
  declare readonly attempts: readonly Attempt[];
  /** From the call to this error, in milliseconds. */
  declare readonly elapsedMs: number;
  /** Whether the same call may succeed later. */
  declare readonly retryable: boolean;
  /** The service's name for the request, to quote to its support. */
  declare readonly requestId?: string;
  /** Status code of the last answer (RFC 9110 §15). */
  declare readonly status?: number;
  /** Headers of the last answer, as far as they are known to be harmless; names in lower case. */
  declare readonly headers: Readonly<Record<string, string>>;
  /** Twilio's error code, e.g. 20404. */
  declare readonly code?: number;
  /** The server's own words: Twilio's `message` or the problem's `detail`. */
  declare readonly detail?: string;
  /** Twilio's page on the error. */
  declare readonly moreInfo?: string;
  /** Problem details where the server sent some (RFC 9457). */
  declare readonly problem?: ProblemDetails;
  /** What the contract found wrong, in argument and contract errors. */
  declare readonly issues: readonly Issue[];
  /** The parsed body of the last answer; not enumerable. */
  declare readonly body?: unknown;
  /** The text of the last answer's body, at most 64 KiB; not enumerable. */
  declare readonly rawBody?: string;

  constructor(kind: Kind, details: FlexErrorDetails) {
    super(
      details.message ?? describeError(kind, details),
      "cause" in details ? { cause: details.cause } : undefined,
    );
    const name = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}Error`;
    Object.defineProperties(this, {
      name: { value: name, configurable: true, writable: true },
      body: { value: details.body },
      rawBody: { value: details.rawBody },
      // Marks the errors of every copy of this package, in every realm.
      [brand]: { value: true },
      // For console.log of Node, Deno and Bun: they would print `cause`, which is not ours.
      [inspection]: { value: inspectError },
    });
    const given: Record<string, unknown> = { ...empty, ...details, kind };
    for (const field of shown) {
      if (given[field] !== undefined) Object.assign(this, { [field]: given[field] });
    }
  }

  /** The fields that are safe to log, as plain data. */
  toJSON(): Record<string, unknown> {
    const json: Record<string, unknown> = { name: this.name, message: this.message };
    for (const field of shown) if (this[field] !== undefined) json[field] = this[field];
    return json;
  }
}

function inspectError(
  this: FlexErrorBase<FlexErrorKind>,
  _depth: number,
  options: unknown,
  inspect: (value: unknown, options: unknown) => string,
): string {
  const { name: _name, message, ...fields } = this.toJSON();
  return `${this.stack ?? String(message)} ${inspect(fields, options)}`;
}
