import { FlexErrorBase } from "./flex-error-base.ts";
import type { FlexErrorDetails } from "./flex-error-details.ts";

/**
 * No whole answer arrived: name resolution, connection, TLS, or a stream that broke.
 *
 * `cause` is what `fetch` threw. Being too late is a `TimeoutError`.
 */
export class ConnectionError extends FlexErrorBase<"connection"> {
  constructor(details: FlexErrorDetails = {}) {
    super("connection", details);
  }
}
