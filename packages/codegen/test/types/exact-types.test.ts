import type { JsonObject, JsonValue } from "@flex-channels/document";
import { beforeAll, describe, expect, test } from "vitest";
import { judgeAll } from "./exactness.ts";
import type { Verdict } from "./exactness.ts";

// The types say what the validators say, as far as a type can. The judge of a type is the compiler.

interface Row {
  readonly name: string;
  readonly given: JsonValue;
  /** Pass the validator, and are values of the type. */
  readonly accepts: readonly JsonValue[];
  /** Pass neither. */
  readonly refuses: readonly JsonValue[];
  /** Do not pass the validator, and no type could say so. */
  readonly beyondTypes?: readonly JsonValue[];
  /** Pass the validator; the type is narrower, for the reason that the name gives. */
  readonly narrower?: readonly JsonValue[];
}

const named: Readonly<Record<string, JsonObject>> = {
  A: { type: "object", properties: { a: { type: "string" }, b: { type: "integer" } } },
  NeedsA: { required: ["a"] },
  Text: { type: "string" },
  List: { type: "array", items: { type: "string" } },
};
const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const text = { type: "string" };
const integer = { type: "integer" };
const object = (properties: JsonObject, ...required: readonly string[]): JsonObject => ({
  type: "object",
  properties,
  ...(required.length === 0 ? {} : { required }),
});

