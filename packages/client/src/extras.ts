import type { Details } from "./details.ts";

/** Behaviours that a call can do without. */
export interface Extras {
  readonly details?: Details;
  /** Reads an HTTP-date (RFC 9110 §5.6.7) as milliseconds, or NaN. */
  readonly parseDate?: (text: string, nowMs: number) => number;
}
