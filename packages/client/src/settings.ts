import type { Backoff } from "./backoff.ts";
import { checkBaseUrl } from "./base-url.ts";
import { systemClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import { createAuthorizer } from "./credentials.ts";
import type { Authorizer } from "./credentials.ts";
import { addHeaders } from "./headers.ts";
import type { HeaderRecord } from "./headers.ts";
import type { FlexClientOptions, RequestOptions, RetryContext, ValidationMode } from "./options.ts";
import { refuseOption } from "./refuse.ts";
import { createRetryBudget } from "./retry-budget.ts";
import type { RetryBudget } from "./retry-budget.ts";
import type { AbortSignalLike, FetchLike } from "./transport.ts";
import { identify } from "./user-agent.ts";
import { platformWarning } from "./warnings.ts";
import type { WarningSink } from "./warnings.ts";

/** What a call goes by: the options of its client and its own, checked and complete. */
export interface Settings {
  readonly allowInsecureHttp: unknown;
  readonly baseUrl: string;
  readonly fetch: FetchLike;
  readonly headers: HeaderRecord;
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  readonly maxRetries: number;
  readonly shouldRetry?: (context: RetryContext) => boolean;
  readonly maxResponseBytes: number;
  readonly validation: ValidationMode;
  readonly signal?: AbortSignalLike;
  readonly authorizer: Authorizer;
  readonly backoff: Backoff;
  readonly budget: RetryBudget;
  readonly clock: Clock;
  readonly random: () => number;
  readonly onWarning: WarningSink;
  /** What was warned of, to do so once. */
  readonly warned: Set<string>;
}

/** Gives an option back as it is used, or refuses it. */
type Read = (value: unknown, name: string, settings: Settings) => unknown;

const reader =
  (expected: string, holds: (value: unknown) => boolean) =>
  <T>(value: T, name: string): T =>
    holds(value) ? value : refuseOption(name, expected, value);

const atLeast = (least: number): ReturnType<typeof reader> =>
  reader(`a number, at least ${least}`, (value) => typeof value === "number" && value >= least);

const isFunction = (value: unknown): boolean => typeof value === "function";
const aFunction = reader("a function", isFunction);
const hasMethods = (expected: string, ...names: readonly string[]): ReturnType<typeof reader> =>
  reader(expected, (value) => names.every((name) => isFunction(Object(value)[name])));
const aClock = hasMethods("a Clock", "monotonicMs", "wallMs", "setTimeout", "clearTimeout");

const callReaders: Readonly<Record<keyof RequestOptions, Read>> = {
  baseUrl: (text, _, { allowInsecureHttp }) => checkBaseUrl(text, allowInsecureHttp),
  fetch: aFunction,
  headers: (given, _, { headers }) => addHeaders(headers, given),
  timeoutMs: atLeast(1),
  deadlineMs: atLeast(1),
  maxRetries: atLeast(0),
  shouldRetry: aFunction,
  maxResponseBytes: atLeast(1),
  validation: reader("off, warn or throw", (value) =>
    ["off", "warn", "throw"].includes(value as string),
  ),
  signal: hasMethods("an AbortSignal", "addEventListener", "removeEventListener"),
};

/** Checks the options of one call over those of its client. */
export function readCallOptions(options: RequestOptions, settings: Settings): Settings {
  const read: Record<string, unknown> = { ...settings };
  for (const [name, readOne] of Object.entries(callReaders)) {
    const value: unknown = options[name as keyof RequestOptions];
    if (value !== undefined) read[name] = readOne(value, name, settings);
  }
  return read as unknown as Settings;
}

/** Checks a client's options once and completes them with the defaults. */
export function readClientOptions(options: FlexClientOptions, server = ""): Settings {
  const {
    backoff = { initialMs: 250, maxMs: 8000 },
    retryBudget = 10,
    clock = systemClock,
    random = Math.random,
    onWarning = platformWarning,
  } = options;
  const { initialMs, maxMs } = Object(backoff) as Backoff;
  return readCallOptions(
    { ...options, baseUrl: options.baseUrl ?? server },
    {
      allowInsecureHttp: options.allowInsecureHttp,
      baseUrl: "",
      fetch: (url, init) => (globalThis.fetch as unknown as FetchLike)(url, init),
      headers: identify(options),
      timeoutMs: 10_000,
      deadlineMs: 30_000,
      maxRetries: 2,
      maxResponseBytes: 4 * 1024 * 1024,
      validation: "throw",
      authorizer: createAuthorizer(options),
      backoff: {
        initialMs: atLeast(0)(initialMs, "backoff.initialMs"),
        maxMs: atLeast(0)(maxMs, "backoff.maxMs"),
      },
      budget: createRetryBudget(atLeast(0)(retryBudget, "retryBudget")),
      clock: aClock(clock, "clock"),
      random: aFunction(random, "random"),
      onWarning: aFunction(onWarning, "onWarning"),
      warned: new Set(),
    },
  );
}
