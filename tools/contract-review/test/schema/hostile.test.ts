import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../src/json/json-value.ts";
import { type Reading, gaps } from "../../src/schema/gap.ts";
import { source } from "./examine.ts";

const reading: Reading = { producerClosed: true, direction: "request" };
const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);
const o = (properties: JsonObject, rest: JsonObject = {}): JsonObject => ({
  type: "object",
  properties,
  ...rest,
});
const string: JsonObject = { type: "string" };
const short: JsonObject = { type: "string", maxLength: 3 };

function nested(
  depth: number,
  end: JsonObject,
  wrap: (inner: JsonObject) => JsonObject,
): JsonObject {
  let schema = end;
  for (let level = 0; level < depth; level += 1) schema = wrap(schema);
  return schema;
}

const doubled = (depth: number, end: JsonObject): JsonObject =>
  depth === 0 ? end : { allOf: [doubled(depth - 1, end), doubled(depth - 1, end)] };
const branches = (count: number, last: JsonObject): JsonObject => ({
  oneOf: range(count).map((index) =>
    o(
      { kind: { const: `k${index}` }, a: index === count - 1 ? last : string },
      { required: ["kind"] },
    ),
  ),
});
const listed = (count: number, from: number): JsonObject => ({
  enum: range(count).map((index) => `v${index + from}`),
});
const wide = (count: number, last: JsonObject): JsonObject =>
  o(
    Object.fromEntries(
      range(count).map((index) => [`p${index}`, index === count - 1 ? last : string]),
    ),
  );
const scattered = (count: number): JsonObject => ({
  allOf: range(count).map((index) => ({
    anyOf: [
      { required: [`x${index}`] },
      { required: [`y${index}`] },
      { required: [`z${(index * 7) % count}`] },
    ],
  })),
});

function deepArray(depth: number): JsonValue {
  let value: JsonValue = [];
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

interface Row {
  readonly name: string;
  readonly producer: JsonValue;
  readonly consumer: JsonValue;
  readonly want: readonly (readonly [kind: string, keyword: string])[];
}

const rows: readonly Row[] = [
  {
    name: "100,000 values, one gone",
    producer: listed(100_000, 0),
    consumer: listed(100_000, 1),
    want: [["refuted", "enum"]],
  },
  {
    name: "1,000 properties, one narrowed",
    producer: wide(1000, string),
    consumer: wide(1000, short),
    want: [["refuted", "maxLength"]],
  },
  {
    name: "30 branches, one narrowed",
    producer: branches(30, string),
    consumer: branches(30, short),
    want: [["refuted", "maxLength"]],
  },
  {
    name: "30 branches and one more",
    producer: branches(30, string),
    consumer: branches(31, string),
    want: [],
  },
  {
    name: "2^9 parts of allOf",
    producer: doubled(9, short),
    consumer: doubled(9, string),
    want: [],
  },
  {
    name: "choices that multiply",
    producer: { type: "object", ...scattered(30) },
    consumer: { type: "object", ...scattered(30), minProperties: 1 },
    want: [],
  },
  {
    name: "10,000 levels of properties",
    producer: nested(10_000, string, (inner) => o({ a: inner })),
    consumer: nested(10_000, short, (inner) => o({ a: inner })),
    want: [["undecided", "properties"]],
  },
  {
    name: "1,000 levels of not",
    producer: nested(1000, string, (not) => ({ not })),
    consumer: nested(1000, short, (not) => ({ not })),
    want: [["undecided", "not"]],
  },
  {
    name: "a pattern that backtracks for ever",
    producer: { type: "string", pattern: "^(a+)+$" },
    consumer: { type: "string", pattern: "^(a|aa)+$" },
    want: [],
  },
  {
    name: "a pattern that backtracks and refers back",
    producer: { type: "string", pattern: "^(a+)+b\\1$", minLength: 40 },
    consumer: { type: "string", pattern: "^b" },
    want: [["undecided", "pattern"]],
  },
  {
    name: "a pattern with too many states",
    producer: { type: "string", pattern: "^[a-z]{1,100000}$" },
    consumer: { type: "string", pattern: "^[a-z]{1,99999}$" },
    want: [["undecided", "pattern"]],
  },
  {
    name: "strings of ten million characters",
    producer: { type: "string", minLength: 10_000_000 },
    consumer: { type: "string", minLength: 10_000_001 },
    want: [["refuted", "minLength"]],
  },
  {
    name: "a million items",
    producer: { type: "array", minItems: 1_000_000 },
    consumer: { type: "array", maxItems: 3 },
    want: [["undecided", "maxItems"]],
  },
  {
    name: "a million properties",
    producer: { type: "object", minProperties: 1_000_000 },
    consumer: { type: "object", maxProperties: 3 },
    want: [["undecided", "maxProperties"]],
  },
  {
    name: "numbers of 600 digits",
    producer: { type: "number", multipleOf: 1e-300, minimum: 1e300 },
    consumer: { type: "number", multipleOf: 7 },
    want: [["refuted", "multipleOf"]],
  },
  {
    name: "references in a circle",
    producer: { $ref: "#/$defs/a", $defs: { a: { $ref: "#/$defs/b" }, b: { $ref: "#/$defs/a" } } },
    consumer: string,
    want: [["undecided", "type"]],
  },
  {
    name: "a message that never ends",
    producer: o({ next: { $ref: "#" } }, { required: ["next"] }),
    consumer: string,
    want: [],
  },
  {
    name: "a constant 50,000 levels deep",
    producer: { const: deepArray(50_000) },
    consumer: { const: [deepArray(50_000)] },
    want: [["undecided", "const"]],
  },
  {
    name: "a pattern that is none",
    producer: string,
    consumer: { type: "string", pattern: "(" },
    want: [["undecided", "pattern"]],
  },
];

describe("hostile schemas", () => {
  test.each(rows)("$name: an answer in bounded work", ({ producer, consumer, want }) => {
    const found = gaps(source(producer), source(consumer), reading);
    expect(found.map(({ kind, keyword }) => [kind, keyword])).toEqual(want);
  });
});
