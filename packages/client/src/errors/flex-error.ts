import { AbortError } from "./abort-error.ts";
import { ArgumentError } from "./argument-error.ts";
import { ConfigurationError } from "./configuration-error.ts";
import { ConnectionError } from "./connection-error.ts";
import { ContractError } from "./contract-error.ts";
import { HttpError } from "./http-error.ts";
import { ParseError } from "./parse-error.ts";
import { TimeoutError } from "./timeout-error.ts";
import { errorBrand } from "./flex-error-base.ts";
import type { FlexErrorDetails } from "./flex-error-details.ts";
import type { FlexErrorKind } from "./flex-error-kind.ts";

/** Everything that a call can fail with, told apart by `kind`. */
export type FlexError =
  | HttpError
  | ConnectionError
  | TimeoutError
  | AbortError
  | ParseError
  | ContractError
  | ArgumentError
  | ConfigurationError;

const classes: Readonly<
  Record<FlexErrorKind, new (details: FlexErrorDetails & { readonly status: number }) => FlexError>
> = {
  http: HttpError,
  connection: ConnectionError,
  timeout: TimeoutError,
  abort: AbortError,
  parse: ParseError,
  contract: ContractError,
  argument: ArgumentError,
  configuration: ConfigurationError,
};

/** Makes the error of a kind; only `http` has a status for certain. */
export function createError(kind: FlexErrorKind, details: FlexErrorDetails): FlexError {
  return new classes[kind](details as FlexErrorDetails & { readonly status: number });
}

/**
 * Is this an error of this package, of whatever copy or realm? With a kind, of that kind.
 *
 * @example if (isFlexError(error, "http") && error.status === 404) return undefined;
 */
export function isFlexError<Kind extends FlexErrorKind = FlexErrorKind>(
  value: unknown,
  kind?: Kind,
): value is Extract<FlexError, { readonly kind: Kind }> {
  try {
    return (
      typeof value === "object" &&
      value !== null &&
      errorBrand in value &&
      (kind === undefined || (value as FlexError).kind === kind)
    );
  } catch {
    // Whatever was thrown may be a trap itself.
    return false;
  }
}
