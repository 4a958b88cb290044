import type { JsonValue } from "../../json/json-value.ts";

/** What is known of a set of values: it has none, this is one, or a keyword keeps it unknown. */
export type Answer<Value = JsonValue> =
  | { readonly kind: "empty" }
  | { readonly kind: "found"; readonly value: Value }
  | { readonly kind: "unknown"; readonly keyword: string };

export const empty: Answer<never> = { kind: "empty" };

export function found<Value>(value: Value): Answer<Value> {
  return { kind: "found", value };
}

export function unknown(keyword: string): Answer<never> {
  return { kind: "unknown", keyword };
}
