import { FlexErrorBase } from "./flex-error-base.ts";
import type { FlexErrorDetails } from "./flex-error-details.ts";

/**
 * The caller's signal was aborted.
 *
 * `cause` is the signal's reason. Never repeated.
 */
export class AbortError extends FlexErrorBase<"abort"> {
  constructor(details: FlexErrorDetails = {}) {
    super("abort", details);
  }
}
