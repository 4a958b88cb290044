import { type Inclusion, outcome } from "./row.ts";

const text = { type: "string" };
const integer = { type: "integer" };
const number = { type: "number" };
const list = (items: Inclusion["less"], rest: object = {}) => ({ type: "array", items, ...rest });
const object = (properties: Record<string, Inclusion["less"]>, rest: object = {}) => ({
  type: "object",
  properties,
  ...rest,
});
const words = (...values: readonly string[]) => ({ type: "string", enum: values });
const closed = { additionalProperties: false };
const tagged = (kind: string, rest: Record<string, Inclusion["less"]> = {}) =>
  object({ kind: { type: "string", enum: [kind] }, ...rest }, { required: ["kind"] });

/** More pairs of which the first accepts less, where a rule per keyword guesses. */
export const tightenings: readonly Inclusion[] = [
  { name: "an integer is a number", less: integer, more: number },
  {
    name: "a positive integer by its excluded bound",
    less: { type: "integer", minimum: 1 },
    more: { type: "integer", minimum: 0 },
  },
  {
    name: "an excluded bound of numbers",
    dialect: "3.0",
    less: { type: "number", minimum: 0, exclusiveMinimum: true },
    more: { type: "number", minimum: 0 },
  },
  {
    name: "an excluded bound that is higher than a bound",
    dialect: "3.1",
    less: { type: "number", exclusiveMinimum: 1 },
    more: { type: "number", minimum: 1 },
  },
  {
    name: "multiples of six among those of three",
    less: { type: "integer", multipleOf: 6 },
    more: { type: "integer", multipleOf: 3 },
  },
  {
    name: "hundredths among thousandths",
    less: { type: "number", multipleOf: 0.01 },
    more: { type: "number", multipleOf: 0.001 },
  },
  { name: "a word among a pattern", less: words("abc"), more: { type: "string", pattern: "^a" } },
  {
    name: "a pattern among a longer one",
    less: { type: "string", pattern: "^[a-f]+$" },
    more: { type: "string", pattern: "^[a-z]+$" },
  },
  {
    name: "a pattern with a length",
    less: { type: "string", pattern: "^[a-z]{3}$" },
    more: { type: "string", minLength: 3, maxLength: 3 },
  },
  {
    name: "an anchor",
    less: { type: "string", pattern: "^abc$" },
    more: { type: "string", pattern: "abc" },
  },
  {
    name: "a text that is not one word",
    less: { type: "string", not: { enum: ["a"] } },
    more: text,
  },
  {
    name: "a null among nullable text",
    dialect: "3.1",
    less: text,
    more: { type: ["string", "null"] },
  },
  {
    name: "nullable by a keyword",
    dialect: "3.0",
    less: text,
    more: { type: "string", nullable: true },
  },
  {
    name: "a null among an enum",
    dialect: "3.1",
    less: { enum: ["a"] },
    more: { enum: ["a", null] },
  },
  {
    name: "a list that is distinct",
    less: list(integer, { uniqueItems: true }),
    more: list(integer),
  },
  {
    name: "a list of at most two distinct words",
    less: list(words("a", "b"), { uniqueItems: true }),
    more: list(words("a", "b"), { maxItems: 2 }),
  },
  {
    name: "a tuple that is closed",
    dialect: "3.1",
    less: { type: "array", prefixItems: [text], items: false },
    more: { type: "array", prefixItems: [text] },
  },
  {
    name: "a list that contains a word",
    dialect: "3.1",
    less: list(text, { contains: { const: "a" } }),
    more: list(text),
  },
  {
    name: "a list that contains two",
    dialect: "3.1",
    less: list(text, { contains: { const: "a" }, minContains: 2 }),
    more: list(text, { contains: { const: "a" } }),
  },
  {
    name: "a list that contains at most one",
    dialect: "3.1",
    less: list(integer, { contains: { minimum: 9 }, minContains: 0, maxContains: 1 }),
    more: list(integer),
  },
  {
    name: "items of one kind beside another",
    less: list({ anyOf: [text] }),
    more: list({ anyOf: [text, integer] }),
  },
  {
    name: "an object with a property it must have",
    less: object({ a: text }, { required: ["a"] }),
    more: object({ a: text }),
  },
  {
    name: "an object that is not empty",
    less: object({ a: text, b: text }, { minProperties: 1 }),
    more: object({ a: text, b: text }),
  },
  {
    name: "an object with one of two",
    less: object({ a: text, b: text }, { ...closed, maxProperties: 1 }),
    more: object({ a: text, b: text }, closed),
  },
  {
    name: "a dependency of one property on another",
    dialect: "3.1",
    less: object({ a: text, b: text }, { dependentRequired: { a: ["b"] } }),
    more: object({ a: text, b: text }),
  },
  {
    name: "a dependency told by if and then",
    dialect: "3.1",
    less: object(
      { a: text, b: text },
      { if: { required: ["a"] }, ...outcome({ required: ["b"] }) },
    ),
    more: object({ a: text, b: text }),
  },
  {
    name: "not both",
    less: object({ a: text, b: text }, { not: { required: ["a", "b"] } }),
    more: object({ a: text, b: text }),
  },
  {
    name: "a map of shorter texts",
    less: { type: "object", additionalProperties: { type: "string", maxLength: 3 } },
    more: { type: "object", additionalProperties: text },
  },
  {
    name: "a map with fewer names",
    dialect: "3.1",
    less: { type: "object", additionalProperties: text, propertyNames: { maxLength: 2 } },
    more: { type: "object", additionalProperties: text },
  },
  {
    name: "names by a pattern",
    dialect: "3.1",
    less: { type: "object", patternProperties: { "^x-": integer }, additionalProperties: false },
    more: { type: "object", additionalProperties: integer },
  },
  {
    name: "a branch of a choice",
    less: { oneOf: [tagged("a")] },
    more: { oneOf: [tagged("a"), tagged("b")] },
  },
  {
    name: "oneOf of overlapping branches",
    less: {
      oneOf: [
        { type: "integer", minimum: 0 },
        { type: "integer", maximum: 10 },
      ],
    },
    more: integer,
  },
  {
    name: "one more part of allOf",
    less: { allOf: [object({ a: text }), { required: ["a"] }] },
    more: { allOf: [object({ a: text })] },
  },
  {
    name: "a choice under allOf",
    less: {
      allOf: [object({ a: text, b: text }), { anyOf: [{ required: ["a"] }, { required: ["b"] }] }],
    },
    more: object({ a: text, b: text }),
  },
  {
    name: "a narrower branch",
    less: { anyOf: [{ type: "string", maxLength: 2 }, integer] },
    more: { anyOf: [{ type: "string", maxLength: 4 }, integer] },
  },
  {
    name: "a longer prohibition",
    less: { type: "string", not: { enum: ["a", "b"] } },
    more: { type: "string", not: { enum: ["a"] } },
  },
  {
    name: "else that asks for more",
    dialect: "3.1",
    less: object({ a: text, b: text }, { if: { required: ["a"] }, else: { required: ["b"] } }),
    more: object({ a: text, b: text }),
  },
  {
    name: "unevaluatedProperties that asks for integers",
    dialect: "3.1",
    less: { type: "object", additionalProperties: integer },
    more: { type: "object", additionalProperties: number },
  },
  {
    name: "an enum of two among three mixed",
    less: { enum: ["a", 1] },
    more: { enum: ["a", 1, true] },
  },
  {
    name: "a deep property",
    less: object({ a: object({ b: object({ c: { type: "string", maxLength: 1 } }) }) }),
    more: object({ a: object({ b: object({ c: { type: "string", maxLength: 2 } }) }) }),
  },
];
