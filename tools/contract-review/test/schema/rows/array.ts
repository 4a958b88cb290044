import type { JsonObject } from "../../../src/json/json-value.ts";
import type { Narrowing, Twin } from "./row.ts";

const a = (rest: JsonObject = {}): JsonObject => ({ type: "array", ...rest });
const string: JsonObject = { type: "string" };

export const narrowings: readonly Narrowing[] = [
  {
    name: "items narrowed",
    wide: a({ items: string }),
    narrow: a({ items: { type: "string", maxLength: 2 } }),
    gap: ["maxLength", "/*", ["aaa"]],
  },
  {
    name: "items declared",
    wide: a(),
    narrow: a({ items: { type: "integer" } }),
    gap: ["type", "/*", ["a"]],
  },
  {
    name: "no items",
    wide: a({ items: string }),
    narrow: a({ items: false }),
    gap: ["items", "/*", ["a"]],
  },
  {
    name: "minItems raised",
    wide: a({ items: string }),
    narrow: a({ items: string, minItems: 1 }),
    gap: ["minItems", "", []],
  },
  {
    name: "maxItems lowered",
    wide: a({ items: string, maxItems: 3 }),
    narrow: a({ items: string, maxItems: 2 }),
    gap: ["maxItems", "", ["a", "a", "a"]],
  },
  {
    name: "maxItems far away",
    wide: a({ maxItems: 10000 }),
    narrow: a({ maxItems: 9999 }),
    gap: ["maxItems", "", Array.from({ length: 10000 }, () => "a")],
  },
  {
    name: "uniqueItems",
    wide: a({ items: string }),
    narrow: a({ items: string, uniqueItems: true }),
    gap: ["uniqueItems", "", ["a", "a"]],
  },
  {
    name: "prefixItems narrowed",
    wide: a({ prefixItems: [string, { type: "number" }] }),
    narrow: a({ prefixItems: [string, { type: "integer" }] }),
    gap: ["type", "/1", ["a", 0.5]],
  },
  {
    name: "prefixItems closed",
    wide: a({ prefixItems: [string] }),
    narrow: a({ prefixItems: [string], items: false }),
    gap: ["items", "/*", ["a", "a"]],
  },
  {
    name: "contains added",
    wide: a({ items: string }),
    narrow: a({ items: string, contains: { const: "x" } }),
    gap: ["contains", "", []],
  },
  {
    name: "minContains raised",
    wide: a({ contains: string }),
    narrow: a({ contains: string, minContains: 2 }),
    gap: ["contains", "", ["a"]],
  },
  {
    name: "maxContains added",
    wide: a({ items: { enum: ["x", "y"] } }),
    narrow: a({
      items: { enum: ["x", "y"] },
      contains: { const: "x" },
      minContains: 0,
      maxContains: 1,
    }),
    gap: ["contains", "", ["x", "x"]],
  },
  {
    name: "contains narrowed",
    wide: a({ items: { enum: [1, 2] }, contains: { enum: [1, 2] } }),
    narrow: a({ items: { enum: [1, 2] }, contains: { const: 1 } }),
    gap: ["contains", "", [2]],
  },
  {
    name: "unevaluatedItems",
    wide: a({ allOf: [{ prefixItems: [string] }] }),
    narrow: a({ allOf: [{ prefixItems: [string] }], unevaluatedItems: false }),
    gap: ["unevaluatedItems", "/*", ["a", "a"]],
  },
  {
    name: "items of items",
    wide: a({ items: a({ items: string }) }),
    narrow: a({ items: a({ items: { const: "x" } }) }),
    gap: ["const", "/*/*", [["a"]]],
  },
];

export const twins: readonly Twin[] = [
  { name: "minItems 0", left: a({ minItems: 0 }), right: a() },
  { name: "items that accept everything", left: a({ items: {} }), right: a() },
  { name: "uniqueItems false", left: a({ uniqueItems: false }), right: a() },
  {
    name: "a prefix of the same schema as the rest",
    left: a({ prefixItems: [string], items: string }),
    right: a({ items: string }),
  },
  { name: "no items, and none allowed", left: a({ items: false }), right: a({ maxItems: 0 }) },
  {
    name: "a closed prefix and its maxItems",
    left: a({ prefixItems: [string], items: false }),
    right: a({ items: string, maxItems: 1 }),
  },
  {
    name: "contains at least one of what all items are",
    left: a({ items: string, contains: string }),
    right: a({ items: string, minItems: 1 }),
  },
  {
    name: "contains with minContains 0",
    left: a({ contains: string, minContains: 0 }),
    right: a(),
  },
  {
    name: "maxContains 0 and items refused",
    left: a({ contains: string, minContains: 0, maxContains: 0 }),
    right: a({ items: { not: string } }),
  },
  {
    name: "more unique booleans than there are",
    left: a({ items: { type: "boolean" }, uniqueItems: true }),
    right: a({ items: { type: "boolean" }, uniqueItems: true, maxItems: 2 }),
  },
  {
    name: "unevaluatedItems beside items",
    left: a({ items: string, unevaluatedItems: false }),
    right: a({ items: string }),
  },
  {
    name: "unevaluatedItems and items",
    left: a({ unevaluatedItems: string }),
    right: a({ items: string }),
  },
  {
    name: "contains evaluates",
    left: a({ contains: string, unevaluatedItems: { type: "number" } }),
    right: a({ contains: string, items: { type: ["string", "number"] } }),
  },
];
