import { isJsonObject, type JsonObject, type JsonValue } from "@flex-channels/document";
import * as fc from "fast-check";

const names = ["a", "b", "ab", "constructor", "__proto__"] as const;
const name = fc.constantFrom(...names);
const count = fc.integer({ min: 0, max: 3 });

/** Numbers that binary and decimal division judge alike. */
const number = fc.oneof(fc.integer({ min: -4, max: 8 }), fc.constantFrom(0.5, 1.5, -2.5, 1e9));
const text = fc.oneof(
  fc.constantFrom("", "a", "ab", "b", "1", "ü", "𝒳", "a𝒳"),
  fc.string({ maxLength: 4 }),
);

const record = <Value>(keys: fc.Arbitrary<string>, value: fc.Arbitrary<Value>, maxLength = 3) =>
  fc
    .uniqueArray(fc.tuple(keys, value), { maxLength, selector: ([key]) => key })
    .map((entries): Record<string, Value> => Object.fromEntries(entries));

/** JSON values of few shapes, so that a schema often meets a value that it says something about. */
export const anyValue: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: "small", withCrossShrink: true },
    fc.oneof(fc.constant(null), fc.boolean(), number, text),
    fc.array(tie("value"), { maxLength: 4 }),
    record(name, tie("value"), 4),
    record(name, tie("value"), 4),
  ),
})).value;

const types = ["null", "boolean", "integer", "number", "string", "array", "object"] as const;
const pattern = fc.constantFrom("^a", "b$", "^[a-b]{1,2}$", "^.$", "\\d", "^\\p{L}*$");

const scalarKeywords = {
  type: fc.oneof(
    fc.constantFrom(...types),
    fc.uniqueArray(fc.constantFrom(...types), { minLength: 1, maxLength: 3 }),
  ),
  enum: fc.uniqueArray(anyValue, {
    minLength: 1,
    maxLength: 4,
    comparator: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  }),
  const: anyValue,
  minLength: count,
  maxLength: count,
  pattern,
  minimum: number,
  exclusiveMinimum: number,
  maximum: number,
  exclusiveMaximum: number,
  multipleOf: fc.constantFrom(0.5, 1, 2, 3),
  minItems: count,
  maxItems: count,
  uniqueItems: fc.boolean(),
  minProperties: count,
  maxProperties: count,
  required: fc.uniqueArray(name, { maxLength: 2 }),
  dependentRequired: record(name, fc.uniqueArray(name, { maxLength: 2 }), 2),
};

const structuralKeywords = (schema: fc.Arbitrary<JsonValue>) => ({
  properties: record(name, schema),
  patternProperties: record(fc.constantFrom("^a", "b$", "^.$"), schema, 2),
  additionalProperties: schema,
  propertyNames: schema,
  dependentSchemas: record(name, schema, 2),
  unevaluatedProperties: schema,
  prefixItems: fc.array(schema, { minLength: 1, maxLength: 2 }),
  items: schema,
  contains: schema,
  minContains: count,
  maxContains: count,
  unevaluatedItems: schema,
  allOf: fc.array(schema, { minLength: 1, maxLength: 2 }),
  anyOf: fc.array(schema, { minLength: 1, maxLength: 3 }),
  oneOf: fc.array(schema, { minLength: 1, maxLength: 3 }),
  not: schema,
  ...Object.fromEntries(["if", "then", "else"].map((keyword) => [keyword, schema])),
});

/** At most `max` of the keywords: a schema with all of them accepts nothing. */
const some = (
  keywords: Record<string, fc.Arbitrary<JsonValue>>,
  max: number,
): fc.Arbitrary<JsonObject> =>
  fc
    .uniqueArray(
      fc
        .constantFrom(...Object.keys(keywords))
        .chain((keyword) =>
          (keywords[keyword] ?? fc.constant(true)).map((value) => [keyword, value] as const),
        ),
      { maxLength: max, selector: ([keyword]) => keyword },
    )
    .map((entries) => Object.fromEntries(entries));

const schemaBelow = (definitions: readonly string[]): fc.Arbitrary<JsonValue> =>
  fc.letrec<{ schema: JsonValue }>((tie) => ({
    schema: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      fc.oneof(
        fc.boolean(),
        some(scalarKeywords, 2),
        ...definitions.map((each) => fc.constant({ $ref: `#/$defs/${each}` })),
      ),
      some({ ...scalarKeywords, ...structuralKeywords(tie("schema")) }, 3),
      some(structuralKeywords(tie("schema")), 4),
      some(structuralKeywords(tie("schema")), 4),
    ),
  })).schema;

/** Schemas of 2020-12 with every keyword; `leaf` refers to nothing, `node` to `leaf` and, below its properties, to itself. */
export const anySchema: fc.Arbitrary<JsonObject> = fc
  .record({
    body: schemaBelow(["leaf", "node"]).filter(isJsonObject),
    leaf: schemaBelow([]),
    node: schemaBelow(["leaf"]),
  })
  .map(({ body, leaf, node }) =>
    Object.assign({}, body, {
      $defs: {
        leaf,
        node: {
          anyOf: [
            {
              type: "object",
              properties: { a: { $ref: "#/$defs/node" }, b: { $ref: "#/$defs/leaf" } },
            },
            { allOf: [node] },
          ],
        },
      },
    }),
  );
