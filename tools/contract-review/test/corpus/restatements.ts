import { type Equality, outcome } from "./row.ts";

const text = { type: "string" };
const integer = { type: "integer" };
const number = { type: "number" };
const nothing = { type: "null" };
const list = (items: Equality["one"], rest: object = {}) => ({ type: "array", items, ...rest });
const object = (properties: Record<string, Equality["one"]>, rest: object = {}) => ({
  type: "object",
  properties,
  ...rest,
});
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const words = (...values: readonly string[]) => ({ type: "string", enum: values });
const tagged = (kind: string, rest: Record<string, Equality["one"]> = {}) =>
  object({ kind: { type: "string", enum: [kind] }, ...rest }, { required: ["kind"] });
const closed = { additionalProperties: false };

/** More schemas of one meaning, thought up keyword by keyword. */
export const restatements: readonly Equality[] = [
  // Nullable
  {
    name: "nullable as oneOf with null",
    dialect: "3.1",
    one: { type: ["object", "null"], properties: { a: text } },
    other: { oneOf: [object({ a: text }), nothing] },
  },
  {
    name: "nullable text as a list of types in another order and anyOf",
    dialect: "3.1",
    one: { type: ["null", "string"], maxLength: 3 },
    other: { anyOf: [nothing, { type: "string", maxLength: 3 }] },
  },
  {
    name: "null in an enum beside a list of types",
    dialect: "3.1",
    one: { type: ["string", "null"], enum: ["a", null] },
    other: { enum: [null, "a"] },
  },
  {
    name: "null in an enum beside anyOf",
    dialect: "3.1",
    one: { anyOf: [words("a", "b"), nothing] },
    other: { enum: ["a", "b", null] },
  },
  {
    name: "a const of null is the type",
    dialect: "3.1",
    one: { const: null },
    other: nothing,
  },
  {
    name: "nullable reference in OpenAPI 3.0 as allOf",
    dialect: "3.0",
    one: object({ a: { allOf: [ref("A")] } }),
    other: object({ a: ref("A") }),
    components: { A: { type: "string", nullable: true } },
  },
  {
    name: "a reference or null, either way round",
    dialect: "3.1",
    one: { anyOf: [ref("A"), nothing] },
    other: { oneOf: [nothing, ref("A")] },
    components: { A: object({ a: text }) },
  },
  {
    name: "nullable twice is nullable",
    dialect: "3.1",
    one: { anyOf: [{ type: ["string", "null"] }, nothing] },
    other: { type: ["string", "null"] },
  },
  // Values
  { name: "a const is its enum", dialect: "3.1", one: { const: "a" }, other: words("a") },
  {
    name: "const beside its type",
    dialect: "3.1",
    one: { const: 1, type: "integer" },
    other: { const: 1 },
  },
  {
    name: "an enum with an impossible value",
    one: { type: "string", enum: ["a", "bbbb"], maxLength: 2 },
    other: words("a"),
  },
  {
    name: "an enum cut by a pattern",
    one: { type: "string", enum: ["a", "b", "1"], pattern: "^[a-z]$" },
    other: words("b", "a"),
  },
  {
    name: "an enum of numbers cut by bounds",
    one: { type: "integer", enum: [1, 2, 3, 4], minimum: 2, maximum: 3 },
    other: { type: "integer", enum: [2, 3] },
  },
  {
    name: "an enum cut by multipleOf",
    one: { type: "integer", enum: [1, 2, 3, 4], multipleOf: 2 },
    other: { type: "integer", enum: [4, 2] },
  },
  {
    name: "an enum cut by not",
    one: { allOf: [words("a", "b", "c"), { not: { enum: ["b"] } }] },
    other: words("a", "c"),
  },
  {
    name: "anyOf of enums is one enum",
    one: { anyOf: [words("a", "b"), words("b", "c")] },
    other: words("a", "b", "c"),
  },
  {
    name: "allOf of enums is what they share",
    one: { allOf: [words("a", "b"), words("b", "c")] },
    other: words("b"),
  },
  {
    name: "oneOf of enums leaves out what they share",
    one: { oneOf: [words("a", "b"), words("b", "c")] },
    other: words("a", "c"),
  },
  {
    name: "an enum of objects in another order of keys",
    one: { enum: [{ a: 1, b: 2 }] },
    other: { enum: [{ b: 2, a: 1 }] },
  },
  { name: "an enum of 1 and 1.0", one: { enum: [1] }, other: { enum: [1.0] } },
  {
    name: "an enum of an empty list",
    one: { enum: [[]] },
    other: { type: "array", items: {}, maxItems: 0 },
  },
  // Numbers
  {
    name: "an exclusive bound written either way",
    dialect: "3.1",
    one: { type: "integer", exclusiveMinimum: 0, exclusiveMaximum: 10 },
    other: { type: "integer", minimum: 1, maximum: 9 },
  },
  {
    name: "an exclusive bound of OpenAPI 3.0 for integers",
    dialect: "3.0",
    one: { type: "integer", minimum: 0, exclusiveMinimum: true },
    other: { type: "integer", minimum: 1 },
  },
  {
    name: "a modifier without its bound says nothing",
    dialect: "3.0",
    one: { type: "integer", exclusiveMinimum: true },
    other: integer,
  },
  {
    name: "a negative zero is zero",
    one: { type: "number", minimum: -0 },
    other: { type: "number", minimum: 0 },
  },
  { name: "multiples of one are integers", one: { type: "number", multipleOf: 1 }, other: integer },
  {
    name: "multiples of a tenth, of integers",
    one: { type: "integer", multipleOf: 0.1 },
    other: integer,
  },
  {
    name: "multiples of four are multiples of two too",
    one: { allOf: [{ type: "integer", multipleOf: 2 }, { multipleOf: 4 }] },
    other: { type: "integer", multipleOf: 4 },
  },
  {
    name: "a bound between multiples",
    one: { type: "integer", multipleOf: 5, minimum: 1, maximum: 9 },
    other: { type: "integer", enum: [5] },
  },
  {
    name: "integers or numbers are numbers",
    one: { anyOf: [integer, number] },
    other: number,
  },
  {
    name: "negative or not negative is any number",
    one: {
      anyOf: [
        { type: "number", maximum: 0 },
        { type: "number", minimum: 0 },
      ],
    },
    other: number,
  },
  {
    name: "not above is at most",
    one: { type: "integer", not: { minimum: 5 } },
    other: { type: "integer", maximum: 4 },
  },
  // Strings
  {
    name: "a length as a pattern",
    one: { type: "string", minLength: 2, maxLength: 2, pattern: "^[a-z]*$" },
    other: { type: "string", pattern: "^[a-z]{2}$" },
  },
  {
    name: "a class in another order",
    one: { type: "string", pattern: "^[A-Za-z0-9]+$" },
    other: { type: "string", pattern: "^[0-9a-zA-Z]{1,}$" },
  },
  {
    name: "alternatives in another order",
    one: { type: "string", pattern: "^(foo|bar)$" },
    other: { type: "string", pattern: "^(?:bar|foo)$" },
  },
  {
    name: "alternatives with a shared start",
    one: { type: "string", pattern: "^(?:ab|ac)$" },
    other: { type: "string", pattern: "^a[bc]$" },
  },
  {
    name: "digits written by their class",
    one: { type: "string", pattern: "^\\d{3}$" },
    other: { type: "string", pattern: "^[0-9][0-9][0-9]$" },
  },
  {
    name: "a pattern of fixed words is an enum",
    one: { type: "string", pattern: "^(?:asc|desc)$" },
    other: words("asc", "desc"),
  },
  {
    name: "anything at the ends says nothing",
    one: { type: "string", pattern: "^.*abc" },
    other: { type: "string", pattern: "^.*abc.*" },
  },
  {
    name: "two patterns are one that has both",
    one: { allOf: [{ type: "string", pattern: "^a" }, { pattern: "b$" }] },
    other: { type: "string", pattern: "^a([\\s\\S]*)b$" },
  },
  {
    name: "at least one character, either way",
    one: { type: "string", minLength: 1 },
    other: { type: "string", pattern: "[\\s\\S]" },
  },
  {
    name: "the tighter of two lengths",
    one: { allOf: [{ type: "string", maxLength: 5 }, { maxLength: 9 }] },
    other: { type: "string", maxLength: 5 },
  },
  {
    name: "a keyword of numbers beside a type of strings",
    one: { type: "string", minimum: 3, multipleOf: 2 },
    other: text,
  },
  // Lists
  {
    name: "a list of distinct values of an enum is short",
    one: list(words("a", "b"), { uniqueItems: true }),
    other: list(words("a", "b"), { uniqueItems: true, maxItems: 2 }),
  },
  {
    name: "a list of distinct booleans is short",
    one: list({ type: "boolean" }, { uniqueItems: true, maxItems: 3 }),
    other: list({ type: "boolean" }, { uniqueItems: true, maxItems: 2 }),
  },
  {
    name: "at most one item, distinct or not",
    one: list(text, { maxItems: 1 }),
    other: list(text, { maxItems: 1, uniqueItems: true }),
  },
  {
    name: "a tuple of exactly two",
    dialect: "3.1",
    one: { type: "array", prefixItems: [text, integer], items: false, minItems: 2 },
    other: { type: "array", prefixItems: [text, integer], minItems: 2, maxItems: 2 },
  },
  {
    name: "a tuple whose rest is like its last",
    dialect: "3.1",
    one: { type: "array", prefixItems: [text, integer], items: integer },
    other: { type: "array", prefixItems: [text], items: integer },
  },
  {
    name: "contains of anything is minItems",
    dialect: "3.1",
    one: { type: "array", items: text, contains: true },
    other: list(text, { minItems: 1 }),
  },
  {
    name: "contains of every item is minItems",
    dialect: "3.1",
    one: { type: "array", items: text, contains: text, minContains: 2 },
    other: list(text, { minItems: 2 }),
  },
  {
    name: "maxContains of every item is maxItems",
    dialect: "3.1",
    one: { type: "array", items: text, contains: text, minContains: 0, maxContains: 3 },
    other: list(text, { maxItems: 3 }),
  },
  {
    name: "contains of nothing is no list",
    dialect: "3.1",
    one: { type: "array", items: text, contains: false },
    other: { not: {} },
  },
  {
    name: "unevaluatedItems through allOf",
    dialect: "3.1",
    one: { type: "array", allOf: [{ prefixItems: [text] }], unevaluatedItems: integer },
    other: { type: "array", prefixItems: [text], items: integer },
  },
  {
    name: "not empty is minItems",
    one: { allOf: [list(text), { not: { maxItems: 0 } }] },
    other: list(text, { minItems: 1 }),
  },
  // Objects
  {
    name: "further properties of an empty schema",
    one: object({ a: text }, { additionalProperties: {} }),
    other: object({ a: text }, { additionalProperties: true }),
  },
  {
    name: "a property of anything that is not required",
    one: object({ a: text, b: {} }, closed),
    other: object({ b: {}, a: text }, closed),
  },
  {
    name: "no more properties than those that are named",
    one: object({ a: text, b: text }, closed),
    other: object({ a: text, b: text }, { ...closed, maxProperties: 2 }),
  },
  {
    name: "as many properties as are named are all required",
    one: object({ a: text, b: text }, { ...closed, minProperties: 2 }),
    other: object({ a: text, b: text }, { ...closed, required: ["b", "a"] }),
  },
  {
    name: "required twice in allOf",
    one: { allOf: [object({ a: text }, { required: ["a"] }), { required: ["a"] }] },
    other: object({ a: text }, { required: ["a"] }),
  },
  {
    name: "required apart from its property",
    one: { allOf: [object({ a: text }), { required: ["a"] }] },
    other: object({ a: text }, { required: ["a"] }),
  },
  {
    name: "one property in two parts of allOf",
    one: {
      allOf: [
        object({ a: { type: "string", minLength: 1 } }),
        object({ a: { type: "string", maxLength: 3 } }),
      ],
    },
    other: object({ a: { type: "string", minLength: 1, maxLength: 3 } }),
  },
  {
    name: "not both is one absent",
    dialect: "3.1",
    one: object({ a: text, b: text }, { ...closed, not: { required: ["a", "b"] } }),
    other: { anyOf: [object({ a: text }, closed), object({ b: text }, closed)] },
  },
  {
    name: "a property that must not be, as not required",
    one: object({ a: text }, { ...closed, not: { required: ["a"] } }),
    other: object({}, closed),
  },
  {
    name: "dependentRequired both ways is all or none",
    dialect: "3.1",
    one: object({ a: text, b: text }, { ...closed, dependentRequired: { a: ["b"], b: ["a"] } }),
    other: {
      anyOf: [
        object({}, closed),
        object({ a: text, b: text }, { ...closed, required: ["a", "b"] }),
      ],
    },
  },
  {
    name: "dependentRequired as not",
    dialect: "3.1",
    one: object({ a: text, b: text }, { dependentRequired: { a: ["b"] } }),
    other: object(
      { a: text, b: text },
      { not: { allOf: [{ required: ["a"] }, { not: { required: ["b"] } }] } },
    ),
  },
  {
    name: "names of a short kind are a pattern of names",
    dialect: "3.1",
    one: { type: "object", propertyNames: { pattern: "^x-" }, additionalProperties: text },
    other: { type: "object", patternProperties: { "^x-": text }, additionalProperties: false },
  },
  {
    name: "names of an enum",
    dialect: "3.1",
    one: { type: "object", propertyNames: { enum: ["a", "b"] }, additionalProperties: integer },
    other: object({ a: integer, b: integer }, closed),
  },
  {
    name: "a pattern of names with an escape",
    dialect: "3.1",
    one: { type: "object", patternProperties: { "^\\d+$": text }, additionalProperties: false },
    other: { type: "object", patternProperties: { "^[0-9]+$": text }, additionalProperties: false },
  },
  {
    name: "unevaluatedProperties sees through anyOf of required",
    dialect: "3.1",
    one: object(
      { a: text, b: text },
      { anyOf: [{ required: ["a"] }, { required: ["b"] }], unevaluatedProperties: false },
    ),
    other: object(
      { a: text, b: text },
      { anyOf: [{ required: ["b"] }, { required: ["a"] }], additionalProperties: false },
    ),
  },
  {
    name: "unevaluatedProperties closes what allOf composes",
    dialect: "3.1",
    one: { allOf: [ref("A"), object({ b: text })], unevaluatedProperties: false },
    other: object({ a: text, b: text }, closed),
    components: { A: object({ a: text }) },
  },
  {
    name: "a map of a map of text",
    one: { type: "object", additionalProperties: { type: "object", additionalProperties: text } },
    other: { type: "object", additionalProperties: ref("Map") },
    components: { Map: { type: "object", additionalProperties: text } },
  },
  // Choices
  {
    name: "oneOf of tagged objects in another order",
    one: { oneOf: [tagged("a", { x: text }), tagged("b", { y: text })] },
    other: { oneOf: [tagged("b", { y: text }), tagged("a", { x: text })] },
  },
  {
    name: "oneOf of tagged objects as anyOf",
    one: { oneOf: [tagged("a", { x: text }), tagged("b", { y: text })] },
    other: { anyOf: [tagged("a", { x: text }), tagged("b", { y: text })] },
  },
  {
    name: "a shared property drawn out of the branches",
    dialect: "3.1",
    one: {
      anyOf: [
        object({ id: text, a: text }, { required: ["id", "a"] }),
        object({ id: text, b: text }, { required: ["id", "b"] }),
      ],
    },
    other: {
      type: "object",
      required: ["id"],
      anyOf: [
        object({ id: text, a: text }, { required: ["a"] }),
        object({ id: text, b: text }, { required: ["b"] }),
      ],
    },
  },
  {
    name: "a type drawn out of the branches",
    one: {
      anyOf: [
        { type: "string", minLength: 5 },
        { type: "string", maxLength: 2 },
      ],
    },
    other: { type: "string", anyOf: [{ minLength: 5 }, { maxLength: 2 }] },
  },
  {
    name: "an enum told by if and then",
    dialect: "3.1",
    one: { if: { enum: ["a"] }, ...outcome({ type: "string" }), else: { type: "integer" } },
    other: { anyOf: [{ enum: ["a"] }, integer] },
  },
  {
    name: "a nested choice laid flat",
    one: { oneOf: [text, { oneOf: [integer, { type: "boolean" }] }] },
    other: { oneOf: [text, integer, { type: "boolean" }] },
  },
  {
    name: "allOf pushed into anyOf",
    one: { allOf: [{ anyOf: [text, integer] }, { not: { enum: ["", 0] } }] },
    other: {
      anyOf: [
        { type: "string", not: { enum: [""] } },
        { type: "integer", not: { enum: [0] } },
      ],
    },
  },
  {
    name: "not anyOf is not either",
    one: { not: { anyOf: [text, integer] } },
    other: { allOf: [{ not: integer }, { not: text }] },
  },
  {
    name: "not allOf is not one of them",
    one: { type: "integer", not: { allOf: [{ minimum: 3 }, { maximum: 5 }] } },
    other: {
      anyOf: [
        { type: "integer", maximum: 2 },
        { type: "integer", minimum: 6 },
      ],
    },
  },
  {
    name: "a choice of one",
    one: { oneOf: [object({ a: text })] },
    other: object({ a: text }),
  },
  {
    name: "a discriminator over tagged branches in another order",
    one: {
      oneOf: [ref("Cat"), ref("Dog")],
      discriminator: { propertyName: "kind", mapping: { cat: "Cat", dog: "Dog" } },
    },
    other: {
      oneOf: [ref("Dog"), ref("Cat")],
      discriminator: {
        propertyName: "kind",
        mapping: { dog: "#/components/schemas/Dog", cat: "#/components/schemas/Cat" },
      },
    },
    components: { Cat: tagged("cat", { lives: integer }), Dog: tagged("dog", { age: integer }) },
  },
  {
    name: "a discriminator that the branches say themselves",
    one: {
      oneOf: [ref("Cat"), ref("Dog")],
      discriminator: { propertyName: "kind", mapping: { cat: "Cat", dog: "Dog" } },
    },
    other: { oneOf: [ref("Cat"), ref("Dog")] },
    components: { Cat: tagged("cat", { lives: integer }), Dog: tagged("dog", { age: integer }) },
  },
  // References
  {
    name: "a keyword beside a reference drawn into allOf",
    dialect: "3.1",
    one: { ...ref("A"), maxLength: 5 },
    other: { allOf: [ref("A"), { maxLength: 5 }] },
    components: { A: { type: "string", minLength: 1 } },
  },
  {
    name: "a description beside a reference",
    dialect: "3.1",
    one: object({ a: { ...ref("A") } }),
    other: object({ a: { allOf: [ref("A")] } }),
    components: { A: text },
  },
  {
    name: "mutual recursion unrolled",
    one: ref("A"),
    other: object({ b: object({ a: ref("A") }) }),
    components: { A: object({ b: ref("B") }), B: object({ a: ref("A") }) },
  },
  {
    name: "two copies of one recursion",
    one: ref("A"),
    other: ref("B"),
    components: {
      A: object({ next: ref("A"), value: integer }, { required: ["value"] }),
      B: object({ next: ref("A"), value: integer }, { required: ["value"] }),
    },
  },
  {
    name: "a recursion through anyOf with null",
    dialect: "3.1",
    one: ref("A"),
    other: object({ next: { anyOf: [nothing, ref("A")] } }),
    components: { A: object({ next: { anyOf: [ref("A"), nothing] } }) },
  },
];
