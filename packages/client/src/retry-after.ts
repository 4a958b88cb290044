import { parseHttpDate } from "./http-date.ts";

/**
 * Reads a `Retry-After` value: delay-seconds or an HTTP-date (RFC 9110 §10.2.3).
 *
 * @returns milliseconds to wait, never negative; undefined for an absent or malformed value
 */
export function parseRetryAfter(value: string | null, nowMs: number): number | undefined {
  if (value === null) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = parseHttpDate(value, nowMs);
  return date === undefined ? undefined : Math.max(0, date - nowMs);
}
