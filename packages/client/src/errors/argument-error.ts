import { FlexErrorBase } from "./flex-error-base.ts";
import type { FlexErrorDetails } from "./flex-error-details.ts";

/**
 * An argument that the document does not allow; nothing was sent.
 *
 * `issues` names the expected form, never the value.
 */
export class ArgumentError extends FlexErrorBase<"argument"> {
  constructor(details: FlexErrorDetails = {}) {
    super("argument", details);
  }
}
