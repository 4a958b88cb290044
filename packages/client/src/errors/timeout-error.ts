import { FlexErrorBase } from "./flex-error-base.ts";
import type { FlexErrorDetails } from "./flex-error-details.ts";

/**
 * The time for one attempt or for the whole call was up.
 *
 * The body belongs to both times. A caller's own abort is an `AbortError`, also if it comes from `AbortSignal.timeout`.
 */
export class TimeoutError extends FlexErrorBase<"timeout"> {
  constructor(details: FlexErrorDetails = {}) {
    super("timeout", details);
  }
}
