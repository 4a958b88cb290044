import { type Equality, outcome } from "./row.ts";

const text = { type: "string" };
const integer = { type: "integer" };
const list = (items: Equality["one"]) => ({ type: "array", items });
const object = (properties: Record<string, Equality["one"]>, rest: object = {}) => ({
  type: "object",
  properties,
  ...rest,
});
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const cat = object(
  { kind: { type: "string", enum: ["cat"] }, lives: integer },
  { required: ["kind"] },
);
const dog = object(
  { kind: { type: "string", enum: ["dog"] }, age: integer },
  { required: ["kind"] },
);

/** Pairs of schemas that accept the same values: an edit between them breaks and changes nothing. */
export const equalities: readonly Equality[] = [
  // Types
  {
    name: "a list of types is anyOf",
    dialect: "3.1",
    one: { type: ["string", "null"] },
    other: { anyOf: [text, { type: "null" }] },
  },
  {
    name: "a list of types is oneOf",
    dialect: "3.1",
    one: { type: ["string", "integer"] },
    other: { oneOf: [integer, text] },
  },
  {
    name: "the order of types says nothing",
    dialect: "3.1",
    one: { type: ["string", "null"] },
    other: { type: ["null", "string"] },
  },
  {
    name: "a list of one type is the type",
    dialect: "3.1",
    one: { type: ["string"] },
    other: text,
  },
  {
    name: "integer beside number says nothing",
    dialect: "3.1",
    one: { type: ["integer", "number"] },
    other: { type: "number" },
  },
  {
    name: "all types are any value",
    dialect: "3.1",
    one: { type: ["null", "boolean", "number", "string", "array", "object"] },
    other: {},
  },
  { name: "true is an empty schema", dialect: "3.1", one: true, other: {} },
  { name: "false is not anything", dialect: "3.1", one: false, other: { not: {} } },
  {
    name: "every contradiction is the same",
    one: { type: "string", minLength: 5, maxLength: 3 },
    other: { allOf: [text, integer] },
  },
  {
    name: "nullable without an effect on an enum",
    dialect: "3.0",
    one: { type: "string", enum: ["a"], nullable: true },
    other: { type: "string", enum: ["a"] },
  },
  {
    name: "nullable without a type",
    dialect: "3.0",
    one: { allOf: [ref("Text")], nullable: true },
    other: ref("Text"),
    components: { Text: text },
  },
  {
    name: "nullable false is the default",
    dialect: "3.0",
    one: { type: "string", nullable: false },
    other: text,
  },
  {
    name: "a keyword for another type says nothing",
    one: { type: "integer", maxLength: 3, required: ["a"] },
    other: integer,
  },
  // Finite sets
  {
    name: "a const is an enum of one",
    dialect: "3.1",
    one: { const: "a" },
    other: { enum: ["a"] },
  },
  {
    name: "the order of an enum says nothing",
    one: { enum: ["a", "b", "c"] },
    other: { enum: ["c", "a", "b"] },
  },
  { name: "both booleans are the type", one: { enum: [true, false] }, other: { type: "boolean" } },
  {
    name: "null is an enum of null",
    dialect: "3.1",
    one: { enum: [null] },
    other: { type: "null" },
  },
  {
    name: "a type beside an enum of that type says nothing",
    one: { type: "string", enum: ["a", "b"] },
    other: { enum: ["a", "b"] },
  },
  {
    name: "a type beside an enum filters it",
    one: { type: "string", enum: ["a", 1] },
    other: { enum: ["a"] },
  },
  {
    name: "a pattern that every value has says nothing",
    one: { enum: ["a", "b"], pattern: "^[ab]$", minLength: 1 },
    other: { enum: ["a", "b"] },
  },
  {
    name: "anyOf of consts is an enum",
    dialect: "3.1",
    one: { anyOf: [{ const: "a" }, { const: "b" }] },
    other: { enum: ["a", "b"] },
  },
  {
    name: "oneOf of consts with titles is an enum",
    dialect: "3.1",
    one: { oneOf: [{ const: "a" }, { const: "b" }] },
    other: { type: "string", enum: ["a", "b"] },
  },
  {
    name: "the empty string is maxLength 0",
    dialect: "3.1",
    one: { const: "" },
    other: { type: "string", maxLength: 0 },
  },
  {
    name: "the empty list is maxItems 0",
    dialect: "3.1",
    one: { const: [] },
    other: { type: "array", maxItems: 0 },
  },
  {
    name: "an enum of an object is its properties",
    dialect: "3.1",
    one: { const: { a: 1 } },
    other: object({ a: { const: 1 } }, { required: ["a"], additionalProperties: false }),
  },
  {
    name: "integers within bounds are an enum",
    one: { type: "integer", minimum: 1, maximum: 3 },
    other: { enum: [1, 2, 3] },
  },
  {
    name: "an enum of thousands in another order",
    one: { enum: Array.from({ length: 2000 }, (_, index) => `v${String(index)}`) },
    other: { enum: Array.from({ length: 2000 }, (_, index) => `v${String(1999 - index)}`) },
  },
  // Numbers
  {
    name: "above zero is one for integers",
    dialect: "3.1",
    one: { type: "integer", exclusiveMinimum: 0 },
    other: { type: "integer", minimum: 1 },
  },
  {
    name: "an excluded bound of integers in OpenAPI 3.0",
    dialect: "3.0",
    one: { type: "integer", minimum: 0, exclusiveMinimum: true },
    other: { type: "integer", minimum: 1 },
  },
  {
    name: "exclusiveMinimum false is the default",
    dialect: "3.0",
    one: { type: "number", minimum: 0, exclusiveMinimum: false },
    other: { type: "number", minimum: 0 },
  },
  {
    name: "a fraction of a bound of integers",
    one: { type: "integer", maximum: 10.5 },
    other: { type: "integer", maximum: 10 },
  },
  { name: "whole numbers are integers", one: { type: "number", multipleOf: 1 }, other: integer },
  {
    name: "integers are multiples of a half",
    one: { type: "integer", multipleOf: 0.5 },
    other: integer,
  },
  {
    name: "a multiple of two and of three is one of six",
    one: { type: "integer", allOf: [{ multipleOf: 2 }, { multipleOf: 3 }] },
    other: { type: "integer", multipleOf: 6 },
  },
  {
    name: "the tighter of two bounds",
    one: { type: "number", allOf: [{ minimum: 1 }, { minimum: 5 }] },
    other: { type: "number", minimum: 5 },
  },
  {
    name: "ranges that touch",
    one: {
      type: "integer",
      anyOf: [
        { minimum: 1, maximum: 5 },
        { minimum: 6, maximum: 10 },
      ],
    },
    other: { type: "integer", minimum: 1, maximum: 10 },
  },
  {
    name: "minimum beside an equal exclusiveMinimum",
    dialect: "3.1",
    one: { type: "number", minimum: 0, exclusiveMinimum: 0 },
    other: { type: "number", exclusiveMinimum: 0 },
  },
  {
    name: "not below is at least",
    dialect: "3.1",
    one: { type: "number", not: { exclusiveMaximum: 3 } },
    other: { type: "number", minimum: 3 },
  },
  {
    name: "1.0 is 1",
    one: { type: "number", minimum: 1.0 },
    other: { type: "number", minimum: 1 },
  },
  // Strings
  { name: "minLength 0 says nothing", one: { type: "string", minLength: 0 }, other: text },
  {
    name: "a class and its escape",
    one: { type: "string", pattern: "^[0-9]+$" },
    other: { type: "string", pattern: "^\\d+$" },
  },
  {
    name: "one or more, twice",
    one: { type: "string", pattern: "^a{1,}$" },
    other: { type: "string", pattern: "^a+$" },
  },
  {
    name: "a group that captures",
    one: { type: "string", pattern: "^(ab|cd)$" },
    other: { type: "string", pattern: "^(?:cd|ab)$" },
  },
  { name: "a pattern that any string has", one: { type: "string", pattern: ".*" }, other: text },
  {
    name: "an optional tail without an anchor",
    one: { type: "string", pattern: "^ab.*" },
    other: { type: "string", pattern: "^ab" },
  },
  {
    name: "a pattern that counts is a length",
    one: { type: "string", pattern: "^[^]{2,5}$" },
    other: { type: "string", minLength: 2, maxLength: 5 },
  },
  {
    name: "a pattern that implies its length",
    one: { type: "string", pattern: "^[a-z]{4}$", minLength: 4, maxLength: 4 },
    other: { type: "string", pattern: "^[a-z]{4}$" },
  },
  {
    name: "an enum as a pattern",
    one: { type: "string", pattern: "^(?:asc|desc)$" },
    other: { type: "string", enum: ["asc", "desc"] },
  },
  {
    name: "an escaped slash",
    one: { type: "string", pattern: "^\\/a\\/b$" },
    other: { type: "string", pattern: "^/a/b$" },
  },
  {
    name: "a catastrophic pattern and itself",
    one: { type: "string", pattern: "^(a+)+$" },
    other: { type: "string", pattern: "^a+$" },
  },
  // Arrays
  { name: "minItems 0 says nothing", one: { ...list(text), minItems: 0 }, other: list(text) },
  {
    name: "uniqueItems false is the default",
    one: { ...list(text), uniqueItems: false },
    other: list(text),
  },
  {
    name: "items of anything are no items",
    dialect: "3.1",
    one: list({}),
    other: { type: "array" },
  },
  {
    name: "one item is unique",
    one: { ...list(text), maxItems: 1, uniqueItems: true },
    other: { ...list(text), maxItems: 1 },
  },
  {
    name: "minContains 1 is the default",
    dialect: "3.1",
    one: { ...list(integer), contains: { minimum: 1 }, minContains: 1 },
    other: { ...list(integer), contains: { minimum: 1 } },
  },
  {
    name: "minContains 0 says nothing",
    dialect: "3.1",
    one: { ...list(integer), contains: { minimum: 1 }, minContains: 0 },
    other: list(integer),
  },
  {
    name: "contains what every item is, is an item",
    dialect: "3.1",
    one: { ...list(integer), contains: integer },
    other: { ...list(integer), minItems: 1 },
  },
  {
    name: "a tuple of one schema is its items",
    dialect: "3.1",
    one: { type: "array", prefixItems: [text], items: text },
    other: list(text),
  },
  {
    name: "a closed tuple has no more items than it names",
    dialect: "3.1",
    one: { type: "array", prefixItems: [text, text], items: false },
    other: { ...list(text), maxItems: 2 },
  },
  {
    name: "unevaluatedItems beside nothing else is items",
    dialect: "3.1",
    one: { type: "array", unevaluatedItems: text },
    other: list(text),
  },
  {
    name: "items that cannot be",
    dialect: "3.1",
    one: { type: "array", items: false },
    other: { type: "array", maxItems: 0 },
  },
  {
    name: "contains without minContains and a maxContains",
    dialect: "3.1",
    one: { ...list(integer), contains: integer, maxContains: 3 },
    other: { ...list(integer), minItems: 1, maxItems: 3 },
  },
  {
    name: "items in allOf",
    one: {
      type: "array",
      allOf: [{ items: { type: "string", minLength: 2 } }, { items: { maxLength: 3 } }],
    },
    other: list({ type: "string", minLength: 2, maxLength: 3 }),
  },
  // Objects
  {
    name: "required nothing",
    dialect: "3.1",
    one: object({ a: text }, { required: [] }),
    other: object({ a: text }),
  },
  {
    name: "the order of required says nothing",
    one: object({ a: text, b: text }, { required: ["a", "b"] }),
    other: object({ b: text, a: text }, { required: ["b", "a"] }),
  },
  {
    name: "minProperties 0 says nothing",
    one: object({ a: text }, { minProperties: 0 }),
    other: object({ a: text }),
  },
  {
    name: "minProperties that required implies",
    one: object({ a: text, b: text }, { required: ["a"], minProperties: 1 }),
    other: object({ a: text, b: text }, { required: ["a"] }),
  },
  {
    name: "additional properties of anything",
    one: { type: "object", additionalProperties: true },
    other: { type: "object", additionalProperties: {} },
  },
  {
    name: "dependentRequired nothing",
    dialect: "3.1",
    one: object({ a: text }, { dependentRequired: { a: [] } }),
    other: object({ a: text }),
  },
  {
    name: "dependentRequired as a schema",
    dialect: "3.1",
    one: object({ a: text, b: text }, { dependentRequired: { a: ["b"] } }),
    other: object({ a: text, b: text }, { dependentSchemas: { a: { required: ["b"] } } }),
  },
  {
    name: "dependentRequired on what is required",
    dialect: "3.1",
    one: object({ a: text, b: text }, { required: ["a"], dependentRequired: { a: ["b"] } }),
    other: object({ a: text, b: text }, { required: ["a", "b"] }),
  },
  {
    name: "dependentRequired as if and then",
    dialect: "3.1",
    one: object({ a: text, b: text }, { dependentRequired: { a: ["b"] } }),
    other: object(
      { a: text, b: text },
      { if: { required: ["a"] }, ...outcome({ required: ["b"] }) },
    ),
  },
  {
    name: "dependentRequired as anyOf",
    dialect: "3.1",
    one: object({ a: text, b: text }, { dependentRequired: { a: ["b"] } }),
    other: object(
      { a: text, b: text },
      { anyOf: [{ not: { required: ["a"] } }, { required: ["b"] }] },
    ),
  },
  {
    name: "names of an enum are properties",
    dialect: "3.1",
    one: { type: "object", propertyNames: { enum: ["a", "b"] }, additionalProperties: integer },
    other: object({ a: integer, b: integer }, { additionalProperties: false }),
  },
  {
    name: "a pattern of one name is a property",
    dialect: "3.1",
    one: { type: "object", patternProperties: { "^a$": integer }, additionalProperties: false },
    other: object({ a: integer }, { additionalProperties: false }),
  },
  {
    name: "a pattern of every name is additionalProperties",
    dialect: "3.1",
    one: { type: "object", patternProperties: { "": integer } },
    other: { type: "object", additionalProperties: integer },
  },
  {
    name: "a pattern of names is propertyNames",
    dialect: "3.1",
    one: { type: "object", patternProperties: { "^x-": text }, additionalProperties: false },
    other: { type: "object", propertyNames: { pattern: "^x-" }, additionalProperties: text },
  },
  {
    name: "unevaluatedProperties beside nothing else is additionalProperties",
    dialect: "3.1",
    one: object({ a: text }, { unevaluatedProperties: false }),
    other: object({ a: text }, { additionalProperties: false }),
  },
  {
    name: "unevaluatedProperties sees through allOf",
    dialect: "3.1",
    one: { allOf: [object({ a: text }), object({ b: text })], unevaluatedProperties: false },
    other: object({ a: text, b: text }, { additionalProperties: false }),
  },
  {
    name: "unevaluatedProperties sees through a reference",
    dialect: "3.1",
    one: { $ref: "#/components/schemas/A", properties: { b: text }, unevaluatedProperties: false },
    other: object({ a: text, b: text }, { additionalProperties: false }),
    components: { A: object({ a: text }) },
  },
  {
    name: "a required property that cannot be",
    dialect: "3.1",
    one: object({ a: false }, { required: ["a"] }),
    other: false,
  },
  {
    name: "a property that cannot be is a forbidden one",
    dialect: "3.1",
    one: object({ a: false, b: text }, { additionalProperties: false }),
    other: object({ b: text }, { additionalProperties: false }),
  },
  {
    name: "no properties and no more is the empty object",
    dialect: "3.1",
    one: { type: "object", additionalProperties: false },
    other: { const: {} },
  },
  // Combinators
  {
    name: "allOf of one",
    one: { allOf: [{ type: "string", maxLength: 3 }] },
    other: { type: "string", maxLength: 3 },
  },
  {
    name: "allOf of objects is one object",
    one: { allOf: [object({ a: text }, { required: ["a"] }), object({ b: integer })] },
    other: object({ a: text, b: integer }, { required: ["a"] }),
  },
  {
    name: "allOf within allOf",
    one: { allOf: [{ allOf: [object({ a: text }), object({ b: text })] }, object({ c: text })] },
    other: { allOf: [object({ a: text }), object({ b: text }), object({ c: text })] },
  },
  {
    name: "allOf that says a thing twice",
    one: { allOf: [object({ a: text }), object({ a: text, b: text })] },
    other: object({ a: text, b: text }),
  },
  {
    name: "the order of allOf says nothing",
    one: { allOf: [{ minLength: 1 }, text] },
    other: { allOf: [text, { minLength: 1 }] },
  },
  { name: "allOf with an empty schema", one: { allOf: [text, {}] }, other: text },
  {
    name: "the order of anyOf says nothing",
    one: { anyOf: [text, integer] },
    other: { anyOf: [integer, text] },
  },
  {
    name: "anyOf that says a thing twice",
    one: { anyOf: [text, integer, text] },
    other: { anyOf: [text, integer] },
  },
  {
    name: "anyOf absorbs what is less",
    one: { anyOf: [text, { type: "string", maxLength: 3 }] },
    other: text,
  },
  {
    name: "anyOf with a branch that cannot be",
    one: { anyOf: [text, { allOf: [text, integer] }] },
    other: text,
  },
  {
    name: "anyOf within anyOf",
    one: { anyOf: [{ anyOf: [text, integer] }, { type: "boolean" }] },
    other: { anyOf: [text, integer, { type: "boolean" }] },
  },
  {
    name: "anyOf of what allOf shares",
    one: {
      anyOf: [
        { type: "string", maxLength: 3 },
        { type: "string", minLength: 9 },
      ],
    },
    other: { type: "string", anyOf: [{ maxLength: 3 }, { minLength: 9 }] },
  },
  {
    name: "oneOf of disjoint types is anyOf",
    one: { oneOf: [text, integer] },
    other: { anyOf: [text, integer] },
  },
  {
    name: "oneOf of objects that a property tells apart is anyOf",
    one: { oneOf: [cat, dog] },
    other: { anyOf: [dog, cat] },
  },
  {
    name: "oneOf of equal schemas is nothing",
    dialect: "3.1",
    one: { oneOf: [text, text] },
    other: false,
  },
  {
    name: "oneOf of overlapping ranges is two ranges",
    one: { type: "integer", oneOf: [{ minimum: 0 }, { maximum: 10 }] },
    other: { type: "integer", not: { minimum: 0, maximum: 10 } },
  },
  { name: "not of not", one: { not: { not: text } }, other: text },
  {
    name: "not of a type is the other types",
    dialect: "3.1",
    one: { not: text },
    other: { type: ["null", "boolean", "number", "array", "object"] },
  },
  {
    name: "not of anyOf is allOf of nots",
    one: { not: { anyOf: [text, integer] } },
    other: { allOf: [{ not: text }, { not: integer }] },
  },
  {
    name: "not of an enum within an enum",
    one: { type: "string", enum: ["a", "b"], not: { enum: ["b"] } },
    other: { type: "string", enum: ["a"] },
  },
  {
    name: "if without then and else says nothing",
    dialect: "3.1",
    one: { type: "string", if: { minLength: 3 } },
    other: text,
  },
  {
    name: "then without if says nothing",
    dialect: "3.1",
    one: { type: "string", ...outcome({ minLength: 3 }) },
    other: text,
  },
  {
    name: "if, then and else are two branches",
    dialect: "3.1",
    one: { type: "integer", if: { minimum: 5 }, ...outcome({ maximum: 9 }), else: { minimum: 2 } },
    other: { type: "integer", minimum: 2, maximum: 9 },
  },
  {
    name: "if of an object and its branches",
    dialect: "3.1",
    one: object(
      { kind: { enum: ["a", "b"] }, size: integer },
      {
        required: ["kind"],
        if: { properties: { kind: { const: "a" } } },
        ...outcome({ required: ["size"] }),
      },
    ),
    other: object(
      { kind: { enum: ["a", "b"] }, size: integer },
      {
        required: ["kind"],
        anyOf: [{ properties: { kind: { const: "b" } } }, { required: ["size"] }],
      },
    ),
  },
  {
    name: "an if that holds always is its then",
    dialect: "3.1",
    one: { if: true, ...outcome(text), else: integer },
    other: text,
  },
  // References
  { name: "an inlined reference", one: ref("Text"), other: text, components: { Text: text } },
  {
    name: "a renamed schema",
    one: ref("Old"),
    other: ref("New"),
    components: { Old: object({ a: text }) },
    otherComponents: { New: object({ a: text }) },
  },
  {
    name: "a reference through another",
    one: ref("A"),
    other: ref("B"),
    components: { A: ref("B"), B: { type: "integer", minimum: 1 } },
  },
  {
    name: "an extracted property",
    one: object({ a: object({ b: integer }) }),
    other: object({ a: ref("A") }),
    components: { A: object({ b: integer }) },
  },
  {
    name: "a reference into a schema",
    one: object({ a: { $ref: "#/components/schemas/Other/properties/x" } }),
    other: object({ a: integer }),
    components: { Other: object({ x: integer }) },
  },
  {
    name: "a reference wrapped in allOf",
    one: { allOf: [ref("Text")] },
    other: ref("Text"),
    components: { Text: text },
  },
  {
    name: "what stands beside a reference of OpenAPI 3.0",
    dialect: "3.0",
    one: object({ a: { $ref: "#/components/schemas/Text", maxLength: 3 } }),
    other: object({ a: ref("Text") }),
    components: { Text: text },
  },
  {
    name: "what stands beside a reference is allOf",
    dialect: "3.1",
    one: { $ref: "#/components/schemas/Text", maxLength: 3 },
    other: { allOf: [ref("Text"), { maxLength: 3 }] },
    components: { Text: text },
  },
  {
    name: "$defs of its own",
    dialect: "3.1",
    one: ref("Holder"),
    other: object({ a: integer }),
    components: {
      Holder: object(
        { a: { $ref: "#/components/schemas/Holder/$defs/Local" } },
        { $defs: { Local: integer } },
      ),
    },
  },
  {
    name: "a list that was unrolled once",
    one: ref("Node"),
    other: object({ value: integer, next: ref("Node") }),
    components: { Node: object({ value: integer, next: ref("Node") }) },
  },
  {
    name: "a list whose nodes alternate",
    one: ref("Node"),
    other: ref("Even"),
    components: {
      Node: object({ value: integer, next: ref("Node") }),
      Even: object({ value: integer, next: ref("Odd") }),
      Odd: object({ value: integer, next: ref("Even") }),
    },
  },
  {
    name: "a tree of which children are inlined",
    one: ref("Tree"),
    other: object({ children: list(object({ children: list(ref("Tree")) })) }),
    components: { Tree: object({ children: list(ref("Tree")) }) },
  },
  {
    name: "a discriminator that says its implicit mapping",
    one: { oneOf: [ref("Cat"), ref("Dog")], discriminator: { propertyName: "kind" } },
    other: {
      oneOf: [ref("Cat"), ref("Dog")],
      discriminator: {
        propertyName: "kind",
        mapping: { Cat: "#/components/schemas/Cat", Dog: "Dog" },
      },
    },
    components: {
      Cat: object({ kind: text, lives: integer }, { required: ["kind"] }),
      Dog: object({ kind: text, barks: integer }, { required: ["kind"] }),
    },
  },
];
