import type { JsonObject } from "../../../src/json/json-value.ts";
import { conditional, type Narrowing, type Twin } from "./row.ts";

const o = (properties: JsonObject, ...required: string[]): JsonObject => ({
  type: "object",
  properties,
  required,
});
const string: JsonObject = { type: "string" };
const cat = o({ kind: { const: "cat" }, claws: { type: "integer" } }, "kind");
const dog = o({ kind: { const: "dog" }, name: string }, "kind");
const shortDog = o({ kind: { const: "dog" }, name: { type: "string", maxLength: 2 } }, "kind");
const chain = (depth: number, end: JsonObject): JsonObject =>
  depth === 0 ? end : { allOf: [chain(depth - 1, end)] };
const list = (name: string, value: JsonObject): JsonObject => ({
  $defs: { [name]: o({ value, next: { $ref: `#/$defs/${name}` } }, "value") },
  $ref: `#/$defs/${name}`,
});

export const narrowings: readonly Narrowing[] = [
  {
    name: "a branch of oneOf removed",
    wide: { oneOf: [cat, dog] },
    narrow: { oneOf: [cat] },
    gap: ["oneOf", "", { kind: "dog" }],
  },
  {
    name: "a branch of anyOf removed",
    wide: { anyOf: [{ type: "string" }, { type: "integer" }] },
    narrow: { anyOf: [{ type: "string" }] },
    gap: ["anyOf", "", 0],
  },
  {
    name: "a branch of oneOf narrowed",
    wide: { oneOf: [cat, dog] },
    narrow: { oneOf: [cat, shortDog] },
    gap: ["maxLength", "/name", { kind: "dog", name: "aaa" }],
  },
  {
    name: "oneOf of branches that overlap",
    wide: { anyOf: [{ type: "integer" }, { minimum: 5 }] },
    narrow: { oneOf: [{ type: "integer" }, { minimum: 5 }] },
    gap: ["oneOf", "", 5],
  },
  {
    name: "allOf with one part more",
    wide: { allOf: [string] },
    narrow: { allOf: [string, { minLength: 1 }] },
    gap: ["minLength", "", ""],
  },
  {
    name: "then",
    wide: o({ a: string, b: string }),
    narrow: {
      ...o({ a: string, b: string }),
      ...conditional({ required: ["a"] }, [{ required: ["b"] }]),
    },
    gap: ["if", "", { a: "a" }],
  },
  {
    name: "else",
    wide: o({ a: string, b: string }),
    narrow: { ...o({ a: string, b: string }), if: { required: ["a"] }, else: { required: ["b"] } },
    gap: ["if", "", {}],
  },
  {
    name: "not of a type",
    wide: { type: ["string", "null"] },
    narrow: { type: ["string", "null"], not: { type: "null" } },
    gap: ["not", "", null],
  },
  {
    name: "not of an object",
    wide: o({ a: string }),
    narrow: { ...o({ a: string }), not: { properties: { a: { const: "x" } }, required: ["a"] } },
    gap: ["not", "", { a: "x" }],
  },
  {
    name: "behind references",
    wide: { $ref: "#/$defs/a", $defs: { a: { $ref: "#/$defs/b" }, b: string } },
    narrow: { $ref: "#/$defs/a", $defs: { a: { type: "string", maxLength: 2 } } },
    gap: ["maxLength", "", "aaa"],
  },
  {
    name: "beside a reference",
    wide: { $ref: "#/$defs/a", $defs: { a: string } },
    narrow: { $ref: "#/$defs/a", maxLength: 2, $defs: { a: string } },
    gap: ["maxLength", "", "aaa"],
  },
  {
    name: "in a recursive schema",
    wide: list("node", string),
    narrow: list("node", { type: "string", minLength: 1 }),
    gap: ["minLength", "/value", { value: "" }],
  },
  {
    name: "a deep allOf",
    wide: chain(100, string),
    narrow: chain(100, { type: "string", maxLength: 2 }),
    gap: ["maxLength", "", "aaa"],
  },
];

export const twins: readonly Twin[] = [
  {
    name: "a reference moved",
    left: { $ref: "#/$defs/a", $defs: { a: string } },
    right: { $ref: "#/definitions/b", definitions: { b: string } },
  },
  {
    name: "a reference inlined",
    left: { properties: { a: { $ref: "#/$defs/a" } }, $defs: { a: string } },
    right: { properties: { a: string } },
  },
  {
    name: "an anchor",
    left: { $ref: "#here", $defs: { a: { $anchor: "here", type: "string" } } },
    right: string,
  },
  { name: "a recursive schema renamed", left: list("node", string), right: list("item", string) },
  {
    name: "a recursive schema unrolled once",
    left: list("node", string),
    right: {
      $defs: { n: o({ value: string, next: { $ref: "#/$defs/n" } }, "value") },
      ...o({ value: string, next: { $ref: "#/$defs/n" } }, "value"),
    },
  },
  { name: "branches in another order", left: { oneOf: [cat, dog] }, right: { oneOf: [dog, cat] } },
  {
    name: "oneOf and anyOf of disjoint branches",
    left: { oneOf: [cat, dog] },
    right: { anyOf: [cat, dog] },
  },
  { name: "anyOf of one", left: { anyOf: [string] }, right: string },
  {
    name: "a branch that another contains",
    left: { anyOf: [string, { type: "string", maxLength: 2 }] },
    right: string,
  },
  { name: "not not", left: { not: { not: string } }, right: string },
  {
    name: "De Morgan",
    left: { not: { anyOf: [{ type: "string" }, { type: "null" }] } },
    right: { allOf: [{ not: { type: "string" } }, { not: { type: "null" } }] },
  },
  {
    name: "if and anyOf",
    left: conditional({ type: "string" }, [{ minLength: 1 }, { type: "null" }]),
    right: { anyOf: [{ type: "string", minLength: 1 }, { type: "null" }] },
  },
  {
    name: "allOf distributes over anyOf",
    left: { allOf: [{ anyOf: [cat, dog] }, { maxProperties: 2 }] },
    right: {
      anyOf: [
        { ...cat, maxProperties: 2 },
        { ...dog, maxProperties: 2 },
      ],
    },
  },
  { name: "oneOf of a schema twice is nothing", left: { oneOf: [string, string] }, right: false },
  {
    name: "a property split by value",
    left: o({ a: { enum: ["x", "y"] } }, "a"),
    right: { anyOf: [o({ a: { const: "x" } }, "a"), o({ a: { const: "y" } }, "a")] },
  },
  {
    name: "an optional property split by presence",
    left: o({ a: string }),
    right: { anyOf: [o({ a: string }, "a"), { type: "object", properties: { a: false } }] },
  },
  { name: "a deep allOf and none", left: chain(100, string), right: string },
];
