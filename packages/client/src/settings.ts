import type { Contract } from "@flex-channels/contract";
import type { Backoff } from "./backoff.ts";
import { checkBaseUrl, locateServer } from "./base-url.ts";
import { systemClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import { chooseCredentials, fixedAuthorizer, providedAuthorizer } from "./credentials.ts";
import type { Authorizer } from "./credentials.ts";
import { readEnvironment } from "./environment.ts";
import { ConfigurationError } from "./errors/configuration-error.ts";
import type { Hooks } from "./events.ts";
import { addHeaders } from "./headers.ts";
import type { FlexClientOptions, RequestOptions, RetryContext, ValidationMode } from "./options.ts";
import { refuseOption } from "./refuse.ts";
import { createRetryBudget } from "./retry-budget.ts";
import type { RetryBudget } from "./retry-budget.ts";
import { isBrowser, userAgent } from "./user-agent.ts";
import { platformWarning } from "./warnings.ts";
import type { WarningSink } from "./warnings.ts";
import type { FetchLike } from "./transport.ts";

/** What a call goes by: `CallOptions`, checked and complete. */
export interface CallSettings {
  readonly baseUrl: string;
  readonly fetch: FetchLike;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  readonly maxRetries: number;
  readonly shouldRetry: ((context: RetryContext) => boolean) | undefined;
  readonly maxResponseBytes: number;
  readonly validation: ValidationMode;
}

/** What all calls of a client share. */
export interface ClientSettings {
  readonly call: CallSettings;
  readonly allowInsecureHttp: boolean;
  readonly authorizer: Authorizer;
  readonly backoff: Backoff;
  readonly budget: RetryBudget;
  readonly clock: Clock;
  readonly hooks: Hooks;
  readonly random: () => number;
  readonly warn: WarningSink;
  /** What was warned of, to do so once. */
  readonly warned: Set<string>;
}

/** Checks a client's options once and completes them from the environment and the contract. */
export function readClientOptions(options: FlexClientOptions, contract: Contract): ClientSettings {
  const {
    credentials,
    allowInsecureHttp = false,
    backoff = { initialMs: 250, maxMs: 8000 },
  } = options;
  const { onRequest, onResponse, onRetry, onError } = options;
  const browser = isBrowser();
  if (browser && !options.dangerouslyAllowBrowser && options.token === undefined) {
    throw new ConfigurationError({
      reason:
        "a browser: whoever opens the page can read its secrets and act for the whole account. Call from a server, or set dangerouslyAllowBrowser",
    });
  }
  if (options.userAgent !== undefined && !/^[\w.!#$%&'*+^`|~/() ;-]+$/.test(options.userAgent)) {
    refuseOption("userAgent", "a product token such as my-app/1.2", options.userAgent);
  }
  const server =
    options.baseUrl ??
    locateServer(
      contract.servers[0] ??
        refuseOption("baseUrl", "a URL, the document names no server", undefined),
      options.region ?? readEnvironment("TWILIO_REGION"),
      options.edge ?? readEnvironment("TWILIO_EDGE"),
    );
  const defaults: CallSettings = {
    baseUrl: "",
    fetch: (url, init) => (globalThis.fetch as unknown as FetchLike)(url, init),
    // A browser forbids a page to name itself, and asks the server first if it tries.
    headers: browser ? {} : { "user-agent": userAgent(options.userAgent) },
    timeoutMs: 10_000,
    deadlineMs: 30_000,
    maxRetries: 2,
    shouldRetry: undefined,
    maxResponseBytes: 4 * 1024 * 1024,
    validation: "throw",
  };
  return {
    call: readCallOptions({ ...options, baseUrl: server }, { call: defaults, allowInsecureHttp }),
    allowInsecureHttp,
    authorizer: credentials
      ? providedAuthorizer(credentials)
      : fixedAuthorizer(chooseCredentials(options)),
    backoff: {
      initialMs: checkNumber("backoff.initialMs", backoff.initialMs, 0),
      maxMs: checkNumber("backoff.maxMs", backoff.maxMs, 0),
    },
    budget: createRetryBudget(checkNumber("retryBudget", options.retryBudget ?? 10, 0)),
    clock: options.clock ?? systemClock,
    hooks: { onRequest, onResponse, onRetry, onError },
    random: options.random ?? Math.random,
    warn: options.onWarning ?? platformWarning,
    warned: new Set(),
  };
}

/** Checks the options of one call over those of the client. */
export function readCallOptions(
  options: RequestOptions,
  { call: defaults, allowInsecureHttp }: Pick<ClientSettings, "call" | "allowInsecureHttp">,
): CallSettings {
  const { baseUrl, fetch = defaults.fetch, headers, validation = defaults.validation } = options;
  const number = (
    name: "timeoutMs" | "deadlineMs" | "maxRetries" | "maxResponseBytes",
    least: number,
  ): number => checkNumber(name, options[name] ?? defaults[name], least);
  if (!["off", "warn", "throw"].includes(validation)) {
    refuseOption("validation", "off, warn or throw", validation);
  }
  if (typeof fetch !== "function") refuseOption("fetch", "a function", fetch);
  if (options.shouldRetry && typeof options.shouldRetry !== "function") {
    refuseOption("shouldRetry", "a function", options.shouldRetry);
  }
  if (options.signal && typeof options.signal.addEventListener !== "function") {
    refuseOption("signal", "an AbortSignal", options.signal);
  }
  return {
    baseUrl: baseUrl === undefined ? defaults.baseUrl : checkBaseUrl(baseUrl, allowInsecureHttp),
    fetch,
    headers: headers === undefined ? defaults.headers : addHeaders(defaults.headers, headers),
    timeoutMs: number("timeoutMs", 1),
    deadlineMs: number("deadlineMs", 1),
    maxRetries: number("maxRetries", 0),
    shouldRetry: options.shouldRetry ?? defaults.shouldRetry,
    maxResponseBytes: number("maxResponseBytes", 1),
    validation,
  };
}

function checkNumber(name: string, value: unknown, least: number): number {
  return typeof value === "number" && value >= least
    ? value
    : refuseOption(name, `a number, at least ${least}`, value);
}
