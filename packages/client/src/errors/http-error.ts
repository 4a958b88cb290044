import { FlexErrorBase } from "./flex-error-base.ts";
import type { FlexErrorDetails } from "./flex-error-details.ts";

/**
 * The service answered, with a status that is no success (RFC 9110 §15.3).
 *
 * Whatever arrived whole and was understood as an HTTP answer, redirects that were not followed
 * included; `code`, `detail` and `moreInfo` are the service's own.
 */
export class HttpError extends FlexErrorBase<
  "http",
  [details: FlexErrorDetails & { readonly status: number }]
> {
  static override readonly kind = "http";
  declare readonly status: number;
}
