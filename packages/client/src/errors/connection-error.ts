import { FlexErrorBase } from "./flex-error-base.ts";

/**
 * No whole answer arrived: name resolution, connection, TLS, or a stream that broke.
 *
 * `cause` is what `fetch` threw. Being too late is a `TimeoutError`.
 */
export class ConnectionError extends FlexErrorBase<"connection"> {
  static override readonly kind = "connection";
}
