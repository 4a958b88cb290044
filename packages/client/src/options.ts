import type { Backoff } from "./backoff.ts";
import type { Clock } from "./clock.ts";
import type { Credentials, CredentialsProvider } from "./credentials.ts";
import type { FlexError } from "./errors/flex-error.ts";
import type { Hooks } from "./events.ts";
import type { WarningSink } from "./warnings.ts";
import type { AbortSignalLike, FetchLike, HeadersInput } from "./transport.ts";

/** What is done about an answer that violates the document. */
export type ValidationMode = "off" | "warn" | "throw";

/** What `shouldRetry` judges. */
export interface RetryContext {
  /** What the last attempt came to; `attempts` has them all. */
  readonly error: FlexError;
  /** What the default would be. */
  readonly retryable: boolean;
}

/** What can be set for the client and again for a call. */
export interface CallOptions {
  /**
   * URL to send to, above region, edge and environment. https, or http to loopback.
   * @default the document's server
   */
  readonly baseUrl?: string | undefined;
  /** @default `globalThis.fetch`, read at call time */
  readonly fetch?: FetchLike | undefined;
  /** Further request headers; those of a call win over those of the client. */
  readonly headers?: HeadersInput | undefined;
  /** Time for one attempt, its body included, in milliseconds; `Infinity` for none. @default 10_000 */
  readonly timeoutMs?: number | undefined;
  /** Time for the whole call, waits included, in milliseconds; `Infinity` for none. @default 30_000 */
  readonly deadlineMs?: number | undefined;
  /** Attempts after the first. @default 2 */
  readonly maxRetries?: number | undefined;
  /** Decides in place of the default whether a failed attempt is repeated. */
  readonly shouldRetry?: ((context: RetryContext) => boolean) | undefined;
  /** Largest body that is read, in bytes after decompression. @default 4 MiB */
  readonly maxResponseBytes?: number | undefined;
  /** @default "throw" */
  readonly validation?: ValidationMode | undefined;
}

/** Options of one call, beside the arguments of its operation. */
export interface RequestOptions extends CallOptions {
  /** Aborts the call; it adds to the times, never replaces them. */
  readonly signal?: AbortSignalLike | undefined;
}

/** Options of a client. Nothing is required where the environment has the credentials. */
export interface FlexClientOptions extends CallOptions, Credentials, Hooks {
  /** Gets credentials when they are needed, and anew after a 401. */
  readonly credentials?: CredentialsProvider | undefined;
  /** Twilio region, e.g. `au1`. @default `TWILIO_REGION` */
  readonly region?: string | undefined;
  /** Twilio edge, e.g. `sydney`. @default `TWILIO_EDGE` */
  readonly edge?: string | undefined;
  /** Product token of the application for `User-Agent`, e.g. `my-app/1.2`. */
  readonly userAgent?: string | undefined;
  /** The waits between attempts. @default `{ initialMs: 250, maxMs: 8_000 }` */
  readonly backoff?: Backoff | undefined;
  /** Retries that all calls together may make before successes must earn new ones. @default 10 */
  readonly retryBudget?: number | undefined;
  /** Lets credentials travel over plain http to other hosts than loopback. @default false */
  readonly allowInsecureHttp?: boolean | undefined;
  /** Lets a secret be used in a browser, where every visitor can read it. @default false */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
  /** Where warnings go. @default `process.emitWarning`, else `console.warn` */
  readonly onWarning?: WarningSink | undefined;
  /** @default the runtime's */
  readonly clock?: Clock | undefined;
  /** A number in [0, 1), for the jitter. @default `Math.random` */
  readonly random?: (() => number) | undefined;
}
