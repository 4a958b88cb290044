import type { JsonValue } from "./json.ts";
import { isJsonArray } from "./json.ts";

const longest = 60;

/** A value in a few words, for the `received` of a diagnostic. */
export function describeValue(value: JsonValue): string {
  if (value === null) return "null";
  if (isJsonArray(value)) return value.length === 0 ? "an empty array" : "an array";
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return quote(value);
  return `the ${typeof value} ${String(value)}`;
}

/** A text in double quotes, cut where it is long. */
export function quote(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return JSON.stringify(cut);
}
