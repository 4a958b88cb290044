import type { StandardSchemaV1 as PublishedInterface } from "@standard-schema/spec";
import type { JsonValue } from "@flex-channels/document";
import { expect, expectTypeOf, test } from "vitest";
import { emitValidation } from "../../src/validators/emit-validation.ts";
import * as v from "../../src/validators/runtime/validation.ts";
import { validationTextModule } from "./write-validation-text.ts";

/** A validator as the generated modules make them. */
function validatorOf<T>(make: () => v.Check): v.Validator<T> {
  return v.validator(v.lazy(make));
}

const person = validatorOf<{ name: string }>(() =>
  v.first(
    v.type("object"),
    v.properties(
      { name: v.first(v.type("string"), v.length(2, 4)) },
      {
        age: v.first(v.numericType("integer", "null"), v.minimum(0)),
        tags: v.first(v.type("array"), v.items(v.type("string"))),
      },
    ),
  ),
);

const issueRows: readonly { name: string; given: unknown; want: readonly v.Issue[] }[] = [
  { name: "a valid value has no issues", given: { name: "Ann", other: 1 }, want: [] },
  {
    name: "another type is named, not the value",
    given: "secret",
    want: [{ path: [], keyword: "type", expected: "object", received: "string of length 6" }],
  },
  {
    name: "null is null and an array has a length",
    given: [1, 2],
    want: [{ path: [], keyword: "type", expected: "object", received: "array of length 2" }],
  },
  {
    name: "a missing and a wrong property are both found",
    given: { age: -1 },
    want: [
      { path: ["name"], keyword: "required", expected: "a value", received: "undefined" },
      { path: ["age"], keyword: "minimum", expected: "at least 0", received: "number" },
    ],
  },
  {
    name: "a property that is undefined is missing",
    given: { name: undefined },
    want: [{ path: ["name"], keyword: "required", expected: "a value", received: "undefined" }],
  },
  {
    name: "a length is counted in code points",
    given: { name: "𝒳" },
    want: [
      {
        path: ["name"],
        keyword: "minLength",
        expected: "at least 2 characters",
        received: "string of length 1",
      },
    ],
  },
  {
    name: "a path leads through arrays",
    given: { name: "Ann", tags: ["a", 1] },
    want: [{ path: ["tags", 1], keyword: "type", expected: "string", received: "number" }],
  },
  {
    name: "what is no JSON is refused",
    given: { name: "Ann", age: Number.NaN },
    want: [{ path: ["age"], keyword: "type", expected: "integer or null", received: "number" }],
  },
];

test.each(issueRows)("$name", ({ given, want }) => {
  expect(person(given)).toEqual(want);
});

const structureRows = [
  { name: "null is null", given: null, want: true },
  { name: "an equal object in another order is equal", given: { b: null, a: [0] }, want: true },
  { name: "minus zero is zero", given: { a: [-0], b: null }, want: true },
  { name: "NaN is no null", given: Number.NaN, want: false },
  { name: "an infinity is no null", given: Infinity, want: false },
  { name: "NaN in an object is no null", given: { a: [0], b: Number.NaN }, want: false },
  { name: "a hole is no null", given: Array.from({ length: 1 }).concat(), want: false },
  { name: "a function is no null", given: [() => 1], want: false },
  { name: "a bigint is nothing", given: 0n, want: false },
] as const;

test.each(structureRows)("among null, a list and an object, $name", ({ given, want }) => {
  const check = validatorOf(() => v.structures("enum", ["null", "[null]", '{"a":[0],"b":null}']));
  expect(check(given).length === 0).toBe(want);
});

test("an inherited property is no property", () => {
  const check = validatorOf(() => v.required(["constructor", "__proto__", "toString"]));
  expect(check({}).map(({ path }) => path[0])).toEqual(["constructor", "__proto__", "toString"]);
  expect(check(JSON.parse('{ "constructor": 1, "__proto__": 2, "toString": 3 }'))).toEqual([]);
  const typed = validatorOf(() =>
    v.properties({}, { ["__proto__"]: v.type("string"), constructor: v.type("string") }),
  );
  expect(typed({})).toEqual([]);
  expect(typed(JSON.parse('{ "constructor": 1, "__proto__": 2 }'))).toHaveLength(2);
});

