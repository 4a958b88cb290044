export { createFlexClient } from "./core.ts";
export type { FlexClient } from "./core.ts";
export { isFlexError } from "./errors/flex-error.ts";
export type { FlexError } from "./errors/flex-error.ts";
export { HttpError } from "./errors/http-error.ts";
export { ConnectionError } from "./errors/connection-error.ts";
export { TimeoutError } from "./errors/timeout-error.ts";
export { AbortError } from "./errors/abort-error.ts";
export { ParseError } from "./errors/parse-error.ts";
export { ContractError } from "./errors/contract-error.ts";
export { ArgumentError } from "./errors/argument-error.ts";
export { ConfigurationError } from "./errors/configuration-error.ts";
export type { FlexErrorDetails, FlexErrorKind, ProblemDetails } from "./errors/flex-error-base.ts";
export type { Attempt } from "./attempt-record.ts";
export type { ResponseMeta } from "./call-operation.ts";
export type {
  CallOptions,
  FlexClientOptions,
  RequestOptions,
  RetryContext,
  ValidationMode,
} from "./options.ts";
export type { Issue } from "./issue.ts";
export type * from "@flex-channels/contract";
