import type { JsonValue } from "@flex-channels/document";

const byCodeUnit = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : Number(a > b);

/**
 * The same value with the members of every object in one order. Objects are unordered (RFC 8259 §4):
 * two documents that differ in the order of their keys are the same contract and give the same bytes.
 */
export const canonical = <Value extends JsonValue>(value: Value): Value => {
  const sort = (each: JsonValue): JsonValue => {
    if (Array.isArray(each)) return each.map(sort);
    if (typeof each !== "object" || each === null) return each;
    return Object.fromEntries(
      Object.entries(each)
        .toSorted(byCodeUnit)
        .map(([name, member]) => [name, sort(member)]),
    );
  };
  return sort(value) as Value;
};