test("a valid value costs no list: the empty one is shared and frozen", () => {
  expect(person({ name: "Ann" })).toBe(person({ name: "Bob" }));
  expect(Object.isFrozen(person({ name: "Ann" }))).toBe(true);
});

test("the value is neither changed nor kept from being frozen", () => {
  const value = Object.freeze({ name: "Ann", extra: Object.freeze([1]) });
  expect(person["~standard"].validate(value)).toEqual({ value });
});

test("ten issues are enough, and the eleventh item is not looked at", () => {
  let looked = 0;
  const list = validatorOf(() =>
    v.items((value) => {
      looked += 1;
      return v.type("string")(value);
    }),
  );
  expect(list(Array.from({ length: 1_000_000 }, () => 1))).toHaveLength(10);
  expect(looked).toBe(10);
  const map = validatorOf(() => v.additionalProperties([], [], v.type("string")));
  expect(map(Object.fromEntries(Array.from({ length: 99 }, (_, key) => [key, key])))).toHaveLength(
    10,
  );
});

const nested = (depth: number, close: (inner: unknown) => unknown): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = close(value);
  return value;
};

const tree: v.Check = v.recursive(
  () => v.anyOf([v.numericType("number"), v.first(v.type("array"), v.items(tree))]),
  5,
);

test("a value nested 100,000 deep is refused by a schema that follows it", () => {
  const deep = nested(100_000, (inner) => [inner]);
  expect(validatorOf(() => tree)(deep)[0]).toMatchObject({
    keyword: "$ref",
    received: "array of length 1",
  });
  expect(validatorOf(() => tree)(nested(200, (inner) => [inner]))).toEqual([]);
});

test("a value nested 100,000 deep passes a schema that does not follow it", () => {
  expect(validatorOf(() => v.type("array"))(nested(100_000, (inner) => [inner]))).toEqual([]);
});

test("equality of values nested 100,000 deep is decided without following them", () => {
  const deep = nested(100_000, (inner) => ({ a: inner }));
  expect(validatorOf(() => v.structures("const", ['{"a":1}']))(deep)).toHaveLength(1);
  expect(validatorOf(() => v.uniqueItems)([deep, deep])).toHaveLength(1);
});

test("a value that contains itself is refused, not followed for ever", () => {
  const ring: unknown[] = [];
  ring.push(ring);
  expect(validatorOf(() => tree)(ring)).not.toEqual([]);
  expect(validatorOf(() => v.uniqueItems)([ring, ring])).toHaveLength(1);
});

test("several schemas that follow the same property judge it once", () => {
  let judged = 0;
  const side = (kind: string): v.Check =>
    v.properties(
      {},
      {
        kind: v.values("const", [kind]),
        left: expression,
        leaf: () => {
          judged += 1;
          return v.anything(undefined);
        },
      },
    );
  const expression: v.Check = v.recursive(() => v.anyOf([side("and"), side("or"), side("xor")]), 4);
  const value = nested(60, (inner) => ({ kind: "xor", left: inner, leaf: 1 }));
  expect(validatorOf(() => expression)(value)).toEqual([]);
  expect(judged).toBeLessThanOrEqual(60 * 3);
});

test("a changed value is judged anew", () => {
  const validate = validatorOf(() => tree);
  const value: unknown[] = [1];
  expect(validate(value)).toEqual([]);
  value.push("a");
  expect(validate(value)).not.toEqual([]);
});

test("an exception of a value's getter leaves the next call in order", () => {
  const check: v.Check = v.recursive(() => v.properties({}, { a: check }), 3);
  const validate = validatorOf(() => check);
  const value = {
    get a(): never {
      throw new Error("no");
    },
  };
  for (let count = 0; count < 1_000; count += 1) expect(() => validate(value)).toThrow("no");
  expect(validate({ a: {} })).toEqual([]);
});

