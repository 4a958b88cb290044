import * as fc from "fast-check";
import type { JsonObject, JsonValue } from "../../src/json/json-value.ts";
import { conditional } from "./rows/row.ts";

const names = ["a", "b", "c"];
const strings = ["", "a", "b", "ab", "aaa", "A1", "2000-01-01"];
const numbers = [-1, 0, 0.5, 1, 1.5, 2, 3, 10];

const scalar: fc.Arbitrary<JsonValue> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<JsonValue>(...strings) },
  { weight: 4, arbitrary: fc.constantFrom<JsonValue>(...numbers) },
  { weight: 2, arbitrary: fc.constantFrom<JsonValue>(true, false, null) },
);

/** Values from a small world, so that schemas from the same world often have something to say. */
export const arbitraryValue: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 3, arbitrary: scalar },
    { weight: 2, arbitrary: fc.array(tie("value"), { maxLength: 3 }) },
    {
      weight: 3,
      arbitrary: fc
        .array(fc.tuple(fc.constantFrom(...names, "d", "x1"), tie("value")), { maxLength: 3 })
        .map((entries): JsonValue => Object.fromEntries(entries)),
    },
  ),
})).value;

const count = fc.integer({ min: 0, max: 3 });
const pattern = fc.constantFrom("^a", "b$", "^[ab]*$", "^a+$", "[0-9]", "^.{2}$");
const type = fc.constantFrom("null", "boolean", "number", "integer", "string", "array", "object");

type Schema = JsonObject | boolean;

type Tie = { schema: Schema; object: JsonObject };

const keyword = (name: string, value: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonObject> =>
  value.map((given) => ({ [name]: given }));

function keywords(schema: fc.Arbitrary<Schema>): fc.Arbitrary<JsonObject>[] {
  const some: fc.Arbitrary<JsonValue> = fc.array(schema, { minLength: 1, maxLength: 3 });
  const byName = fc.dictionary(fc.constantFrom(...names), schema, { minKeys: 1, maxKeys: 3 });
  const some_names = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 2 });
  const typed = type.chain((given) => fc.constant<JsonObject>({ type: given }));
  const all: fc.Arbitrary<JsonObject>[] = [
    typed,
    typed,
    keyword("type", fc.uniqueArray(type, { minLength: 1, maxLength: 3 })),
    keyword(
      "enum",
      fc.uniqueArray(arbitraryValue, { minLength: 1, maxLength: 4, selector: JSON.stringify }),
    ),
    keyword("const", arbitraryValue),
    keyword("minimum", fc.constantFrom(...numbers)),
    keyword("maximum", fc.constantFrom(...numbers)),
    keyword("exclusiveMinimum", fc.constantFrom(...numbers)),
    keyword("exclusiveMaximum", fc.constantFrom(...numbers)),
    keyword("multipleOf", fc.constantFrom(0.1, 0.5, 1, 2, 3)),
    keyword("minLength", count),
    keyword("maxLength", count),
    keyword("pattern", pattern),
    keyword("format", fc.constantFrom("date", "uuid", "ipv4")),
    keyword("properties", byName),
    keyword("properties", byName),
    keyword("properties", byName),
    keyword("required", some_names),
    keyword("required", some_names),
    keyword("additionalProperties", schema),
    keyword("patternProperties", fc.dictionary(pattern, schema, { minKeys: 1, maxKeys: 2 })),
    keyword("propertyNames", schema),
    keyword("minProperties", count),
    keyword("maxProperties", count),
    keyword(
      "dependentRequired",
      fc.dictionary(fc.constantFrom(...names), some_names, { minKeys: 1, maxKeys: 2 }),
    ),
    keyword("dependentSchemas", byName),
    keyword("unevaluatedProperties", schema),
    keyword("items", schema),
    keyword("items", schema),
    keyword("prefixItems", some),
    fc
      .tuple(schema, fc.option(count), fc.option(count))
      .map(([contains, min, max]): JsonObject => ({
        contains,
        ...(min === null ? {} : { minContains: min }),
        ...(max === null ? {} : { maxContains: max }),
      })),
    keyword("minItems", count),
    keyword("maxItems", count),
    keyword("uniqueItems", fc.boolean()),
    keyword("unevaluatedItems", schema),
    keyword("allOf", some),
    keyword("anyOf", some),
    keyword("oneOf", some),
    keyword("not", schema),
    fc
      .tuple(schema, fc.option(schema, { nil: undefined }), fc.option(schema, { nil: undefined }))
      .map(([condition, then, otherwise]) => conditional(condition, [then, otherwise])),
  ];
  return all;
}

/** Schemas of all keywords, small enough to be read in a failure. */
export const arbitrarySchema: fc.Arbitrary<JsonObject> = fc.letrec<Tie>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 2, depthSize: "small" },
    { weight: 1, arbitrary: fc.boolean() },
    { weight: 8, arbitrary: tie("object") },
  ),
  object: fc
    .array(fc.oneof(...keywords(tie("schema"))), { minLength: 1, maxLength: 4 })
    .map((parts): JsonObject => Object.assign({}, ...parts) as JsonObject),
})).object;
