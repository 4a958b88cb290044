import { FlexErrorBase } from "./flex-error-base.ts";
import type { FlexErrorDetails } from "./flex-error-details.ts";

/**
 * The answer can be read and violates the document; `issues` says where.
 *
 * Also a success status that the document does not declare, and an error object under a success status.
 */
export class ContractError extends FlexErrorBase<"contract"> {
  constructor(details: FlexErrorDetails = {}) {
    super("contract", details);
  }
}
