import type { JsonValue } from "./json.ts";
import { isJsonArray, isJsonObject } from "./json.ts";

/** Adds one reference token to a pointer (RFC 6901 §3). */
export function childPointer(pointer: string, token: string | number): string {
  if (typeof token === "number" || !/[~/]/.test(token)) return `${pointer}/${token}`;
  return `${pointer}/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** Joins reference tokens to a pointer. */
export function formatPointer(tokens: readonly (string | number)[]): string {
  let pointer = "";
  for (const token of tokens) pointer = childPointer(pointer, token);
  return pointer;
}

/**
 * Splits a pointer into its reference tokens (RFC 6901 §4).
 * Undefined where the text is no pointer: no leading slash, or `~` without `0` or `1`.
 */
export function parsePointer(pointer: string): readonly string[] | undefined {
  if (pointer === "") return [];
  if (!pointer.startsWith("/")) return undefined;
  const tokens = pointer.slice(1).split("/");
  if (!pointer.includes("~")) return tokens;
  if (/~(?![01])/.test(pointer)) return undefined;
  return tokens.map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** One step down; array indexes as RFC 6901 §4 writes them, without leading zeros. */
export function childValue(value: JsonValue | undefined, token: string): JsonValue | undefined {
  if (isJsonArray(value)) return /^(?:0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
  return isJsonObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
}

/** The value that a pointer leads to, or undefined. */
export function valueAt(root: JsonValue, pointer: string): JsonValue | undefined {
  const tokens = parsePointer(pointer);
  if (tokens === undefined) return undefined;
  let value: JsonValue | undefined = root;
  for (const token of tokens) {
    value = childValue(value, token);
    if (value === undefined) return undefined;
  }
  return value;
}
