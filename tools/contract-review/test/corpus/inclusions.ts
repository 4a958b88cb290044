import { type Inclusion, outcome } from "./row.ts";

const text = { type: "string" };
const integer = { type: "integer" };
const number = { type: "number" };
const list = (items: Inclusion["less"]) => ({ type: "array", items });
const object = (properties: Record<string, Inclusion["less"]>, rest: object = {}) => ({
  type: "object",
  properties,
  ...rest,
});
const cat = object({ kind: { const: "cat" }, lives: integer }, { required: ["kind"] });
const dog = object({ kind: { const: "dog" }, barks: { type: "boolean" } }, { required: ["kind"] });

/** Pairs of schemas where JSON Schema alone says which of them accepts less. */
export const inclusions: readonly Inclusion[] = [
  // Types
  { name: "integers are numbers", less: integer, more: number },
  {
    name: "no null is less than null",
    dialect: "3.1",
    less: text,
    more: { type: ["string", "null"] },
  },
  {
    name: "nullable adds null",
    dialect: "3.0",
    less: text,
    more: { type: "string", nullable: true },
  },
  {
    name: "nullable reaches an enum that lists null",
    dialect: "3.0",
    less: { type: "string", enum: ["a"] },
    more: { type: "string", nullable: true, enum: ["a", null] },
    causes: 2,
  },
  {
    name: "one of two types",
    dialect: "3.1",
    less: { type: "boolean" },
    more: { type: ["boolean", "string"] },
  },
  {
    name: "one of three types",
    dialect: "3.1",
    less: { type: ["boolean", "null"] },
    more: { type: ["boolean", "string", "null"] },
  },
  { name: "a type is less than no type", less: text, more: {} },
  { name: "null is less than anything", dialect: "3.1", less: { type: "null" }, more: true },
  { name: "nothing is less than a string", dialect: "3.1", less: false, more: text },
  {
    name: "a contradiction is less than a string",
    less: { type: "string", minLength: 5, maxLength: 2 },
    more: text,
    causes: 2,
  },
  // Finite sets
  {
    name: "an enum that lost a value",
    less: { type: "string", enum: ["a", "b"] },
    more: { type: "string", enum: ["a", "b", "c"] },
  },
  { name: "an enum is less than its type", less: { type: "string", enum: ["a", "b"] }, more: text },
  {
    name: "a const is less than an enum",
    dialect: "3.1",
    less: { const: "a" },
    more: { enum: ["a", "b"] },
  },
  { name: "a const is less than its type", dialect: "3.1", less: { const: 7 }, more: integer },
  {
    name: "an enum within a pattern",
    less: { type: "string", enum: ["ab", "ac"] },
    more: { type: "string", pattern: "^a" },
  },
  {
    name: "an enum within a range",
    less: { type: "integer", enum: [1, 2] },
    more: { type: "integer", minimum: 1, maximum: 3 },
  },
  {
    name: "an emoji is one character",
    less: { type: "string", enum: ["😀"] },
    more: { type: "string", maxLength: 1 },
  },
  {
    name: "true is less than a boolean",
    less: { type: "boolean", enum: [true] },
    more: { type: "boolean" },
  },
  { name: "an enum of objects", less: { enum: [{ a: 1 }] }, more: { enum: [{ a: 1 }, { a: 2 }] } },
  { name: "an enum of lists", less: { enum: [[1]] }, more: { enum: [[1], [1, 2]] } },
  {
    name: "an enum of many values",
    less: { type: "string", enum: Array.from({ length: 400 }, (_, index) => `v${String(index)}`) },
    more: { type: "string", enum: Array.from({ length: 401 }, (_, index) => `v${String(index)}`) },
  },
  // Numbers
  {
    name: "a raised minimum",
    less: { type: "integer", minimum: 1 },
    more: { type: "integer", minimum: 0 },
  },
  {
    name: "a lowered maximum",
    less: { type: "integer", maximum: 9 },
    more: { type: "integer", maximum: 10 },
  },
  { name: "a minimum is less than none", less: { type: "number", minimum: -5 }, more: number },
  {
    name: "a fraction of a bound",
    less: { type: "number", maximum: 0.1 },
    more: { type: "number", maximum: 0.2 },
  },
  {
    name: "an excluded bound",
    dialect: "3.1",
    less: { type: "number", exclusiveMinimum: 0 },
    more: { type: "number", minimum: 0 },
  },
  {
    name: "a bound excluded by OpenAPI 3.0",
    dialect: "3.0",
    less: { type: "number", maximum: 9, exclusiveMaximum: true },
    more: { type: "number", maximum: 9 },
  },
  {
    name: "a multiple of four is one of two",
    less: { type: "integer", multipleOf: 4 },
    more: { type: "integer", multipleOf: 2 },
  },
  {
    name: "a tenth is a number of hundredths",
    less: { type: "number", multipleOf: 0.1 },
    more: { type: "number", multipleOf: 0.01 },
  },
  {
    name: "a multiple is less than any number",
    less: { type: "number", multipleOf: 5 },
    more: number,
  },
  {
    name: "a hole between bounds",
    less: { type: "integer", minimum: 0, maximum: 9, not: { enum: [5] } },
    more: { type: "integer", minimum: 0, maximum: 9 },
  },
  {
    name: "above zero is not zero",
    dialect: "3.1",
    less: { type: "number", exclusiveMinimum: 0 },
    more: { type: "number", not: { const: 0 } },
  },
  {
    name: "a range of two ranges",
    less: { type: "integer", minimum: 3, maximum: 4 },
    more: { type: "integer", anyOf: [{ maximum: 4 }, { minimum: 8 }] },
    causes: 2,
  },
  {
    name: "a large bound",
    less: { type: "integer", maximum: 9007199254740990 },
    more: { type: "integer", maximum: 9007199254740991 },
  },
  {
    name: "the only multiple within bounds",
    less: { type: "integer", enum: [6] },
    more: { type: "integer", multipleOf: 3, minimum: 4, maximum: 9 },
  },
  // Strings
  {
    name: "a raised minLength",
    less: { type: "string", minLength: 2 },
    more: { type: "string", minLength: 1 },
  },
  {
    name: "a lowered maxLength",
    less: { type: "string", maxLength: 63 },
    more: { type: "string", maxLength: 64 },
  },
  { name: "not empty is less than any string", less: { type: "string", minLength: 1 }, more: text },
  {
    name: "a longer prefix",
    less: { type: "string", pattern: "^ab" },
    more: { type: "string", pattern: "^a" },
  },
  {
    name: "a smaller class",
    less: { type: "string", pattern: "^CH[0-9a-f]{32}$" },
    more: { type: "string", pattern: "^CH[0-9a-fA-F]{32}$" },
  },
  {
    name: "a fixed count of digits",
    less: { type: "string", pattern: "^\\d{3}$" },
    more: { type: "string", pattern: "^\\d+$" },
  },
  {
    name: "a pattern is less than none",
    less: { type: "string", pattern: "^[a-z]+$" },
    more: text,
  },
  {
    name: "an anchored pattern",
    less: { type: "string", pattern: "^b$" },
    more: { type: "string", pattern: "b" },
  },
  {
    name: "a pattern and its length",
    less: { type: "string", pattern: "^[a-z]{3,5}$" },
    more: { type: "string", minLength: 3, maxLength: 5 },
  },
  {
    name: "one alternative of a pattern",
    less: { type: "string", pattern: "^(?:red|blue)$" },
    more: { type: "string", pattern: "^(?:red|green|blue)$" },
  },
  {
    name: "a pattern besides a pattern",
    less: { allOf: [{ type: "string", pattern: "a" }, { pattern: "b" }] },
    more: { type: "string", pattern: "a" },
  },
  {
    name: "a pattern of a uuid",
    less: { type: "string", pattern: "^[0-9a-f]{8}-[0-9a-f]{4}$" },
    more: { type: "string", pattern: "^[0-9a-f-]{13}$" },
  },
  {
    name: "a look-ahead",
    less: { type: "string", pattern: "^(?!a)[a-c]$" },
    more: { type: "string", pattern: "^[a-c]$" },
  },
  // Arrays
  { name: "a raised minItems", less: { ...list(text), minItems: 1 }, more: list(text) },
  {
    name: "a lowered maxItems",
    less: { ...list(text), maxItems: 4 },
    more: { ...list(text), maxItems: 5 },
  },
  { name: "unique items", less: { ...list(text), uniqueItems: true }, more: list(text) },
  { name: "items of less", less: list(integer), more: list(number) },
  {
    name: "items of less, two levels down",
    less: list(list({ type: "string", maxLength: 2 })),
    more: list(list({ type: "string", maxLength: 3 })),
  },
  { name: "no items at all", less: { ...list(text), maxItems: 0 }, more: list(text) },
  {
    name: "unique items of two values are two at most",
    less: { ...list({ type: "string", enum: ["a", "b"] }), uniqueItems: true },
    more: { ...list({ type: "string", enum: ["a", "b"] }), maxItems: 2 },
  },
  {
    name: "a first item of less",
    dialect: "3.1",
    less: { type: "array", prefixItems: [integer], items: false },
    more: { type: "array", prefixItems: [number], items: false },
  },
  {
    name: "a tuple that lost its last item",
    dialect: "3.1",
    less: { type: "array", prefixItems: [text], items: false },
    more: { type: "array", prefixItems: [text, integer], items: false },
  },
  {
    name: "a tuple without a rest",
    dialect: "3.1",
    less: { type: "array", prefixItems: [text], items: false },
    more: { type: "array", prefixItems: [text], items: integer },
  },
  {
    name: "a rest of less",
    dialect: "3.1",
    less: { type: "array", prefixItems: [text], items: integer },
    more: { type: "array", prefixItems: [text], items: number },
  },
  {
    name: "a tuple that must be whole",
    dialect: "3.1",
    less: { type: "array", prefixItems: [text, integer], items: false, minItems: 2 },
    more: { type: "array", prefixItems: [text, integer], items: false },
  },
  {
    name: "contains",
    dialect: "3.1",
    less: { ...list(number), contains: { const: 1 } },
    more: list(number),
  },
  {
    name: "contains less",
    dialect: "3.1",
    less: { ...list(number), contains: { minimum: 5 } },
    more: { ...list(number), contains: { minimum: 3 } },
  },
  {
    name: "a raised minContains",
    dialect: "3.1",
    less: { ...list(number), contains: { minimum: 5 }, minContains: 2 },
    more: { ...list(number), contains: { minimum: 5 } },
  },
  {
    name: "a maxContains",
    dialect: "3.1",
    less: { ...list(number), contains: { minimum: 5 }, maxContains: 2 },
    more: { ...list(number), contains: { minimum: 5 } },
  },
  {
    name: "a lowered maxContains",
    dialect: "3.1",
    less: { ...list(number), contains: { minimum: 5 }, minContains: 0, maxContains: 1 },
    more: { ...list(number), contains: { minimum: 5 }, minContains: 0, maxContains: 2 },
  },
  {
    name: "contains two is two items",
    dialect: "3.1",
    less: { ...list(number), contains: { minimum: 5 }, minContains: 2 },
    more: { ...list(number), minItems: 2 },
  },
  {
    name: "unevaluatedItems of less",
    dialect: "3.1",
    less: { type: "array", allOf: [{ prefixItems: [text] }], unevaluatedItems: integer },
    more: { type: "array", allOf: [{ prefixItems: [text] }], unevaluatedItems: number },
  },
  {
    name: "no unevaluatedItems",
    dialect: "3.1",
    less: { type: "array", allOf: [{ prefixItems: [text] }], unevaluatedItems: false },
    more: { type: "array", allOf: [{ prefixItems: [text] }], unevaluatedItems: integer },
  },
  // Objects
  {
    name: "a required property",
    less: object({ a: text }, { required: ["a"] }),
    more: object({ a: text }),
  },
  {
    name: "one more required property",
    less: object({ a: text, b: text }, { required: ["a", "b"] }),
    more: object({ a: text, b: text }, { required: ["a"] }),
  },
  { name: "a property of less", less: object({ a: integer }), more: object({ a: number }) },
  {
    name: "a property of less, three levels down",
    less: object({ a: object({ b: object({ c: { type: "string", maxLength: 3 } }) }) }),
    more: object({ a: object({ b: object({ c: { type: "string", maxLength: 4 } }) }) }),
  },
  {
    name: "a raised minProperties",
    less: object({ a: text, b: text }, { minProperties: 1 }),
    more: object({ a: text, b: text }),
  },
  {
    name: "a lowered maxProperties",
    less: object({ a: text, b: text }, { maxProperties: 1 }),
    more: object({ a: text, b: text }),
  },
  {
    name: "additional properties of less",
    less: { type: "object", additionalProperties: integer },
    more: { type: "object", additionalProperties: number },
  },
  {
    name: "additional properties of a type are less than any",
    less: { type: "object", additionalProperties: text },
    more: { type: "object", additionalProperties: true },
  },
  {
    name: "no additional property is less than some",
    less: object({ a: text }, { additionalProperties: false }),
    more: object({ a: text }, { additionalProperties: text }),
  },
  {
    name: "no additional property is less than any",
    less: object({ a: text }, { additionalProperties: false }),
    more: object({ a: text }, { additionalProperties: true }),
  },
  {
    name: "a property of a map that is less",
    less: object({ a: integer }, { additionalProperties: number }),
    more: object({ a: number }, { additionalProperties: number }),
  },
  {
    name: "patternProperties of less",
    dialect: "3.1",
    less: { type: "object", patternProperties: { "^x-": integer }, additionalProperties: false },
    more: { type: "object", patternProperties: { "^x-": number }, additionalProperties: false },
  },
  {
    name: "a pattern of less names",
    dialect: "3.1",
    less: { type: "object", patternProperties: { "^x-a": text }, additionalProperties: false },
    more: { type: "object", patternProperties: { "^x-": text }, additionalProperties: false },
  },
  {
    name: "propertyNames of less",
    dialect: "3.1",
    less: { type: "object", additionalProperties: text, propertyNames: { maxLength: 3 } },
    more: { type: "object", additionalProperties: text, propertyNames: { maxLength: 5 } },
  },
  {
    name: "propertyNames of an enum",
    dialect: "3.1",
    less: { type: "object", additionalProperties: text, propertyNames: { enum: ["a", "b"] } },
    more: { type: "object", additionalProperties: text },
  },
  {
    name: "dependentRequired",
    dialect: "3.1",
    less: object({ a: text, b: text }, { dependentRequired: { a: ["b"] } }),
    more: object({ a: text, b: text }),
  },
  {
    name: "dependentRequired of more",
    dialect: "3.1",
    less: object({ a: text, b: text, c: text }, { dependentRequired: { a: ["b", "c"] } }),
    more: object({ a: text, b: text, c: text }, { dependentRequired: { a: ["b"] } }),
  },
  {
    name: "dependentSchemas",
    dialect: "3.1",
    less: object(
      { a: text, b: integer },
      { dependentSchemas: { a: { properties: { b: { minimum: 5 } } } } },
    ),
    more: object({ a: text, b: integer }),
  },
  {
    name: "required implies dependentRequired",
    dialect: "3.1",
    less: object({ a: text, b: text }, { required: ["b"] }),
    more: object({ a: text, b: text }, { dependentRequired: { a: ["b"] } }),
  },
  {
    name: "unevaluatedProperties of less",
    dialect: "3.1",
    less: { type: "object", allOf: [{ properties: { a: text } }], unevaluatedProperties: integer },
    more: { type: "object", allOf: [{ properties: { a: text } }], unevaluatedProperties: number },
  },
  {
    name: "no unevaluatedProperties",
    dialect: "3.1",
    less: { type: "object", allOf: [{ properties: { a: text } }], unevaluatedProperties: false },
    more: { type: "object", allOf: [{ properties: { a: text } }], unevaluatedProperties: text },
  },
  {
    name: "a forbidden property",
    less: object({ a: text, b: text }, { not: { required: ["a"] } }),
    more: object({ a: text, b: text }),
  },
  {
    name: "a property that cannot be",
    dialect: "3.1",
    less: object({ a: false, b: text }),
    more: object({ a: text, b: text }),
  },
  {
    name: "two properties of which one must be",
    less: object({ a: text, b: text }, { anyOf: [{ required: ["a"] }, { required: ["b"] }] }),
    more: object({ a: text, b: text }),
  },
  {
    name: "either of two properties is less than any of them",
    less: object({ a: text, b: text }, { oneOf: [{ required: ["a"] }, { required: ["b"] }] }),
    more: object({ a: text, b: text }, { anyOf: [{ required: ["a"] }, { required: ["b"] }] }),
  },
  // Combinators
  {
    name: "allOf is less than its first",
    less: { allOf: [{ type: "string", minLength: 2 }, { maxLength: 9 }] },
    more: { type: "string", minLength: 2 },
  },
  {
    name: "a branch is less than anyOf",
    less: { anyOf: [text] },
    more: { anyOf: [text, integer] },
  },
  {
    name: "anyOf of ranges lost one",
    less: { type: "integer", anyOf: [{ maximum: 0 }, { minimum: 9 }] },
    more: { type: "integer", anyOf: [{ maximum: 0 }, { minimum: 9 }, { enum: [4] }] },
  },
  {
    name: "oneOf that lost a disjoint branch",
    dialect: "3.1",
    less: { oneOf: [cat] },
    more: { oneOf: [cat, dog] },
  },
  {
    name: "a branch of less",
    dialect: "3.1",
    less: {
      oneOf: [
        object(
          { kind: { const: "cat" }, lives: { type: "integer", maximum: 7 } },
          { required: ["kind"] },
        ),
        dog,
      ],
    },
    more: {
      oneOf: [
        object(
          { kind: { const: "cat" }, lives: { type: "integer", maximum: 9 } },
          { required: ["kind"] },
        ),
        dog,
      ],
    },
  },
  {
    name: "oneOf that overlaps is less than anyOf",
    less: { type: "integer", oneOf: [{ minimum: 0 }, { maximum: 10 }] },
    more: { type: "integer", anyOf: [{ minimum: 0 }, { maximum: 10 }] },
  },
  { name: "not of more", less: { not: { anyOf: [text, integer] } }, more: { not: text } },
  {
    name: "not is less than nothing said",
    less: { type: "string", not: { enum: ["a"] } },
    more: text,
  },
  { name: "not of a pattern", less: { type: "string", not: { pattern: "^x" } }, more: text },
  {
    name: "if and then are less than neither",
    dialect: "3.1",
    less: object(
      { kind: { enum: ["a", "b"] }, size: integer },
      {
        required: ["kind"],
        if: { properties: { kind: { const: "a" } } },
        ...outcome({ required: ["size"] }),
      },
    ),
    more: object({ kind: { enum: ["a", "b"] }, size: integer }, { required: ["kind"] }),
  },
  {
    name: "else is less than none",
    dialect: "3.1",
    less: { type: "integer", if: { minimum: 5 }, ...outcome(true), else: { maximum: 0 } },
    more: { type: "integer", if: { minimum: 5 } },
  },
  {
    name: "a then of less",
    dialect: "3.1",
    less: { type: "integer", if: { minimum: 5 }, ...outcome({ maximum: 8 }) },
    more: { type: "integer", if: { minimum: 5 }, ...outcome({ maximum: 9 }) },
  },
  {
    name: "nested combinators",
    less: { allOf: [{ anyOf: [text, integer] }, { not: { enum: ["a", 1] } }] },
    more: { allOf: [{ anyOf: [text, integer] }, { not: { enum: ["a"] } }] },
  },
  // References
  {
    name: "a reference to less",
    less: { $ref: "#/components/schemas/Small" },
    more: { $ref: "#/components/schemas/Large" },
    components: {
      Small: { type: "string", maxLength: 3 },
      Large: { type: "string", maxLength: 4 },
    },
  },
  {
    name: "a keyword beside a reference",
    dialect: "3.1",
    less: { $ref: "#/components/schemas/Text", maxLength: 3 },
    more: { $ref: "#/components/schemas/Text" },
    components: { Text: text },
  },
  {
    name: "allOf of a reference",
    less: { allOf: [{ $ref: "#/components/schemas/Text" }, { maxLength: 3 }] },
    more: { $ref: "#/components/schemas/Text" },
    components: { Text: text },
  },
  {
    name: "a tree of less",
    less: { $ref: "#/components/schemas/Few" },
    more: { $ref: "#/components/schemas/Many" },
    components: {
      Few: object({ value: integer, next: { $ref: "#/components/schemas/Few" } }),
      Many: object({ value: number, next: { $ref: "#/components/schemas/Many" } }),
    },
  },
  {
    name: "a tree of lists of less",
    less: { $ref: "#/components/schemas/Few" },
    more: { $ref: "#/components/schemas/Many" },
    components: {
      Few: object(
        {
          name: { type: "string", minLength: 1 },
          children: list({ $ref: "#/components/schemas/Few" }),
        },
        { required: ["name"] },
      ),
      Many: object(
        { name: text, children: list({ $ref: "#/components/schemas/Many" }) },
        { required: ["name"] },
      ),
    },
  },
  {
    name: "two schemas that hold each other",
    less: { $ref: "#/components/schemas/Few" },
    more: { $ref: "#/components/schemas/Many" },
    components: {
      Few: object({ other: { $ref: "#/components/schemas/FewOther" } }),
      FewOther: object({
        one: { $ref: "#/components/schemas/Few" },
        count: { type: "integer", minimum: 1 },
      }),
      Many: object({ other: { $ref: "#/components/schemas/ManyOther" } }),
      ManyOther: object({ one: { $ref: "#/components/schemas/Many" }, count: integer }),
    },
  },
];
