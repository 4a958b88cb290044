import { FlexErrorBase } from "./flex-error-base.ts";

/**
 * The caller's signal was aborted.
 *
 * `cause` is the signal's reason. Never repeated.
 */
export class AbortError extends FlexErrorBase<"abort"> {
  static override readonly kind = "abort";
}
