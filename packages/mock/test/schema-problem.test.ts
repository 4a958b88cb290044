import type { ParameterSchema } from "@flex-channels/contract";
import { describe, expect, test } from "vitest";
import { schemaProblem } from "../src/schema-problem.ts";

interface Row {
  readonly keyword: string;
  readonly schema: ParameterSchema;
  readonly valid: readonly unknown[];
  readonly invalid: readonly unknown[];
}

const rows: readonly Row[] = [
  { keyword: "type", schema: { type: "integer" }, valid: [1, 1.0, -2], invalid: [1.5, "1", null] },
  { keyword: "type", schema: { type: ["string", "null"] }, valid: ["", null], invalid: [0, []] },
  { keyword: "type", schema: { type: "object" }, valid: [{}], invalid: [null, []] },
  { keyword: "type", schema: { type: "array" }, valid: [[]], invalid: [{}] },
  { keyword: "enum", schema: { enum: ["a", 1] }, valid: ["a", 1], invalid: ["b", "1"] },
  { keyword: "const", schema: { const: "a" }, valid: ["a"], invalid: ["b"] },
  { keyword: "pattern", schema: { pattern: "^a+$" }, valid: ["aa", 1], invalid: ["", "ab"] },
  {
    keyword: "format",
    schema: { format: "date-time" },
    valid: ["2016-08-01T22:10:40Z", "2016-08-01t22:10:40.5+01:00", 1],
    invalid: ["2016-08-01", "2016-13-01T22:10:40Z", "2016-08-01T24:00:00Z"],
  },
  { keyword: "format", schema: { format: "date" }, valid: ["2016-08-01"], invalid: ["2016-8-1"] },
  { keyword: "minLength", schema: { minLength: 2 }, valid: ["ab", "😀😀"], invalid: ["😀"] },
  { keyword: "maxLength", schema: { maxLength: 1 }, valid: ["😀", ""], invalid: ["ab"] },
  { keyword: "minimum", schema: { minimum: 1 }, valid: [1], invalid: [0.5] },
  { keyword: "maximum", schema: { maximum: 1 }, valid: [1], invalid: [1.5] },
  { keyword: "exclusiveMinimum", schema: { exclusiveMinimum: 1 }, valid: [2], invalid: [1] },
  { keyword: "exclusiveMaximum", schema: { exclusiveMaximum: 1 }, valid: [0], invalid: [1] },
  { keyword: "multipleOf", schema: { multipleOf: 0.1 }, valid: [0.3, 1], invalid: [0.35] },
  { keyword: "minItems", schema: { minItems: 1 }, valid: [["a"], "a"], invalid: [[]] },
  { keyword: "maxItems", schema: { maxItems: 1 }, valid: [["a"]], invalid: [["a", "b"]] },
  { keyword: "uniqueItems", schema: { uniqueItems: true }, valid: [[1, 2]], invalid: [[1, 1]] },
  { keyword: "type", schema: { items: { type: "integer" } }, valid: [[1], "a"], invalid: [["a"]] },
];

describe.each(rows)("$keyword of $schema", ({ keyword, schema, valid, invalid }) => {
  test.each(valid.map((value) => ({ value })))("allows $value", ({ value }) => {
    expect(schemaProblem(schema, value)).toBeUndefined();
  });

  test.each(invalid.map((value) => ({ value })))("refuses $value", ({ value }) => {
    expect(schemaProblem(schema, value)).toBe(keyword);
  });
});

test("a format without a pattern is an annotation", () => {
  expect(schemaProblem({ format: "sid" }, "anything")).toBeUndefined();
});