/** Rows of both versions. */
const common: readonly Row[] = [
  {
    name: "required in another part of an allOf than the property",
    given: { allOf: [object({ a: text }), { required: ["a"] }] },
    accepts: [{ a: "x" }, { a: "x", b: 1 }],
    refuses: [{}, { b: 1 }, { a: 1 }],
  },
  {
    name: "required beside an allOf that declares the property",
    given: { required: ["a"], allOf: [object({ a: text }), object({ b: integer })] },
    accepts: [{ a: "x" }, { a: "x", b: 1 }],
    refuses: [{}, { b: 1 }, { a: "x", b: "x" }],
  },
  {
    name: "required in a nested allOf",
    given: { allOf: [{ allOf: [object({ a: text })] }, { allOf: [{ required: ["a"] }] }] },
    accepts: [{ a: "x" }],
    refuses: [{}, { a: 1 }],
  },
  {
    name: "required in an allOf, of the schema's own property",
    given: { ...object({ a: text, b: integer }), allOf: [{ required: ["a"] }] },
    accepts: [{ a: "x" }, { a: "x", b: 1 }],
    refuses: [{}, { b: 1 }],
  },
  {
    name: "required beside an allOf with a reference",
    given: { allOf: [to("A")], required: ["a"] },
    accepts: [{ a: "x" }, { a: "x", b: 1 }],
    refuses: [{}, { b: 1 }, { a: 1 }],
  },
  {
    name: "required in a schema that is referred to, the property elsewhere",
    given: { allOf: [to("NeedsA"), object({ a: text })] },
    accepts: [{ a: "x" }],
    refuses: [{}, { a: 1 }],
  },
  {
    name: "required where nothing is declared",
    given: { type: "object", required: ["a"] },
    accepts: [{ a: 1 }, { a: null }, { a: "x", b: 1 }],
    refuses: [{}, { b: 1 }, "x"],
  },
  {
    name: "required of what additional properties may be",
    given: { type: "object", additionalProperties: text, required: ["a"] },
    accepts: [{ a: "x" }, { a: "x", b: "y" }],
    refuses: [{}, { a: 1 }, { a: "x", b: 1 }],
  },
  {
    name: "required in turns, by anyOf beside properties",
    given: { ...object({ a: text, b: text }), anyOf: [{ required: ["a"] }, { required: ["b"] }] },
    accepts: [{ a: "x" }, { b: "x" }, { a: "x", b: "y" }],
    refuses: [{}, { a: 1 }, { c: 1 }],
  },
  {
    name: "required in turns, by oneOf beside a reference in an allOf",
    given: { allOf: [to("A")], oneOf: [{ required: ["a"] }, { required: ["b"] }] },
    accepts: [{ a: "x" }, { b: 1 }],
    refuses: [{}, { b: "x" }],
    beyondTypes: [{ a: "x", b: 1 }],
  },
  {
    name: "anyOf beside properties holds together with them",
    given: {
      ...object({ a: text }, "a"),
      anyOf: [object({ b: integer }, "b"), object({ c: text }, "c")],
    },
    accepts: [
      { a: "x", b: 1 },
      { a: "x", c: "y" },
    ],
    refuses: [{ a: "x" }, { b: 1 }, { a: 1, b: 1 }],
  },
  {
    name: "anyOf beside allOf",
    given: {
      allOf: [object({ a: text }, "a")],
      anyOf: [object({ b: integer }, "b"), object({ c: text }, "c")],
    },
    accepts: [{ a: "x", b: 1 }],
    refuses: [{ a: "x" }, { b: 1 }],
  },
  {
    name: "anyOf and oneOf together",
    given: {
      anyOf: [object({ a: text }, "a"), object({ b: text }, "b")],
      oneOf: [object({ c: text }, "c"), object({ d: text }, "d")],
    },
    accepts: [
      { a: "x", c: "x" },
      { b: "x", d: "x" },
    ],
    refuses: [{ a: "x" }, { c: "x" }],
  },
  {
    name: "a type beside alternatives that have none",
    given: { type: "string", anyOf: [{ minLength: 1 }, { maxLength: 0 }] },
    accepts: ["x", ""],
    refuses: [1, null, {}],
  },
  {
    name: "a type beside alternatives of scalars",
    given: { type: "string", oneOf: [{ enum: ["a"] }, { enum: ["b"] }] },
    accepts: ["a", "b"],
    refuses: ["c", 1],
  },
  {
    name: "an object of alternatives",
    given: { type: "object", oneOf: [object({ a: text }, "a"), object({ b: text }, "b")] },
    accepts: [{ a: "x" }, { b: "x" }],
    refuses: [{}, { a: 1 }],
    beyondTypes: [{ a: "x", b: "x" }],
  },
  {
    name: "values of several types, of which the type lets some pass",
    given: { type: "string", enum: ["a", 1, true] },
    accepts: ["a"],
    refuses: [1, true, "b"],
  },
  {
    name: "values that are objects",
    given: { type: "object", enum: [{ a: 1 }, { type: "x" }, {}] },
    accepts: [{ a: 1 }, { type: "x" }],
    refuses: ["x", { a: 2 }, { type: "y" }],
  },
  {
    name: "values that are lists",
    given: { enum: [[1, "a"], [], null] },
    accepts: [[1, "a"], [], null],
    refuses: [[1], [1, "b"], "x"],
  },
  {
    name: "values beside properties",
    given: { ...object({ a: text }), enum: [{ a: "x" }] },
    accepts: [{ a: "x" }],
    refuses: [{ a: "y" }, "x"],
  },
  {
    name: "additional properties of another type than the named ones",
    given: {
      ...object({ a: text, l: { type: "array", items: text } }, "a"),
      additionalProperties: integer,
    },
    accepts: [{ a: "x" }, { a: "x", n: 1 }, { a: "x", l: ["y"], n: 1 }],
    refuses: [{ n: 1 }, { a: 1 }, { a: "x", n: true }],
    // An index signature counts for the named properties too, so it is of both types.
    beyondTypes: [{ a: "x", n: "y" }],
  },
  {
    name: "additional properties beside named ones that hold others",
    given: { ...object({ a: object({ b: text }, "b") }, "a"), additionalProperties: integer },
    accepts: [{ a: { b: "x" } }, { a: { b: "x" }, n: 1 }],
    refuses: [{ n: 1 }, { a: {} }],
    beyondTypes: [{ a: { b: "x" }, n: "y" }],
  },
  {
    name: "an allOf of one schema that has several concerns",
    given: { allOf: [{ ...object({ a: text }, "a"), additionalProperties: integer }] },
    accepts: [{ a: "x" }, { a: "x", n: 1 }],
    refuses: [{ n: 1 }, { a: "x", n: true }],
  },
  {
    name: "no properties at all",
    given: { type: "object", additionalProperties: false },
    accepts: [{}],
    refuses: [{ a: 1 }, "x"],
  },
  {
    name: "no properties but the named",
    given: { ...object({ a: text }, "a"), additionalProperties: false },
    accepts: [{ a: "x" }],
    refuses: [{}, { a: 1 }],
    beyondTypes: [{ a: "x", b: 1 }],
  },
  {
    name: "a list of what an allOf makes a list",
    given: { type: "array", items: { allOf: [{ type: "array", items: text }] } },
    accepts: [[], [["x"]], [[]]],
    refuses: ["x", ["x"], [[1]]],
  },
  {
    name: "a list of what a reference makes a list",
    given: { type: "array", items: { allOf: [to("List")] } },
    accepts: [[["x"]]],
    refuses: [["x"], [[1]]],
  },
  {
    name: "properties without a type describe an object",
    given: { properties: { a: text }, required: ["a"] },
    accepts: [{ a: "x" }],
    refuses: [{}, { a: 1 }],
    narrower: ["x", 1, null],
  },
  {
    name: "bounds and patterns",
    given: object({
      s: { type: "string", minLength: 2, pattern: "^a" },
      n: { type: "integer", maximum: 3 },
    }),
    accepts: [{ s: "ab", n: 3 }],
    refuses: [{ s: 1 }, { n: "1" }],
    beyondTypes: [{ s: "b" }, { n: 4 }, { n: 1.5 }],
  },
  {
    name: "not",
    given: { type: "string", not: { enum: ["a"] } },
    accepts: ["b"],
    refuses: [1],
    beyondTypes: ["a"],
  },
  {
    name: "a discriminator says what the base leaves open",
    given: to("Cat"),
    accepts: [{ kind: "cat", claws: 1 }],
    refuses: [{ claws: 1 }, { kind: 1 }],
    narrower: [{ kind: "dog", claws: 1 }],
  },
  {
    name: "a discriminator, a component between base and leaf",
    given: to("Middle"),
    accepts: [{ kind: "Middle" }, { kind: "Leaf" }],
    refuses: [{}, { kind: 1 }],
    narrower: [{ kind: "cat" }],
  },
  {
    name: "a discriminator, a component that lists its own values",
    given: to("Own"),
    accepts: [{ kind: "mine" }],
    refuses: [{ kind: "Own" }, {}],
  },
  {
    name: "a choice with a discriminator",
    given: {
      oneOf: [to("Round"), to("Square")],
      discriminator: { propertyName: "form", mapping: { circle: "#/components/schemas/Round" } },
    },
    accepts: [
      { form: "circle", r: 1 },
      { form: "Square", a: 1 },
    ],
    refuses: [{ r: 1 }, { form: "circle", a: "x" }],
    narrower: [{ form: "x", a: 1 }],
  },
];

