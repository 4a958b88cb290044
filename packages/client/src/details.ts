import type { FlexErrorDetails } from "./errors/flex-error-details.ts";
import type { Answer } from "./outcome.ts";
import { readErrorFields } from "./read-error-fields.ts";
import { harmless, scrub, shownOf } from "./redact.ts";
import { sketch } from "./sketch.ts";

/** What errors show of an answer beyond its status. A client can do without, and then shows none of it. */
export interface Details {
  /** Fields of the service's error object. */
  readonly fieldsOf: (body: unknown) => FlexErrorDetails;
  /** Request id and harmless headers. */
  readonly shownOf: (answer: Answer | undefined) => Pick<FlexErrorDetails, "requestId" | "headers">;
  /** A value without what was sent. */
  readonly scrub: <T>(value: T, sent: unknown) => T;
  /** Media type and beginning of a body that cannot be read. */
  readonly sketch: (mediaType: string, bytes: Uint8Array) => string;
}

export const answerDetails: Details = {
  fieldsOf: readErrorFields,
  shownOf,
  scrub,
  sketch: (mediaType, bytes) =>
    ` of ${harmless(mediaType) ?? "another media type"} ${sketch(bytes)}`,
};
