import type { JsonObject } from "../../../src/json/json-value.ts";
import { conditional, type Narrowing, type Twin } from "./row.ts";

const o = (rest: JsonObject = {}): JsonObject => ({ type: "object", ...rest });
const string: JsonObject = { type: "string" };
const short: JsonObject = { type: "string", maxLength: 2 };

/** Read literally: what is not declared may be there. */
export const narrowings: readonly Narrowing[] = [
  {
    name: "required added",
    wide: o({ properties: { a: string } }),
    narrow: o({ properties: { a: string }, required: ["a"] }),
    gap: ["required", "/a", {}],
  },
  {
    name: "a property narrowed",
    wide: o({ properties: { a: string } }),
    narrow: o({ properties: { a: short } }),
    gap: ["maxLength", "/a", { a: "aaa" }],
  },
  {
    name: "a deep property narrowed",
    wide: o({ properties: { a: o({ properties: { b: string } }) } }),
    narrow: o({ properties: { a: o({ properties: { b: short } }) } }),
    gap: ["maxLength", "/a/b", { a: { b: "aaa" } }],
  },
  {
    name: "a property declared",
    wide: o(),
    narrow: o({ properties: { a: { type: "integer" } } }),
    gap: ["type", "/a", { a: "a" }],
  },
  {
    name: "additionalProperties false",
    wide: o({ properties: { a: string } }),
    narrow: o({ properties: { a: string }, additionalProperties: false }),
    gap: ["additionalProperties", "/*", { b: "a" }],
  },
  {
    name: "additionalProperties narrowed",
    wide: o({ additionalProperties: string }),
    narrow: o({ additionalProperties: short }),
    gap: ["maxLength", "/*", { a: "aaa" }],
  },
  {
    name: "patternProperties narrowed",
    wide: o({ patternProperties: { "^x-": string } }),
    narrow: o({ patternProperties: { "^x-": short } }),
    gap: ["maxLength", "/*", { "x-": "aaa" }],
  },
  {
    name: "patternProperties added",
    wide: o(),
    narrow: o({ patternProperties: { "^x-": { type: "integer" } } }),
    gap: ["type", "/*", { "x-": "a" }],
  },
  {
    name: "propertyNames",
    wide: o(),
    narrow: o({ propertyNames: { pattern: "^[a-z]+$" } }),
    gap: ["propertyNames", "", { "0": "a" }],
  },
  {
    name: "minProperties",
    wide: o(),
    narrow: o({ minProperties: 1 }),
    gap: ["minProperties", "", {}],
  },
  {
    name: "maxProperties",
    wide: o({ maxProperties: 3 }),
    narrow: o({ maxProperties: 2 }),
    gap: ["maxProperties", "", { a: "a", b: "a", c: "a" }],
  },
  {
    name: "dependentRequired",
    wide: o({ properties: { a: string, b: string } }),
    narrow: o({ properties: { a: string, b: string }, dependentRequired: { a: ["b"] } }),
    gap: ["dependentRequired", "", { a: "a" }],
  },
  {
    name: "dependentSchemas",
    wide: o({ properties: { a: string } }),
    narrow: o({ properties: { a: string }, dependentSchemas: { a: { required: ["b"] } } }),
    gap: ["dependentSchemas", "", { a: "a" }],
  },
  {
    name: "unevaluatedProperties false",
    wide: { allOf: [o({ properties: { a: string } })] },
    narrow: { allOf: [o({ properties: { a: string } })], unevaluatedProperties: false },
    gap: ["unevaluatedProperties", "/*", { b: "a" }],
  },
  {
    name: "unevaluatedProperties narrowed",
    wide: o({ properties: { a: string }, unevaluatedProperties: string }),
    narrow: o({ properties: { a: string }, unevaluatedProperties: short }),
    gap: ["maxLength", "/*", { b: "aaa" }],
  },
  {
    name: "a property refused",
    wide: o({ properties: { a: string } }),
    narrow: o({ properties: { a: false } }),
    gap: ["properties", "/a", { a: "a" }],
  },
  {
    name: "absent by not required",
    wide: o({ properties: { a: string } }),
    narrow: o({ properties: { a: string }, not: { required: ["a"] } }),
    gap: ["not", "", { a: "a" }],
  },
];

export const twins: readonly Twin[] = [
  {
    name: "keys in another order",
    left: { properties: { a: string, b: short }, type: "object" },
    right: { type: "object", properties: { b: short, a: string } },
  },
  {
    name: "required in another order",
    left: o({ required: ["a", "b"] }),
    right: o({ required: ["b", "a"] }),
  },
  { name: "required twice", left: o({ required: ["a", "a"] }), right: o({ required: ["a"] }) },
  {
    name: "required in allOf",
    left: o({ properties: { a: string }, required: ["a"] }),
    right: { allOf: [o({ properties: { a: string } }), { required: ["a"] }] },
  },
  {
    name: "allOf flattened",
    left: {
      allOf: [o({ properties: { a: string } }), o({ properties: { b: short }, required: ["b"] })],
    },
    right: o({ properties: { a: string, b: short }, required: ["b"] }),
  },
  {
    name: "one property in two parts",
    left: { allOf: [o({ properties: { a: string } }), o({ properties: { a: { maxLength: 2 } } })] },
    right: o({ properties: { a: short } }),
  },
  {
    name: "additionalProperties true",
    left: o({ properties: { a: string }, additionalProperties: {} }),
    right: o({ properties: { a: string }, additionalProperties: true }),
  },
  {
    name: "additionalProperties and every pattern",
    left: o({ additionalProperties: string }),
    right: o({ patternProperties: { "": string } }),
  },
  {
    name: "a property name and its pattern",
    left: o({ properties: { a: string }, additionalProperties: false }),
    right: o({ patternProperties: { "^a$": string }, additionalProperties: false }),
  },
  {
    name: "dependentRequired and dependentSchemas",
    left: o({ properties: { a: {}, b: {} }, dependentRequired: { a: ["b"] } }),
    right: o({ properties: { a: {}, b: {} }, dependentSchemas: { a: { required: ["b"] } } }),
  },
  {
    name: "dependentRequired and if",
    left: o({ properties: { a: {}, b: {} }, dependentRequired: { a: ["b"] } }),
    right: o({
      properties: { a: {}, b: {} },
      ...conditional({ required: ["a"] }, [{ required: ["b"] }]),
    }),
  },
  {
    name: "minProperties that required implies",
    left: o({ properties: { a: string }, required: ["a"], minProperties: 1 }),
    right: o({ properties: { a: string }, required: ["a"] }),
  },
  {
    name: "maxProperties 0 and no property",
    left: o({ maxProperties: 0 }),
    right: o({ additionalProperties: false }),
  },
  {
    name: "unevaluatedProperties and additionalProperties",
    left: o({ properties: { a: string }, unevaluatedProperties: false }),
    right: o({ properties: { a: string }, additionalProperties: false }),
  },
  {
    name: "unevaluatedProperties beside additionalProperties",
    left: o({
      properties: { a: string },
      additionalProperties: short,
      unevaluatedProperties: false,
    }),
    right: o({ properties: { a: string }, additionalProperties: short }),
  },
  {
    name: "propertyNames and additionalProperties",
    left: o({ propertyNames: { enum: ["a", "b"] } }),
    right: o({ properties: { a: {}, b: {} }, additionalProperties: false }),
  },
  {
    name: "a property called __proto__",
    left: JSON.parse('{"properties":{"__proto__":{"type":"string"}}}') as JsonObject,
    right: { allOf: [JSON.parse('{"properties":{"__proto__":{"type":"string"}}}') as JsonObject] },
  },
];
