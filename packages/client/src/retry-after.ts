import type { Extras } from "./extras.ts";
import type { HeadersLike } from "./transport.ts";

/**
 * Reads how long a server asks to wait: `Retry-After` in delay-seconds or as an HTTP-date (RFC 9110
 * §10.2.3), above it the waits in milliseconds that no standard names and that services send all
 * the same.
 *
 * @returns milliseconds, never negative; undefined where nothing is asked for that makes sense
 */
export function readRetryAfter(
  headers: HeadersLike,
  nowMs: number,
  parseDate: Extras["parseDate"],
): number | undefined {
  for (const prefix of ["", "x-", "x-ms-"]) {
    const value = headers.get(`${prefix}retry-after-ms`);
    if (value !== null && /^\d+(\.\d+)?$/.test(value)) return Number(value);
  }
  const value = headers.get("retry-after") ?? "";
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const waitMs = (parseDate?.(value, nowMs) ?? Number.NaN) - nowMs;
  return Number.isNaN(waitMs) ? undefined : Math.max(0, waitMs);
}
