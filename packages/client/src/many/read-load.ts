import type { LoadSignal } from "./concurrency.ts";

interface Headers {
  get?(name: string): string | null;
  readonly [name: string]: unknown;
}

interface Observable {
  readonly status?: unknown;
  readonly headers?: Headers;
  readonly attempts?: readonly { readonly status?: unknown }[];
}

const header = "twilio-concurrent-requests";

/**
 * Reads the load off whatever a request came to: a result of `safe`, an error of this package, or
 * anything with the same fields. Other values tell nothing.
 */
export function readLoad(value: unknown): LoadSignal {
  const { status, headers, attempts } = (
    typeof value === "object" && value !== null ? value : {}
  ) as Observable;
  const reported = typeof headers?.get === "function" ? headers.get(header) : headers?.[header];
  return {
    throttled: status === 429 || (attempts ?? []).some((attempt) => attempt.status === 429),
    accountRequests:
      typeof reported === "string" && /^\d+$/.test(reported) ? Number(reported) : undefined,
  };
}

/** Was a request given up with a 429? It was not processed, so it may be asked again. */
export function isThrottled(value: unknown): boolean {
  return typeof value === "object" && value !== null && (value as Observable).status === 429;
}
