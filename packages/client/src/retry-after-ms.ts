import type { HeadersLike } from "./transport.ts";

/** Reads the waits in milliseconds that no standard names and that services send all the same. */
export function parseRetryAfterMs(headers: HeadersLike): number | undefined {
  const value =
    headers.get("retry-after-ms") ??
    headers.get("x-retry-after-ms") ??
    headers.get("x-ms-retry-after-ms");
  return value !== null && /^\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}
