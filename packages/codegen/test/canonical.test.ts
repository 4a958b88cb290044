import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical } from "../src/canonical.ts";

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, member]) => [name, shuffled(member)]),
  );
};

describe("canonical", () => {
  test("the order of members does not matter", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.stringify(canonical(shuffled(value) as never))).toBe(
          JSON.stringify(canonical(value as never)),
        );
      }),
    );
  });

  test("the order of items does", () => {
    expect(canonical([2, 1])).toEqual([2, 1]);
  });

  test("__proto__ stays an own member", () => {
    expect(Object.keys(canonical(JSON.parse('{"b": 1, "__proto__": 2}')))).toEqual([
      "__proto__",
      "b",
    ]);
  });
});
