import { FlexErrorBase } from "./flex-error-base.ts";

/**
 * An argument that the document does not allow; nothing was sent.
 *
 * `issues` names the expected form, never the value.
 */
export class ArgumentError extends FlexErrorBase<"argument"> {
  static override readonly kind = "argument";
}
