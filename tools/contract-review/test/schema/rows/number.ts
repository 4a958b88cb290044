import type { Narrowing, Twin } from "./row.ts";

export const narrowings: readonly Narrowing[] = [
  {
    name: "minimum raised",
    wide: { type: "integer", minimum: 0 },
    narrow: { type: "integer", minimum: 1 },
    gap: ["minimum", "", 0],
  },
  {
    name: "maximum lowered",
    wide: { type: "integer", maximum: 10 },
    narrow: { type: "integer", maximum: 9 },
    gap: ["maximum", "", 10],
  },
  {
    name: "minimum made exclusive",
    wide: { type: "number", minimum: 0 },
    narrow: { type: "number", exclusiveMinimum: 0 },
    gap: ["exclusiveMinimum", "", 0],
  },
  {
    name: "maximum made exclusive",
    wide: { type: "number", maximum: 5 },
    narrow: { type: "number", exclusiveMaximum: 5 },
    gap: ["exclusiveMaximum", "", 5],
  },
  {
    name: "maximum added",
    wide: { type: "number" },
    narrow: { type: "number", maximum: 100 },
    gap: ["maximum", "", 101],
  },
  {
    name: "integers only",
    wide: { type: "number" },
    narrow: { type: "integer" },
    gap: ["type", "", 0.5],
  },
  {
    name: "multipleOf added",
    wide: { type: "integer" },
    narrow: { type: "integer", multipleOf: 5 },
    gap: ["multipleOf", "", 1],
  },
  {
    name: "multipleOf coarser",
    wide: { type: "integer", multipleOf: 5 },
    narrow: { type: "integer", multipleOf: 10 },
    gap: ["multipleOf", "", 5],
  },
  {
    name: "decimal multipleOf coarser",
    wide: { type: "number", multipleOf: 0.01 },
    narrow: { type: "number", multipleOf: 0.1 },
    gap: ["multipleOf", "", 0.01],
  },
  {
    name: "decimal bound moved",
    wide: { type: "number", maximum: 0.3 },
    narrow: { type: "number", maximum: 0.1 },
    gap: ["maximum", "", 0.3],
  },
  {
    name: "a hole between two ranges",
    wide: { type: "number", minimum: 0, maximum: 10 },
    narrow: {
      anyOf: [
        { type: "number", minimum: 0, maximum: 5 },
        { type: "number", minimum: 6, maximum: 10 },
      ],
    },
    gap: ["anyOf", "", 5.5],
  },
  {
    name: "one value excluded",
    wide: { type: "integer" },
    narrow: { type: "integer", not: { const: 0 } },
    gap: ["not", "", 0],
  },
  {
    name: "one value excluded between bounds",
    wide: { type: "integer", minimum: 1, maximum: 3 },
    narrow: { type: "integer", minimum: 1, maximum: 3, not: { enum: [2] } },
    gap: ["not", "", 2],
  },
  {
    name: "an int32",
    wide: { type: "integer" },
    narrow: { type: "integer", format: "int32" },
    gap: ["format", "", 2147483648],
  },
  {
    name: "an int32 instead of an int64",
    wide: { type: "integer", format: "int64" },
    narrow: { type: "integer", format: "int32" },
    gap: ["format", "", 2147483648],
  },
  {
    name: "up to 2^53",
    wide: { type: "integer", maximum: 9007199254740992 },
    narrow: { type: "integer", maximum: 100 },
    gap: ["maximum", "", 101],
  },
];

export const twins: readonly Twin[] = [
  {
    name: "an integer from 0 and one above -1",
    left: { type: "integer", minimum: 0 },
    right: { type: "integer", exclusiveMinimum: -1 },
  },
  {
    name: "integers and multiples of 1",
    left: { type: "integer" },
    right: { type: "number", multipleOf: 1 },
  },
  {
    name: "integers and multiples of 1.0",
    left: { type: "integer", multipleOf: 0.5 },
    right: { type: "integer" },
  },
  {
    name: "ranges that meet",
    left: { type: "integer", minimum: 0, maximum: 10 },
    right: {
      anyOf: [
        { type: "integer", minimum: 0, maximum: 5 },
        { type: "integer", minimum: 6, maximum: 10 },
      ],
    },
  },
  {
    name: "a range and its values",
    left: { type: "integer", minimum: 1, maximum: 3 },
    right: { enum: [1, 2, 3] },
  },
  { name: "1 and 1.0", left: { const: 1 }, right: { enum: [1.0] } },
  { name: "0 and -0", left: { const: 0 }, right: { const: -0 } },
  {
    name: "multiples of both and of their least common multiple",
    left: { type: "integer", allOf: [{ multipleOf: 4 }, { multipleOf: 6 }] },
    right: { type: "integer", multipleOf: 12 },
  },
  {
    name: "multiples of 0.1 and 0.2 together",
    left: { type: "number", allOf: [{ multipleOf: 0.1 }, { multipleOf: 0.2 }] },
    right: { type: "number", multipleOf: 0.2 },
  },
  {
    name: "a bound nobody reaches",
    left: { type: "integer", minimum: 0.5 },
    right: { type: "integer", minimum: 1 },
  },
  {
    name: "number and integer listed",
    left: { type: ["number", "integer"] },
    right: { type: "number" },
  },
  {
    name: "a format that only advises",
    left: { type: "number", format: "double" },
    right: { type: "number" },
  },
  {
    name: "bounds that concern other types",
    left: { type: "string", minimum: 5 },
    right: { type: "string" },
  },
  {
    name: "nothing above and below",
    left: { type: "integer", minimum: 3, maximum: 2 },
    right: { type: "integer", not: {} },
  },
];
