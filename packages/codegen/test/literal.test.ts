import { runInThisContext } from "node:vm";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { propertyName, stringLiteral, valueLiteral } from "../src/literal.ts";

/** What the text means to an engine: the judge that counts. */
const evaluate = (text: string): unknown => runInThisContext(`(${text})`);

const rows = [
  { name: "a quote", given: 'say "hi"' },
  { name: "a backslash at the end", given: "C:\\" },
  { name: "a newline", given: "a\nb\r\nc" },
  { name: "a line separator", given: "a\u2028b\u2029c" },
  { name: "a template", given: "${process.exit(1)}" },
  { name: "a backtick", given: "`" },
  { name: "the end of a script", given: "</script><!--" },
  { name: "a lone surrogate", given: "\ud800" },
  { name: "bidirectional controls", given: "\u202eevil\u202c" },
  { name: "NUL", given: "\0" },
] as const;

describe("stringLiteral", () => {
  test.each(rows)("$name stays the same string", ({ given }) => {
    expect(evaluate(stringLiteral(given))).toBe(given);
  });

  test.each(rows)(
    "$name leaves no raw control, separator or angle bracket in the code",
    ({ given }) => {
      expect(stringLiteral(given)).not.toMatch(
        /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\ud800-\udfff<]/,
      );
    },
  );

  test("any string stays the same string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(evaluate(stringLiteral(text))).toBe(text);
      }),
    );
  });
});

describe("valueLiteral", () => {
  test("any JSON value stays the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.stringify(evaluate(valueLiteral(value)))).toBe(JSON.stringify(value));
      }),
    );
  });

  test("__proto__ is an own member and no prototype", () => {
    const value = evaluate(valueLiteral(JSON.parse('{"__proto__": {"polluted": true}}'))) as object;
    expect(Object.keys(value)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test("an undefined member is left out", () => {
    expect(valueLiteral({ a: 1, b: undefined })).toBe('{"a": 1}');
  });
});

test("a property name never sets a prototype", () => {
  expect(propertyName("__proto__")).toBe('["__proto__"]');
});
