import type { FlexErrorKind } from "./errors/flex-error-kind.ts";

/** One request that was sent, and what became of it. */
export interface Attempt {
  readonly kind: "success" | FlexErrorKind;
  /** What became of it in a word, e.g. `200`, `503`, `ECONNRESET`, `timeout`. */
  readonly reason: string;
  /** Status code, if an answer came (RFC 9110 §15). */
  readonly status?: number;
  /** From sending to the end of the body or the failure, in milliseconds. */
  readonly elapsedMs: number;
}
