import * as fc from "fast-check";
import { expect, test } from "vitest";
import { impliedLength } from "../../src/validators/implied-length.ts";

test.each<[string, [number, number] | undefined]>([
  ["^CH[0-9a-fA-F]{32}$", [34, 34]],
  ["^$", [0, 0]],
  ["^a+$", [1, Infinity]],
  ["^a*b?c{2}d{1,3}e{4,}$", [7, Infinity]],
  ["^\\d{3}-\\D$", [5, 5]],
  ["^[^a]$", [1, 1]],
  ["^[\\]\\-]{2}$", [2, 2]],
  ["a", undefined],
  ["^a", undefined],
  ["a$", undefined],
  ["^a|b$", undefined],
  ["^(ab)$", undefined],
  ["^a\\$", undefined],
  ["^a+?$", undefined],
  ["^\\b$", undefined],
  ["^a$b$", undefined],
  ["^.$", undefined],
  ["^\\p{L}$", undefined],
  ["^[\\u0041]$", undefined],
  ["^𝒳$", [1, 1]],
])("%s implies %j", (source, want) => {
  const implied = impliedLength(source);
  expect(implied && [implied.min, implied.max]).toEqual(want);
});

const piece = fc
  .tuple(
    fc.constantFrom("a", "B", "-", "𝒳", "\\d", "\\.", "[a-c]", "[^a]", "[\\]x]", "\\W"),
    fc.constantFrom("", "{2}", "{0,2}", "{1,}", "*", "+", "?"),
  )
  .map((parts) => parts.join(""));

test("what matches has a length that is implied", () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 4 }),
      fc.array(fc.constantFrom("a", "B", "-", "𝒳", "1", ".", "]", "x", "ü"), { maxLength: 8 }),
      (pieces, letters) => {
        const source = `^${pieces.join("")}$`;
        const implied = impliedLength(source);
        expect(implied).toBeDefined();
        const isMatch = new RegExp(source, "u").test(letters.join(""));
        const { min = 0, max = 0 } = implied ?? {};
        expect(isMatch && (letters.length < min || letters.length > max)).toBe(false);
      },
    ),
    { numRuns: 2_000 },
  );
});