const discriminated: Readonly<Record<string, JsonObject>> = {
  Base: {
    ...object({ kind: text }, "kind"),
    discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat" } },
  },
  Cat: { allOf: [to("Base"), object({ claws: integer })] },
  Middle: { allOf: [to("Base")] },
  Leaf: { allOf: [to("Middle")] },
  Own: { allOf: [to("Base"), object({ kind: { type: "string", enum: ["mine"] } })] },
  Round: object({ form: text, r: integer }, "form", "r"),
  Square: object({ form: text, a: integer }, "form", "a"),
};

const old: readonly Row[] = [
  {
    name: "nullable beside a type",
    given: { type: "string", nullable: true },
    accepts: ["x", null],
    refuses: [1],
  },
  {
    name: "nullable beside values",
    given: { type: "string", nullable: true, enum: ["a", null] },
    accepts: ["a", null],
    refuses: ["b", 1],
  },
  {
    name: "nullable beside an allOf with a reference",
    given: { nullable: true, type: "object", allOf: [to("A")], required: ["a"] },
    accepts: [{ a: "x" }],
    refuses: [{}, 1],
    narrower: [],
  },
  {
    name: "nullable members and items",
    given: object(
      { l: { type: "array", nullable: true, items: { type: "string", nullable: true } } },
      "l",
    ),
    accepts: [{ l: null }, { l: [null, "x"] }],
    refuses: [{}, { l: [1] }],
  },
  {
    name: "a nullable list of alternatives",
    given: object({ l: { type: "array", nullable: true, items: { anyOf: [text, integer] } } }, "l"),
    accepts: [{ l: null }, { l: [1, "x"] }],
    refuses: [{}, { l: [null] }],
  },
];

