import type { Client, SafeClient } from "@flex-channels/contract";
import type { ResponseMeta } from "./call-operation.ts";
import type { FlexError } from "./errors/flex-error.ts";
import type { RequestOptions } from "./options.ts";

/* What all entries that create a client export beside it. */

export type * from "@flex-channels/contract";
export type { Attempt } from "./attempt-record.ts";
export type { Backoff } from "./backoff.ts";
export type { ResponseMeta } from "./call-operation.ts";
export type { Clock } from "./clock.ts";
export type { Credentials, CredentialsProvider } from "./credentials.ts";
export { AbortError } from "./errors/abort-error.ts";
export { ArgumentError } from "./errors/argument-error.ts";
export { ConfigurationError } from "./errors/configuration-error.ts";
export { ConnectionError } from "./errors/connection-error.ts";
export { ContractError } from "./errors/contract-error.ts";
export type {
  FlexErrorDetails,
  FlexErrorFields,
  FlexErrorJson,
  ProblemDetails,
} from "./errors/flex-error-details.ts";
export type { FlexErrorKind } from "./errors/flex-error-kind.ts";
export { isFlexError } from "./errors/flex-error.ts";
export type { FlexError } from "./errors/flex-error.ts";
export { HttpError } from "./errors/http-error.ts";
export { ParseError } from "./errors/parse-error.ts";
export { TimeoutError } from "./errors/timeout-error.ts";
export type {
  AttemptEvent,
  CallInfo,
  EndEvent,
  ErrorEvent,
  FlexEvent,
  Hooks,
  ResponseEvent,
  RetryEvent,
  StartEvent,
} from "./events.ts";
export type { Issue } from "./issue.ts";
export type {
  CallOptions,
  FlexClientOptions,
  RequestOptions,
  RetryContext,
  ValidationMode,
} from "./options.ts";
export type { FlexWarning, WarningSink } from "./warnings.ts";
export type {
  AbortSignalLike,
  ByteReaderLike,
  ByteStreamLike,
  FetchInit,
  FetchLike,
  HeadersInput,
  HeadersLike,
  PlatformAbortSignal,
  ResponseLike,
} from "./transport.ts";

/** The operations of the document as methods; `safe` has the same ones, which never throw. */
export interface FlexClient extends Client<RequestOptions> {
  readonly safe: SafeClient<RequestOptions, ResponseMeta, FlexError>;
}
