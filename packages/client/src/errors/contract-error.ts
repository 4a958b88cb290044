import { FlexErrorBase } from "./flex-error-base.ts";

/**
 * The answer can be read and violates the document; `issues` says where.
 *
 * Also a success status that the document does not declare, and an error object under a success status.
 */
export class ContractError extends FlexErrorBase<"contract"> {
  static override readonly kind = "contract";
}