test("a validator is built at its first call, once", () => {
  let built = 0;
  const validate = validatorOf(() => {
    built += 1;
    return v.anything;
  });
  expect(built).toBe(0);
  validate(1);
  validate(2);
  expect(built).toBe(1);
});

const choice = validatorOf(() =>
  v.oneOf([
    v.properties({ name: v.type("string") }, { kind: v.values("const", ["cat"]) }),
    v.properties({ barks: v.type("boolean") }, { kind: v.values("const", ["dog"]) }),
    v.type("null"),
  ]),
);

test.each([
  {
    name: "the branch that was meant tells its issues",
    given: { kind: "dog", barks: 1 },
    want: [["barks"]],
  },
  { name: "no branch was meant: one issue names the keyword", given: { kind: "cow" }, want: [[]] },
  { name: "one branch holds", given: { kind: "cat", name: "Tom" }, want: [] },
])("of several schemas, $name", ({ given, want }) => {
  expect(choice(given).map(({ path }) => path)).toEqual(want);
});

test.each([
  [0.3, 0.1, true],
  [0.07, 0.01, true],
  [19.99, 0.01, true],
  [0.35, 0.1, false],
  [1e308, 0.123456789, false],
  [9007199254740991, 3, false],
  [1e22, 7, false],
  [1e-7, 1e-8, true],
  [0, 0.1, true],
  [-1.5, 0.5, true],
  [Infinity, 1, false],
  [4.5e15, 1.5, true],
])("%d as a multiple of %d: %s", (value, divisor, want) => {
  expect(v.multipleOf(divisor)(value).length === 0).toBe(want);
});

test.each<[string, JsonValue, boolean]>([
  [
    "names in another order",
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    false,
  ],
  ["a number and its text", [1, "1"], true],
  ["true and 1", [true, 1], true],
  ["an array and an object", [[], {}], true],
  ["null and the text null", [null, "null"], true],
  ["an array and its text", [["a"], '["a"]'], true],
  ["1 and 1.0", [1, 1.0], false],
  ["nested objects", [[{ a: [1] }], [{ a: [1] }]], false],
  [
    "a name that reads like an index",
    [
      { 1: 1, a: 2 },
      { a: 2, 1: 1 },
    ],
    false,
  ],
  ["__proto__", [JSON.parse('{ "__proto__": 1 }'), {}], true],
  ["a toJSON that is data", [{ toJSON: 1 }, { toJSON: 2 }], true],
])("items that differ: %s", (_, value, want) => {
  expect(v.uniqueItems(value).length === 0).toBe(want);
});

test("Standard Schema: issues become messages without the value", () => {
  expect(person["~standard"]).toMatchObject({ version: 1, vendor: "flex-channels" });
  expect(person["~standard"].validate({ name: "s" })).toMatchObject({
    issues: [
      { message: "expected at least 2 characters, received string of length 1", path: ["name"] },
    ],
  });
  expectTypeOf(person).toExtend<PublishedInterface<unknown, { name: string }>>();
  expectTypeOf<PublishedInterface.InferOutput<typeof person>>().toEqualTypeOf<{ name: string }>();
});

test("a validator takes one argument: it can be given to filter and map", () => {
  expect(
    ["a", 1].map(validatorOf(() => v.unevaluatedItems(v.anything, v.nothing("x")))),
  ).toHaveLength(2);
});

test("the text that is generated is the source that is tested", async () => {
  const { validationText } = await import("../../src/validators/validation-text.ts");
  expect(emitValidation()).toBe(validationText);
  const { readFileSync } = await import("node:fs");
  const written = readFileSync(
    new URL("../../src/validators/validation-text.ts", import.meta.url),
    "utf8",
  );
  expect(written, "run: node test/validators/write-validation-text.ts").toBe(
    await validationTextModule(),
  );
});
