import type { Attempt } from "../attempt-record.ts";
import type { Issue } from "../issue.ts";
import type { FlexErrorKind } from "./flex-error-kind.ts";

/** A problem details object (RFC 9457 §3.1); a member of another type than the standard's is left out. */
export interface ProblemDetails {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly instance?: string;
}

/** The fields of an error, all safe to log. */
export interface FlexErrorFields {
  /** The operation that was called. */
  readonly operationId?: string | undefined;
  /** Request method (RFC 9110 §9.1). */
  readonly method?: string | undefined;
  /** The URL with every value left out that is not known to be harmless. */
  readonly url?: string | undefined;
  /** Status code of the last answer (RFC 9110 §15). */
  readonly status?: number | undefined;
  /** Twilio's error code, e.g. 20404. */
  readonly code?: number | undefined;
  /** The server's own words: Twilio's `message`, or `detail` or `title` of problem details. */
  readonly detail?: string | undefined;
  /** Twilio's page on the error. */
  readonly moreInfo?: string | undefined;
  /** Problem details, where the server sent some (RFC 9457). */
  readonly problem?: ProblemDetails | undefined;
  /** The service's name for the request, to quote to its support. */
  readonly requestId?: string | undefined;
  /** Headers of the last answer that are known to be harmless; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** What the document does not allow, in argument and contract errors. */
  readonly issues: readonly Issue[];
  /** Every attempt with its outcome, oldest first; empty if nothing was sent. */
  readonly attempts: readonly Attempt[];
  /** From the call to this error, in milliseconds. */
  readonly elapsedMs: number;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
}

/** What an error is made from. Everything is optional: a test writes down what it needs. */
export interface FlexErrorDetails extends Partial<FlexErrorFields> {
  /** The whole sentence; composed from the other details if absent. */
  readonly message?: string | undefined;
  /** What went wrong, for the sentence. */
  readonly reason?: string | undefined;
  /** What else to know, for the sentence. */
  readonly note?: string | undefined;
  /** The parsed body of the last answer. */
  readonly body?: unknown;
  /** The text of the last answer's body, at most 64 KiB. */
  readonly rawBody?: string | undefined;
  /** What was thrown beneath, or the reason of the caller's signal. */
  readonly cause?: unknown;
}

/** An error as plain data: its enumerable fields, with name and message. */
export interface FlexErrorJson extends FlexErrorFields {
  readonly name: string;
  readonly message: string;
  readonly kind: FlexErrorKind;
}
