import { describe, expect, test } from "vitest";
import type { JsonValue } from "../../src/json/json-value.ts";
import { type Reading, gaps } from "../../src/schema/gap.ts";
import { sameSet } from "../../src/schema/same-set.ts";
import type { SchemaSource } from "../../src/schema/schema-source.ts";
import * as array from "./rows/array.ts";
import * as combination from "./rows/combination.ts";
import * as finite from "./rows/finite.ts";
import * as number from "./rows/number.ts";
import * as object from "./rows/object.ts";
import * as string from "./rows/string.ts";

const literal: Reading = { producerClosed: false, direction: "request" };
const source = (root: JsonValue): SchemaSource => ({ root, pointer: "", dialect: "2020-12" });

describe.each([
  ["numbers", number],
  ["strings", string],
  ["finite sets", finite],
  ["arrays", array],
  ["objects", object],
  ["combinations", combination],
])("%s", (_, { narrowings, twins }) => {
  test.each(narrowings)("$name: refused with the smallest witness", ({ wide, narrow, gap }) => {
    const found = gaps(source(wide), source(narrow), literal);
    expect(found.map((one) => [one.keyword, one.instanceLocation, one.witness])).toEqual([gap]);
  });

  test.each(narrowings)("$name: the other way round is proved", ({ wide, narrow }) => {
    expect(gaps(source(narrow), source(wide), literal)).toEqual([]);
    expect(sameSet(source(wide), source(narrow), literal)).toBe("different");
  });

  test.each(twins)("$name: one set", ({ left, right }) => {
    expect(gaps(source(left), source(right), literal)).toEqual([]);
    expect(gaps(source(right), source(left), literal)).toEqual([]);
  });
});