const modern: readonly Row[] = [
  {
    name: "required beside a reference",
    given: { ...to("A"), required: ["a"] },
    accepts: [{ a: "x" }],
    refuses: [{}, { b: 1 }, { a: 1 }],
  },
  {
    name: "properties beside a reference",
    given: { ...to("A"), properties: { c: text }, required: ["c"] },
    accepts: [{ c: "x" }, { a: "x", c: "x" }],
    refuses: [{}, { a: 1, c: "x" }, { c: 1 }],
  },
  {
    name: "values beside a reference",
    given: { ...to("Text"), enum: ["a", "b"] },
    accepts: ["a"],
    refuses: ["c", 1],
  },
  {
    name: "a member that is a reference with something beside it",
    given: object({ a: { ...to("A"), required: ["a"], description: "An A." } }, "a"),
    accepts: [{ a: { a: "x" } }],
    refuses: [{ a: {} }, { a: { a: 1 } }],
  },
  { name: "const", given: { const: "a" }, accepts: ["a"], refuses: ["b", null] },
  { name: "const null", given: { const: null }, accepts: [null], refuses: ["b", {}] },
  {
    name: "const of an object",
    given: { const: { a: [1, null] } },
    accepts: [{ a: [1, null] }],
    refuses: [{ a: [1] }, null],
  },
  {
    name: "const as a member",
    given: object({ k: { const: false }, n: { const: null } }, "k", "n"),
    accepts: [{ k: false, n: null }],
    refuses: [{ k: true, n: null }, { k: false }],
  },
  {
    name: "several types",
    given: { type: ["string", "integer", "null"] },
    accepts: ["x", 1, null],
    refuses: [true, {}, []],
  },
  {
    name: "several types, one with members and one with items",
    given: {
      type: ["object", "array", "null"],
      properties: { a: text },
      required: ["a"],
      items: integer,
    },
    accepts: [{ a: "x" }, [1], null],
    refuses: [{}, ["x"], "x"],
  },
  {
    name: "several types beside alternatives",
    given: {
      type: ["string", "integer", "null"],
      anyOf: [text, { type: "null" }, { type: "boolean" }],
    },
    accepts: ["x", null],
    refuses: [1, true],
  },
  {
    name: "several types beside oneOf",
    given: { type: ["object", "null"], oneOf: [object({ a: text }, "a"), { type: "null" }] },
    accepts: [{ a: "x" }, null],
    refuses: [{}, "x"],
  },
  {
    name: "values that null is not among",
    given: { type: ["string", "null"], enum: ["a"] },
    accepts: ["a"],
    refuses: [null, "b"],
  },
  {
    name: "values that null is among",
    given: { type: ["string", "null"], enum: ["a", null] },
    accepts: ["a", null],
    refuses: ["b"],
  },
  {
    name: "first items with schemas of their own",
    given: { type: "array", prefixItems: [text, integer] },
    accepts: [[], ["x"], ["x", 1], ["x", 1, true]],
    refuses: [[1], ["x", "y"], "x"],
  },
  {
    name: "first items that must be there",
    given: { type: "array", prefixItems: [text, integer], minItems: 2, items: { type: "boolean" } },
    accepts: [
      ["x", 1],
      ["x", 1, true],
    ],
    refuses: [[], ["x"], ["x", 1, 2]],
  },
  {
    name: "first items and no others",
    given: { type: "array", prefixItems: [text, integer], minItems: 1, items: false },
    accepts: [["x"], ["x", 1]],
    refuses: [[], ["x", 1, 2], [1]],
  },
  {
    name: "more items than have schemas of their own",
    given: { type: "array", prefixItems: [text], minItems: 3, maxItems: 3, items: integer },
    accepts: [["x", 1, 2]],
    refuses: [
      ["x", 1],
      ["x", 1, 2, 3],
      ["x", "y", 2],
    ],
  },
  {
    name: "no items",
    given: { type: "array", items: false },
    accepts: [[]],
    refuses: [[1], "x"],
  },
  {
    name: "a tuple as a member",
    given: object({ t: { type: ["array", "null"], prefixItems: [text], minItems: 1 } }, "t"),
    accepts: [{ t: ["x", 1] }, { t: null }],
    refuses: [{ t: [] }, { t: [1] }],
  },
  {
    name: "patterns of names",
    given: { type: "object", patternProperties: { "^x-": text } },
    accepts: [{ "x-a": "x" }, { a: 1 }],
    refuses: ["x"],
    beyondTypes: [{ "x-a": 1 }],
  },
  {
    name: "patterns of names and nothing else",
    given: {
      type: "object",
      patternProperties: { "^x-": text, "^n-": integer },
      additionalProperties: false,
    },
    accepts: [{ "x-a": "x" }, { "n-a": 1 }, {}],
    refuses: [{ "x-a": true }],
    beyondTypes: [{ a: "x" }],
  },
  {
    name: "patterns beside properties",
    given: {
      ...object({ a: integer }, "a"),
      patternProperties: { "^x-": text },
      additionalProperties: false,
    },
    accepts: [{ a: 1 }, { a: 1, "x-a": "x" }],
    refuses: [{ "x-a": "x" }, { a: "x" }],
  },
  {
    name: "true and false in an allOf",
    given: { allOf: [true, text] },
    accepts: ["x"],
    refuses: [1],
  },
  {
    name: "false",
    given: object({ a: false, b: { allOf: [false] } }),
    accepts: [{}],
    refuses: [{ a: 1 }, { b: 1 }],
  },
  {
    name: "conditions and dependencies",
    given: {
      ...object({ a: text, b: text }),
      if: { required: ["a"] },
      else: { maxProperties: 0 },
      dependentRequired: { b: ["a"], a: ["b"] },
    },
    accepts: [{}, { a: "x", b: "x" }],
    refuses: [{ a: 1 }],
    beyondTypes: [{ a: "x" }, { b: "x" }],
  },
  {
    name: "a name that objects inherit",
    given: { allOf: [object({ constructor: text }), { required: ["constructor"] }] },
    accepts: [{ constructor: "x" }],
    refuses: [{ constructor: 1 }],
  },
];

