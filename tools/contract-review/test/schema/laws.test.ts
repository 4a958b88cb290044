import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../../src/json/json-value.ts";
import { type Reading, gaps } from "../../src/schema/gap.ts";
import { sameSet } from "../../src/schema/same-set.ts";
import { arbitraryPair } from "./arbitrary-pair.ts";
import { arbitrarySchema, arbitraryValue } from "./arbitrary-schema.ts";
import { examine, literal, source } from "./examine.ts";

const seed = 20261122;
const closed: Reading = { producerClosed: true, direction: "response" };
const readings = fc.constantFrom(literal, closed);
const runs = (numRuns: number): fc.Parameters<unknown> => ({ seed, numRuns });

function refuted(producer: JsonValue, consumer: JsonValue, reading: Reading): readonly JsonValue[] {
  const found = gaps(source(producer), source(consumer), reading);
  return found.filter((gap) => gap.kind === "refuted").map((gap) => gap.witness ?? null);
}

/** Keys turned round at every level, except where the order of a list means something. */
function reordered(value: JsonValue): JsonValue {
  if (isJsonArray(value)) return value.map(reordered);
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([key, inner]) => [key, reordered(inner)] as const);
  return Object.fromEntries(members.toReversed());
}

/** The same schema behind references: the whole, and every property of it. */
function extracted(schema: JsonObject): JsonObject {
  const $defs: Record<string, JsonValue> = {};
  const { properties } = schema;
  const inner: Record<string, JsonValue> = { ...schema };
  if (isJsonObject(properties)) {
    const moved = Object.entries(properties).map(([name, value], index) => {
      $defs[`p${index}`] = value;
      return [name, { $ref: `#/$defs/p${index}` }] as const;
    });
    inner["properties"] = Object.fromEntries(moved);
  }
  return { $ref: "#/$defs/whole", $defs: { ...$defs, whole: inner } };
}

describe("laws of generated schemas", () => {
  test(
    "every claim about a pair stands before another validator",
    { timeout: 60_000 },
    async () => {
      const values = fc.sample(arbitraryValue, { seed, numRuns: 400 });
      const counterexamples: string[] = [];
      let undecided = 0;
      for (const pair of fc.sample(arbitraryPair, { seed, numRuns: 1000 })) {
        const examined = await examine(pair, values);
        counterexamples.push(...examined.counterexamples);
        if (examined.answer === "undecided") undecided += 1;
      }
      expect(counterexamples).toEqual([]);
      expect(undecided).toBeLessThan(10);
    },
  );

  test("a schema has no gap against its copy", () => {
    fc.assert(
      fc.property(arbitrarySchema, readings, (schema, reading) => {
        expect(gaps(source(schema), source(structuredClone(schema)), reading)).toEqual([]);
      }),
      runs(300),
    );
  });

  test("reordering, extracting and wrapping change nothing", () => {
    fc.assert(
      fc.property(arbitrarySchema, readings, (schema, reading) => {
        for (const other of [reordered(schema), extracted(schema), { allOf: [schema] }]) {
          expect(gaps(source(schema), source(other), reading)).toEqual([]);
          expect(gaps(source(other), source(schema), reading)).toEqual([]);
          expect(sameSet(source(schema), source(other), reading)).not.toBe("different");
        }
      }),
      runs(200),
    );
  });

  test("allOf is within each part, each part is within anyOf", () => {
    fc.assert(
      fc.property(arbitrarySchema, arbitrarySchema, (left, right) => {
        expect(refuted({ allOf: [left, right] }, left, literal)).toEqual([]);
        expect(refuted(left, { anyOf: [left, right] }, literal)).toEqual([]);
        expect(refuted({ oneOf: [left, right] }, { anyOf: [left, right] }, literal)).toEqual([]);
      }),
      runs(200),
    );
  });

  test("a schema and its negation share nothing and leave nothing out", () => {
    fc.assert(
      fc.property(arbitrarySchema, (schema) => {
        expect(refuted({ allOf: [schema, { not: schema }] }, false, literal)).toEqual([]);
        expect(refuted(true, { anyOf: [schema, { not: schema }] }, literal)).toEqual([]);
      }),
      runs(200),
    );
  });

  test("closing a producer adds no gap", () => {
    fc.assert(
      fc.property(arbitraryPair, ([producer, consumer]) => {
        if (gaps(source(producer), source(consumer), literal).length > 0) return;
        const reading = { ...closed, direction: literal.direction };
        expect(refuted(producer, consumer, reading)).toEqual([]);
      }),
      runs(200),
    );
  });

  test("inclusion is transitive", () => {
    fc.assert(
      fc.property(arbitrarySchema, arbitrarySchema, (one, other) => {
        const both = { allOf: [one, other] };
        const any = { anyOf: [one, other] };
        expect(refuted(both, any, literal)).toEqual([]);
      }),
      runs(100),
    );
  });
});
