import { FlexErrorBase } from "./flex-error-base.ts";
import type { FlexErrorDetails } from "./flex-error-details.ts";

/**
 * Options or credentials that cannot work; nothing was sent.
 *
 * Thrown by `createFlexClient` itself wherever the client's options are at fault.
 */
export class ConfigurationError extends FlexErrorBase<"configuration"> {
  constructor(details: FlexErrorDetails = {}) {
    super("configuration", details);
  }
}
