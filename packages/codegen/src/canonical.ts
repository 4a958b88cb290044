import { isJsonObject } from "@flex-channels/document";
import type { JsonValue } from "@flex-channels/document";

/** What an assignment makes; of `__proto__` it would make a prototype. */
const own = { configurable: true, enumerable: true, writable: true } as const;

/**
 * The same value with the members of every object in one order. Objects are unordered (RFC 8259 §4):
 * two documents that differ in the order of their keys are the same contract and give the same bytes.
 */
export const canonical = <Value extends JsonValue>(value: Value): Value => {
  const sort = (each: JsonValue): JsonValue => {
    if (Array.isArray(each)) return each.map(sort);
    if (!isJsonObject(each)) return each;
    const sorted: Record<string, JsonValue> = {};
    // In the order of code units. Lists of pairs would be garbage of the document's size.
    for (const name of Object.keys(each).toSorted()) {
      const member = sort(each[name] ?? null);
      if (name !== "__proto__") sorted[name] = member;
      else Object.defineProperty(sorted, name, { ...own, value: member });
    }
    return sorted;
  };
  return sort(value) as Value;
};
