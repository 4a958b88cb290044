import { FlexErrorBase } from "./flex-error-base.ts";

/**
 * The time for one attempt or for the whole call was up.
 *
 * The body belongs to both times. A caller's own abort is an `AbortError`, also if it comes from `AbortSignal.timeout`.
 */
export class TimeoutError extends FlexErrorBase<"timeout"> {
  static override readonly kind = "timeout";
}
