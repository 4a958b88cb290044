import * as fc from "fast-check";
import { expect, test } from "vitest";
import { patternLanguage, wordOf } from "../../src/schema/language/pattern-language.ts";
import { plainPattern } from "../../src/schema/language/plain-pattern.ts";

const character = fc.constantFrom("a", "C", "0", "-", "/", "é", "😀", "\\d", "\\w", "\\.", ".");
const set = fc.constantFrom("[a-f]", "[0-9A-F]", "[\\d.]", "[a\\-z]", "[^a]", "[z-a]", "[😀b]");
const count = fc.constantFrom("", "", "?", "*", "+", "{2}", "{0}", "{1,3}", "{2,}", "{3,1}", "?");
const row = fc
  .array(fc.tuple(fc.oneof(character, set), count), { maxLength: 4 })
  .map((parts) => parts.flat().join(""));
const source = fc
  .tuple(fc.constantFrom("", "^"), row, fc.constantFrom("", "$"))
  .map((parts) => parts.join(""));

test("a plain pattern has no text outside its lengths, and matches its examples", () => {
  fc.assert(
    fc.property(
      source,
      fc.nat(8),
      fc.string({ unit: "binary", maxLength: 6 }),
      (given, n, text) => {
        const plain = plainPattern(given);
        if (plain === undefined) return;
        const language = patternLanguage(given);
        const example = plain.example(n);
        expect(language?.test(wordOf(example)), `${given} matches ${example}`).not.toBe(false);
        for (const one of [text, example]) {
          const length = wordOf(one).length;
          if (!new RegExp(given, "u").test(one)) continue;
          expect(length).toBeGreaterThanOrEqual(plain.minLength);
          expect(length).toBeLessThanOrEqual(plain.maxLength);
        }
      },
    ),
    { seed: 20261122, numRuns: 3000 },
  );
});

test.each([
  { name: "an identifier", given: "^CH[0-9a-fA-F]{32}$", want: [34, 34] },
  { name: "an open end", given: "^[a-z]+", want: [1, Infinity] },
  { name: "an open start", given: "a{2}$", want: [2, Infinity] },
  { name: "a range of counts", given: "^\\d{3,5}$", want: [3, 5] },
])("$name has its lengths", ({ given, want }) => {
  const plain = plainPattern(given);
  expect([plain?.minLength, plain?.maxLength]).toEqual(want);
});

test.each([
  { name: "a choice", given: "^(?:a|b)$" },
  { name: "a group", given: "^(a){2}$" },
  { name: "many counts that vary", given: "^a?a?a?aaa$" },
  { name: "no pattern", given: "^[z-a]$" },
])("$name is left to the automaton", ({ given }) => {
  expect(plainPattern(given)).toBeUndefined();
});
