import { Ajv2020 } from "ajv/dist/2020.js";
import {
  array,
  assert,
  constantFrom,
  dictionary,
  integer,
  letrec,
  oneof,
  option,
  property,
  record,
  uniqueArray,
} from "fast-check";
import type { Arbitrary } from "fast-check";
import { expect, test } from "vitest";
import { judgeExample } from "../src/examples/judge-example.ts";
import type { JsonObject, JsonValue } from "../src/json.ts";
import { valueAt } from "../src/json-pointer.ts";

// Without __proto__, which the other validator does not see; the rows below have it.
const names = constantFrom("a", "b", "constructor", "toString");
const scalar: Arbitrary<JsonValue> = constantFrom<JsonValue>(
  null,
  true,
  false,
  0,
  1,
  2.5,
  -3,
  "",
  "a",
  "ab",
  "😀",
);

const { value: values } = letrec<{ value: JsonValue }>((tie) => ({
  value: oneof(
    { depthSize: "small" },
    scalar,
    array(tie("value"), { maxLength: 3 }),
    dictionary(names, tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

const types = constantFrom("null", "boolean", "integer", "number", "string", "array", "object");

const { schema: schemas } = letrec<{ schema: JsonObject }>((tie) => {
  const some = array(tie("schema"), { minLength: 1, maxLength: 2 });
  const count = integer({ min: 0, max: 2 });
  const part = (members: Record<string, Arbitrary<JsonValue>>): Arbitrary<JsonObject> =>
    record(members, { requiredKeys: [] }).map((chosen) => {
      const schema: Record<string, JsonValue> = {};
      for (const [key, value] of Object.entries(chosen))
        if (value !== undefined) schema[key] = value;
      return schema;
    });
  return {
    schema: oneof(
      { depthSize: "small" },
      part({
        type: types,
        minLength: count,
        maxLength: count,
        minimum: count,
        exclusiveMaximum: count,
      }),
      part({
        type: uniqueArray(types, { minLength: 1, maxLength: 2 }),
        enum: array(scalar, { minLength: 1 }),
      }),
      part({
        properties: dictionary(names, tie("schema"), { noNullPrototype: true }),
        required: uniqueArray(names),
        additionalProperties: oneof(constantFrom(false), tie("schema")),
      }),
      part({
        items: tie("schema"),
        minItems: count,
        maxItems: count,
        uniqueItems: constantFrom(true),
      }),
      // Apart: of an empty array the other validator forgets contains beside prefixItems.
      part({ prefixItems: some }),
      part({ contains: record({ type: types }) }),
      part({ allOf: some, anyOf: some }),
      part({ oneOf: some, not: option(tie("schema"), { nil: true }) }),
      part(Object.fromEntries(["if", "then", "else"].map((key) => [key, tie("schema")]))),
      part({ const: scalar, multipleOf: constantFrom(1, 2) }),
      part({ propertyNames: part({ maxLength: count }), minProperties: count }),
    ),
  };
});

test("a value is found valid exactly where another validator finds it valid", () => {
  const ajv = new Ajv2020({ strict: false, ownProperties: true });
  let valid = 0;
  let runs = 0;
  assert(
    property(schemas, values, (schema, value) => {
      const want = ajv.validate(schema, value);
      const found = judgeExample(value, schema, {});
      expect(found.length === 0).toBe(want);
      for (const { pointer } of found) expect(valueAt(value, pointer)).toBeDefined();
      valid += want ? 1 : 0;
      runs += 1;
    }),
    // Of a fixed seed: the other validator now and then writes code that does not run.
    { numRuns: 500, seed: 2020 },
  );
  expect(valid).toBeGreaterThan(50);
  expect(runs - valid).toBeGreaterThan(50);
});

const proto = (value: JsonValue): JsonObject =>
  JSON.parse(`{"__proto__":${JSON.stringify(value)}}`);

const definitions = { "/b": { type: "object", properties: { c: { maxLength: 1 } } } };

const rows: readonly {
  name: string;
  schema: JsonObject | boolean;
  value: JsonValue;
  want: readonly string[];
}[] = [
  {
    name: "a type",
    schema: { type: ["string", "null"] },
    value: 1,
    want: [': the number 1 is not of type "string" or "null"'],
  },
  {
    name: "a bound",
    schema: { maximum: 2 },
    value: 3,
    want: [": the number 3 is not of maximum 2"],
  },
  {
    name: "several members",
    schema: { properties: { a: { type: "string" }, b: { const: 1 } } },
    value: { a: 1, b: 2 },
    want: ['/a: the number 1 is not of type "string"', "/b: the number 2 is not 1"],
  },
  {
    name: "all that is missing at once",
    schema: { required: ["a", "b"] },
    value: {},
    want: [': "a", "b" are missing'],
  },
  {
    name: "alternatives as one",
    schema: { anyOf: [{ type: "string" }, { properties: { a: { type: "string" } } }] },
    value: { a: 1 },
    want: [": an object is not valid in any of the schemas of anyOf"],
  },
  {
    name: "a limit behind a reference",
    schema: { properties: { a: { $ref: "/b" } } },
    value: { a: { c: "long" } },
    want: ['/a/c: "long" is not of maxLength 1'],
  },
  {
    name: "what nothing allows",
    schema: { additionalProperties: false },
    value: { "a/b": 1 },
    want: ["/a~1b: nothing is allowed here"],
  },
  {
    name: "a required __proto__",
    schema: { required: ["__proto__"] },
    value: {},
    want: [': "__proto__" is missing'],
  },
  {
    name: "the value of __proto__",
    schema: { properties: proto({ type: "string" }), additionalProperties: false },
    value: proto(1),
    want: ['/__proto__: the number 1 is not of type "string"'],
  },
  { name: "a schema that is false", schema: false, value: 1, want: [": nothing is allowed here"] },
  { name: "a schema that is true", schema: true, value: 1, want: [] },
];

test.each(rows)("$name is told in words and at its place", ({ schema, value, want }) => {
  const found = judgeExample(value, schema, definitions);
  expect(found.map(({ pointer, message }) => `${pointer}: ${message}`)).toEqual(want);
});
