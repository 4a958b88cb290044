import { FlexErrorBase } from "./flex-error-base.ts";

/**
 * A success arrived whose body could not be read: too large, not UTF-8, no JSON, the wrong media type, empty.
 *
 * A body that can be read but is not what the document declares is a `ContractError`.
 */
export class ParseError extends FlexErrorBase<"parse"> {
  static override readonly kind = "parse";
}
