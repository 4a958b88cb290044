import type { Narrowing, Twin } from "./row.ts";

export const narrowings: readonly Narrowing[] = [
  {
    name: "enum value removed",
    wide: { enum: ["a", "b"] },
    narrow: { enum: ["a"] },
    gap: ["enum", "", "b"],
  },
  {
    name: "enum added",
    wide: { type: "string" },
    narrow: { type: "string", enum: ["x"] },
    gap: ["enum", "", "a"],
  },
  {
    name: "const instead of enum",
    wide: { enum: ["a", "b"] },
    narrow: { const: "a" },
    gap: ["const", "", "b"],
  },
  {
    name: "null removed from enum",
    wide: { enum: ["a", null] },
    narrow: { enum: ["a"] },
    gap: ["enum", "", null],
  },
  {
    name: "type removed from a list",
    wide: { type: ["string", "null"] },
    narrow: { type: "string" },
    gap: ["type", "", null],
  },
  {
    name: "another type allowed",
    wide: { type: ["string", "integer"] },
    narrow: { type: "string" },
    gap: ["type", "", 0],
  },
  {
    name: "only true",
    wide: { type: "boolean" },
    narrow: { const: true },
    gap: ["const", "", false],
  },
  {
    name: "objects listed",
    wide: { enum: [{ a: 1 }, { a: 2 }] },
    narrow: { enum: [{ a: 1 }] },
    gap: ["enum", "", { a: 2 }],
  },
  {
    name: "arrays listed",
    wide: { enum: [[1], [1, 2]] },
    narrow: { enum: [[1]] },
    gap: ["enum", "", [1, 2]],
  },
  {
    name: "an object excluded",
    wide: { type: "object", maxProperties: 0 },
    narrow: { type: "object", maxProperties: 0, not: { const: {} } },
    gap: ["not", "", {}],
  },
  { name: "nothing allowed", wide: { type: "boolean" }, narrow: false, gap: ["not", "", true] },
];

export const twins: readonly Twin[] = [
  { name: "boolean and its values", left: { type: "boolean" }, right: { enum: [false, true] } },
  { name: "null and its value", left: { type: "null" }, right: { const: null } },
  { name: "const and enum of one", left: { const: "a" }, right: { enum: ["a"] } },
  { name: "an enum with a repeated value", left: { enum: ["a", "a"] }, right: { const: "a" } },
  {
    name: "a type list and anyOf",
    left: { type: ["string", "null"] },
    right: { anyOf: [{ type: "null" }, { type: "string" }] },
  },
  {
    name: "type lists in another order",
    left: { type: ["string", "null"] },
    right: { type: ["null", "string"] },
  },
  {
    name: "an enum that says its type",
    left: { type: "string", enum: ["a", "b"] },
    right: { enum: ["b", "a"] },
  },
  {
    name: "an enum value of another type",
    left: { type: "string", enum: ["a", 1] },
    right: { const: "a" },
  },
  {
    name: "keys of a constant object in another order",
    left: { const: { a: 1, b: 2 } },
    right: { const: { b: 2, a: 1 } },
  },
  { name: "true and an empty schema", left: true, right: {} },
  { name: "false and not anything", left: false, right: { not: {} } },
  {
    name: "all types",
    left: {},
    right: { type: ["null", "boolean", "number", "string", "array", "object"] },
  },
  {
    name: "annotations",
    left: {
      title: "A",
      description: "B",
      default: "C",
      examples: ["D"],
      deprecated: true,
      $comment: "E",
      type: "string",
    },
    right: { type: "string" },
  },
  {
    name: "a constant object and its properties",
    left: { const: { a: 1 } },
    right: {
      type: "object",
      properties: { a: { const: 1 } },
      required: ["a"],
      additionalProperties: false,
    },
  },
  {
    name: "a constant array and its items",
    left: { const: [1, 2] },
    right: { type: "array", prefixItems: [{ const: 1 }, { const: 2 }], items: false, minItems: 2 },
  },
];
