import type { HeadersLike } from "./web.ts";

// No standard names these; services send them where a second is too coarse.
const names = ["retry-after-ms", "x-retry-after-ms", "x-ms-retry-after-ms"];

/** Reads the first well-formed non-standard wait in milliseconds; undefined if there is none. */
export function parseRetryAfterMs(headers: HeadersLike): number | undefined {
  for (const name of names) {
    const value = headers.get(name);
    if (value !== null && /^\d+(\.\d+)?$/.test(value)) return Number(value);
  }
  return;
}
