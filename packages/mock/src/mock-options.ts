import type { Contract, Example } from "@flex-channels/contract";
import type { Credentials } from "./authenticate.ts";
import type { RecordedRequest } from "./recorded-request.ts";

/** Example answers, by the operation's key in the contract and status (`200`, `4XX`, `default`). */
export type Examples = Readonly<Record<string, Readonly<Record<string, Example<unknown>>>>>;

/**
 * The bodies that one operation can find: a list, or a function of the path parameters that
 * returns `undefined` for what does not exist.
 */
export type SeedSource = readonly unknown[] | ((path: Readonly<Record<string, string>>) => unknown);

/** What operations can find, by the operation's key in the contract. */
export type Seed = Readonly<Record<string, SeedSource>>;

export interface MockOptions {
  /**
   * What the mock answers.
   * @default the contract of `@flex-channels/contract`
   */
  readonly contract?: Contract;
  /**
   * What it answers with.
   * @default the examples of `@flex-channels/contract/examples`
   */
  readonly examples?: Examples;
  /**
   * What operations find. Of a list, the path parameters select the first body whose properties
   * of the same names, case and underscores ignored, equal them (`Sid` finds `sid`); a parameter
   * that a body has no such property for does not select. An operation that is not named here
   * finds the document's example, and nothing else.
   * @default {}
   */
  readonly seed?: Seed;
  /**
   * Who is let in.
   * @default anyone whose user name is formed like an account SID (`AC…`) or an API key SID
   * (`SK…`), with any password; any bearer token; any API key. None of them may be empty.
   */
  readonly credentials?: readonly Credentials[];
  /**
   * Makes the value of `Twilio-Request-Id`.
   * @default `RQ` and the request's number in 32 hexadecimal digits
   */
  readonly requestId?: (requestNumber: number) => string;
}

/** Answers like the service that a contract describes. As `fetch`, it takes what `fetch` takes. */
export interface Mock {
  (input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /**
   * The requests since the start or the last `reset`, oldest first, secrets left out; live, and
   * the last 10,000 at most.
   */
  readonly requests: readonly RecordedRequest[];
  /** Adds bodies that operations can find; the first call for an operation replaces its example. */
  seed(seed: Seed): void;
  /**
   * Answers the next calls of an operation with these statuses, one a call, each with its
   * documented example. A request that is refused earlier (credentials, arguments) uses none up.
   * @throws {MockError} for an operation or a status that the contract does not have
   */
  answerNext(operationId: string, ...statuses: readonly number[]): void;
  /** Back to the options: seeds, planned answers, request log and request numbers. */
  reset(): void;
}