const versions = [
  { openapi: "3.0.3", rows: [...common, ...old] },
  { openapi: "3.1.0", rows: [...common, ...modern] },
] as const;

describe.each(versions)("the types of OpenAPI $openapi", ({ openapi, rows }) => {
  let verdicts: ReadonlyMap<string, readonly Verdict[]> = new Map();
  beforeAll(async () => {
    verdicts = await judgeAll(
      [
        ...Object.entries({ ...named, ...discriminated }).map(([name, schema]) => ({
          name,
          schema,
          values: [],
        })),
        ...rows.map(({ given, accepts, refuses, beyondTypes = [], narrower = [] }, index) => ({
          name: `Row${index}`,
          schema: given,
          values: [...accepts, ...refuses, ...beyondTypes, ...narrower],
        })),
      ],
      openapi,
    );
  });

  test.each(rows.map((row, index) => ({ ...row, index })))(
    "$name",
    ({ index, accepts, refuses, beyondTypes = [], narrower = [] }) => {
      const told = (values: readonly JsonValue[], validator: boolean, type: boolean) =>
        values.map((value) => ({ value, validator, type }));
      const want = [
        ...told(accepts, true, true),
        ...told(refuses, false, false),
        ...told(beyondTypes, false, true),
        ...told(narrower, true, false),
      ];
      const found = verdicts.get(`Row${index}`) ?? [];
      expect(want.map(({ value }, place) => ({ value, ...found[place] }))).toEqual(want);
    },
  );
});
