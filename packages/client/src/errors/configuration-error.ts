import { FlexErrorBase } from "./flex-error-base.ts";

/**
 * Options or credentials that cannot work; nothing was sent.
 *
 * Thrown by `createFlexClient` itself wherever the client's options are at fault.
 */
export class ConfigurationError extends FlexErrorBase<"configuration"> {
  static override readonly kind = "configuration";
}
