import type { FlexErrorDetails } from "./errors/flex-error-details.ts";
import type { FlexErrorKind } from "./errors/flex-error-kind.ts";
import type { HeadersLike } from "./transport.ts";

/** An answer that arrived. */
export interface Answer {
  readonly kind: "answer";
  readonly status: number;
  readonly headers: HeadersLike;
  readonly bytes: Uint8Array;
  /** True if the body was longer than its bound; `bytes` is its beginning. */
  readonly truncated: boolean;
  /** Why the body could not be read to its end. */
  readonly broken: Failure | undefined;
}

/** A success, read and judged. */
export interface Success {
  readonly kind: "success";
  readonly data: unknown;
}

/** A failure before it becomes an error: what is known of it where it happened. */
export interface Failure extends FlexErrorDetails {
  readonly kind: FlexErrorKind;
  /** The word for it in the list of attempts. @default the status of an HTTP error, else the kind */
  readonly word?: string;
  /** False where repeating cannot help. */
  readonly transient?: boolean;
}

export type Outcome = Success | Failure;
