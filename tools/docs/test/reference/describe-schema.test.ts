import { describe, expect, test } from "vitest";
import { describeSchema } from "../../src/reference/describe-schema.ts";
import { shopDocument } from "../shop-document.ts";
import { documentOf } from "../site.ts";

const document = documentOf(shopDocument);

describe("the type of a schema in a line", () => {
  test.each([
    { name: "a type", given: { type: "string" }, want: "string" },
    { name: "a format", given: { type: "string", format: "uri" }, want: "string(uri)" },
    {
      name: "null beside it",
      given: { type: ["string", "null"], format: "uri" },
      want: "string(uri) | null",
    },
    { name: "nullable of 3.0", given: { type: "string", nullable: true }, want: "string | null" },
    {
      name: "what an array holds",
      given: { type: "array", items: { type: "integer" } },
      want: "array of integer",
    },
    {
      name: "an array of a named schema",
      given: { type: "array", items: { $ref: "#/components/schemas/Line" } },
      want: "array of object",
    },
    { name: "an array of anything", given: { type: "array" }, want: "array" },
    { name: "properties without a type", given: { properties: { a: {} } }, want: "object" },
    { name: "alternatives", given: { oneOf: [{}] }, want: "one of several" },
    { name: "overlapping alternatives", given: { anyOf: [{}] }, want: "any of several" },
    { name: "values without a type", given: { enum: [1] }, want: "one value of" },
    { name: "anything", given: {}, want: "any" },
  ])("$name", ({ given, want }) => {
    expect(describeSchema(document, given).type).toBe(want);
  });
});

describe("what restricts a value", () => {
  test.each([
    {
      name: "lengths",
      given: { minLength: 1, maxLength: 2 },
      want: ["minimum length 1", "maximum length 2"],
    },
    { name: "a pattern", given: { pattern: "^a$" }, want: ["pattern ^a$"] },
    {
      name: "bounds",
      given: { minimum: 0, exclusiveMaximum: 1 },
      want: ["minimum 0", "less than 1"],
    },
    { name: "a default", given: { default: false }, want: ["default false"] },
    { name: "a constant", given: { const: "a" }, want: ["always a"] },
    { name: "unique items", given: { uniqueItems: true }, want: ["items are unique"] },
    { name: "direction", given: { readOnly: true }, want: ["only in answers"] },
    { name: "nothing", given: { type: "string" }, want: [] },
  ])("$name", ({ given, want }) => {
    const told = describeSchema(document, given).constraints;
    expect(
      told.map(({ words, code }) => (code === undefined ? words : `${words} ${code}`)),
    ).toEqual(want);
  });
});

describe("what is inside", () => {
  test("a reference is named, and what stands beside it counts", () => {
    const shape = describeSchema(document, {
      $ref: "#/components/schemas/Lines",
      description: "Beside",
    });
    expect(shape).toMatchObject({ name: "Lines", description: "Beside", type: "object" });
  });

  test("the members of allOf are one object", () => {
    const { type, properties } = describeSchema(document, { $ref: "#/components/schemas/Order" });
    expect(type).toBe("object");
    expect(properties.map(({ name, required }) => ({ name, required }))).toEqual([
      { name: "note", required: false },
      { name: "lines", required: true },
    ]);
  });

  test("a schema inside itself is named and not opened again", () => {
    const line = describeSchema(document, { $ref: "#/components/schemas/Line" });
    const bundle = line.properties.find(({ name }) => name === "bundle");
    const [item] = bundle?.shape.parts ?? [];
    expect(item?.shape).toMatchObject({ name: "Line", type: "object", properties: [], parts: [] });
  });

  test("alternatives, items and other properties are parts", () => {
    const { parts } = describeSchema(document, {
      prefixItems: [{ type: "string" }],
      items: { type: "integer" },
      additionalProperties: { type: "boolean" },
      anyOf: [{ type: "null" }],
    });
    expect(parts.map(({ label, shape }) => `${label}: ${shape.type}`)).toEqual([
      "Item 1: string",
      "Each item: integer",
      "Each other property: boolean",
      "Alternative 1: null",
    ]);
  });

  test("values and examples are told", () => {
    const shape = describeSchema(document, { enum: ["a", null], examples: ["a"] });
    expect(shape).toMatchObject({ values: ["a", null], examples: ["a"] });
  });
});
