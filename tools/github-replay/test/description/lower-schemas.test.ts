import { expect, test } from "vitest";
import { lowerSchemas } from "../../src/description/lower-schemas.ts";
import type { JsonValue } from "../../src/json.ts";

const rows: readonly {
  readonly name: string;
  readonly given: JsonValue;
  readonly want: JsonValue;
}[] = [
  {
    name: "nullable is one more type",
    given: { type: "string", nullable: true },
    want: { anyOf: [{ type: "string" }, { type: "null" }] },
  },
  {
    name: "a nullable enum takes null",
    given: { type: "string", enum: ["a"], nullable: true },
    want: { anyOf: [{ type: "string", enum: ["a"] }, { type: "null" }] },
  },
  {
    name: "an object is closed",
    given: { type: "object", properties: { a: {} } },
    want: { type: "object", properties: { a: {} }, additionalProperties: false },
  },
  {
    name: "an object that says what else it takes is left alone",
    given: { properties: { a: {} }, additionalProperties: true },
    want: { properties: { a: {} }, additionalProperties: true },
  },
  {
    name: "parts of a composition stay open",
    given: { allOf: [{ properties: { a: {} } }, { properties: { b: {} } }] },
    want: { allOf: [{ properties: { a: {} } }, { properties: { b: {} } }] },
  },
  {
    name: "an object beside alternatives stays open",
    given: { properties: { a: {} }, anyOf: [{ required: ["a"] }] },
    want: { properties: { a: {} }, anyOf: [{ required: ["a"] }] },
  },
  {
    name: "oneOf is read as anyOf",
    given: { oneOf: [{ type: "string" }, { type: "integer" }] },
    want: { anyOf: [{ type: "string" }, { type: "integer" }] },
  },
  {
    name: "properties that are named like keywords are properties",
    given: { properties: { oneOf: { type: "string" }, nullable: { type: "boolean" } } },
    want: {
      properties: { oneOf: { type: "string" }, nullable: { type: "boolean" } },
      additionalProperties: false,
    },
  },
  {
    name: "a reference goes to the whole document and nothing beside it counts",
    given: { $ref: "#/components/schemas/a", nullable: true },
    want: { $ref: "github#/components/schemas/a" },
  },
];

test.each(rows)("$name", ({ given, want }) => {
  expect(lowerSchemas(given)).toEqual(want);
});
