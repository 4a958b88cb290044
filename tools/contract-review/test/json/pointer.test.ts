import { describe, expect, test } from "vitest";
import { canonicalJson } from "../../src/json/canonical-json.ts";
import type { JsonValue } from "../../src/json/json-value.ts";
import { child, commonEnd, tokensOf, valueAt } from "../../src/json/pointer.ts";

/** The document of RFC 6901 §5. */
const document: JsonValue = {
  foo: ["bar", "baz"],
  "": 0,
  "a/b": 1,
  "c%d": 2,
  "m~n": 8,
};

const rows: readonly { readonly given: string; readonly want: JsonValue | undefined }[] = [
  { given: "", want: document },
  { given: "/foo", want: ["bar", "baz"] },
  { given: "/foo/0", want: "bar" },
  { given: "/", want: 0 },
  { given: "/a~1b", want: 1 },
  { given: "/c%d", want: 2 },
  { given: "/m~0n", want: 8 },
  { given: "/foo/00", want: undefined },
  { given: "/foo/2", want: undefined },
  { given: "/foo/0/x", want: undefined },
  { given: "/toString", want: undefined },
];

describe("JSON Pointer", () => {
  test.each(rows)("$given names what RFC 6901 says", ({ given, want }) => {
    expect(valueAt(document, given)).toEqual(want);
  });

  test("tokens come back as they went in", () => {
    const tokens = ["a/b", "m~n", "~1", "", "0"];
    expect(tokensOf(child("", ...tokens))).toEqual(tokens);
  });
});

const same: readonly {
  readonly name: string;
  readonly left: JsonValue;
  readonly right: JsonValue;
}[] = [
  { name: "keys in another order", left: { a: 1, b: [2] }, right: { b: [2], a: 1 } },
  { name: "zero and negative zero", left: [0], right: [-0] },
  { name: "1 and 1.0", left: 1, right: 1.0 },
];

const different: typeof same = [
  { name: "items in another order", left: [1, 2], right: [2, 1] },
  { name: "a number and its text", left: 1, right: "1" },
  { name: "null and nothing", left: { a: null }, right: {} },
];

describe("commonEnd", () => {
  test.each([
    { name: "one pointer", left: "/a/b", right: "/a/b", want: 2 },
    { name: "another beginning", left: "/a/x/0", right: "/b/c/x/0", want: 2 },
    { name: "a token inside", left: "/allOf/0/anyOf/1", right: "/allOf/1/anyOf/1", want: 2 },
    { name: "another end", left: "/a/0", right: "/a/1", want: 0 },
    { name: "a longer token", left: "/a/10", right: "/a/0", want: 0 },
    { name: "nothing", left: "", right: "/a", want: 0 },
  ])("counts the tokens of $name", ({ left, right, want }) => {
    expect([commonEnd(left, right), commonEnd(right, left)]).toEqual([want, want]);
  });
});

describe("canonical JSON", () => {
  test.each(same)("$name are one text", ({ left, right }) => {
    expect(canonicalJson(left)).toBe(canonicalJson(right));
  });

  test.each(different)("$name are two texts", ({ left, right }) => {
    expect(canonicalJson(left)).not.toBe(canonicalJson(right));
  });
});
