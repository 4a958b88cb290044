import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../src/json/json-value.ts";
import { type Reading, gaps } from "../../src/schema/gap.ts";
import { conditional } from "./rows/row.ts";
import type { Dialect } from "../../src/schema/schema-source.ts";

interface Row {
  readonly name: string;
  readonly producer: JsonValue;
  readonly consumer: JsonValue;
  readonly dialect?: Dialect;
  readonly reading?: Partial<Reading>;
  /** Keyword, instance location, witness of each gap; `undecided` in place of the witness. */
  readonly want: readonly (readonly [string, string, JsonValue])[];
}

const o = (properties: JsonObject, rest: JsonObject = {}): JsonObject => ({
  type: "object",
  properties,
  ...rest,
});
const string: JsonObject = { type: "string" };
const integer: JsonObject = { type: "integer" };
const open = { producerClosed: false } as const;
const response = { direction: "response" } as const;

/** Each gap as a row tells it. */
function tell({
  producer,
  consumer,
  dialect = "2020-12",
  reading = {},
}: Row): readonly (readonly JsonValue[])[] {
  const whole: Reading = { producerClosed: true, direction: "request", ...reading };
  const found = gaps(
    { root: producer, pointer: "", dialect },
    { root: consumer, pointer: "", dialect },
    whole,
  );
  return found.map((gap) => [
    gap.keyword,
    gap.instanceLocation,
    gap.kind === "refuted" ? (gap.witness ?? null) : gap.kind,
  ]);
}

const closed: readonly Row[] = [
  {
    name: "a new optional property breaks nobody",
    producer: o({ a: string }),
    consumer: o({ a: string, b: string }),
    want: [],
  },
  {
    name: "a new optional property breaks a literal producer",
    producer: o({ a: string }),
    consumer: o({ a: string, b: string }),
    reading: open,
    want: [["type", "/b", { b: 0 }]],
  },
  {
    name: "additionalProperties false breaks nobody who declares the same",
    producer: o({ a: string }),
    consumer: o({ a: string }, { additionalProperties: false }),
    want: [],
  },
  {
    name: "a declared property is sent",
    producer: o({ a: string, b: string }),
    consumer: o({ a: string }, { additionalProperties: false }),
    want: [["additionalProperties", "/b", { b: "a" }]],
  },
  {
    name: "declared additional properties are sent",
    producer: o({ a: string }, { additionalProperties: true }),
    consumer: o({ a: string, b: string }),
    want: [["type", "/b", { b: 0 }]],
  },
  {
    name: "additional properties of a type",
    producer: o({}, { additionalProperties: string }),
    consumer: o({ b: integer }),
    want: [["type", "/b", { b: "a" }]],
  },
  {
    name: "declared patterns are sent",
    producer: { type: "object", patternProperties: { "^x-": string } },
    consumer: o({}, { additionalProperties: false }),
    want: [["additionalProperties", "/*", { "x-": "a" }]],
  },
  {
    name: "an object that declares nothing is free-form",
    producer: { type: "object" },
    consumer: { type: "object", maxProperties: 0 },
    want: [["maxProperties", "", { a: "a" }]],
  },
  {
    name: "a nested object is closed",
    producer: o({ a: o({ b: string }) }),
    consumer: o({ a: o({ b: string, c: string }) }),
    want: [],
  },
  {
    name: "an object in an array is closed",
    producer: { type: "array", items: o({ b: string }) },
    consumer: { type: "array", items: o({ b: string, c: string }) },
    want: [],
  },
  {
    name: "allOf declares together",
    producer: { allOf: [o({ a: string }), o({ b: string })] },
    consumer: o({ a: string, b: string }, { additionalProperties: false }),
    want: [],
  },
  {
    name: "both parts of one property declare",
    producer: { allOf: [o({ m: o({ a: string }) }), o({ m: o({ b: string }) })] },
    consumer: o({ m: o({ a: string, b: integer }) }),
    want: [["type", "/m/b", { m: { b: "a" } }]],
  },
  {
    name: "a branch of oneOf declares only its own",
    producer: {
      oneOf: [
        o({ kind: { const: "a" }, x: string }, { required: ["kind"] }),
        o({ kind: { const: "b" }, y: string }, { required: ["kind"] }),
      ],
    },
    consumer: {
      oneOf: [
        o({ kind: { const: "a" }, x: string }, { required: ["kind"], additionalProperties: false }),
        o({ kind: { const: "b" }, y: string }, { required: ["kind"], additionalProperties: false }),
      ],
    },
    want: [],
  },
  {
    name: "a free-form branch stays free-form",
    producer: {
      anyOf: [o({ a: string }, { required: ["a"] }), { type: "object", minProperties: 2 }],
    },
    consumer: { type: "object", maxProperties: 1 },
    want: [["maxProperties", "", { a: "a", b: "a" }]],
  },
  {
    name: "conditions are read literally",
    producer: o(
      { a: string, b: string },
      conditional({ properties: { a: { const: "x" } }, required: ["a"] }, [{ required: ["b"] }]),
    ),
    consumer: o(
      { a: string, b: string },
      {
        anyOf: [
          { required: ["b"] },
          { not: { properties: { a: { const: "x" } }, required: ["a"] } },
        ],
      },
    ),
    want: [],
  },
  {
    name: "a recursive schema is closed",
    producer: { $defs: { n: o({ v: string, n: { $ref: "#/$defs/n" } }) }, $ref: "#/$defs/n" },
    consumer: {
      $defs: { n: o({ v: string, n: { $ref: "#/$defs/n" }, w: integer }) },
      $ref: "#/$defs/n",
    },
    want: [],
  },
];

const access: readonly Row[] = [
  {
    name: "readOnly is not sent in a request",
    producer: o({ id: { type: "string", readOnly: true } }),
    consumer: o({ id: integer }),
    want: [],
  },
  {
    name: "readOnly is sent in a response",
    producer: o({ id: { type: "string", readOnly: true } }),
    consumer: o({ id: integer }),
    reading: response,
    want: [["type", "/id", { id: "a" }]],
  },
  {
    name: "a required readOnly property is not required of a request",
    producer: o({ a: string }),
    consumer: o({ a: string, id: { type: "string", readOnly: true } }, { required: ["id"] }),
    want: [],
  },
  {
    name: "a required readOnly property is required of a response",
    producer: o({ a: string }),
    consumer: o({ a: string, id: { type: "string", readOnly: true } }, { required: ["id"] }),
    reading: response,
    want: [["required", "/id", {}]],
  },
  {
    name: "writeOnly is not sent in a response",
    producer: o({ key: { type: "string", writeOnly: true } }, { required: ["key"] }),
    consumer: o({ key: integer }),
    reading: response,
    want: [],
  },
  {
    name: "readOnly behind a reference",
    producer: {
      $defs: { id: { type: "string", readOnly: true } },
      ...o({ id: { $ref: "#/$defs/id" } }, { required: ["id"] }),
    },
    consumer: o({ id: integer }),
    want: [],
  },
  {
    name: "required in one part, readOnly in another",
    producer: o({ a: string }),
    consumer: { allOf: [o({ id: { type: "string", readOnly: true } }), { required: ["id"] }] },
    want: [],
  },
  {
    name: "a property is no longer readOnly and required",
    producer: o({ id: { type: "string", readOnly: true } }, { required: ["id"] }),
    consumer: o({ id: string }, { required: ["id"] }),
    want: [["required", "/id", {}]],
  },
];

const openapi30: readonly Row[] = [
  {
    name: "nullable removed",
    producer: { type: "string", nullable: true },
    consumer: string,
    want: [["nullable", "", null]],
  },
  {
    name: "nullable added",
    producer: string,
    consumer: { type: "string", nullable: true },
    want: [],
  },
  {
    name: "nullable does not add null to enum",
    producer: { type: "string", nullable: true, enum: ["a"] },
    consumer: { type: "string", enum: ["a"] },
    want: [],
  },
  {
    name: "a null in enum needs nullable",
    producer: { type: "string", nullable: true, enum: ["a", null] },
    consumer: { type: "string", nullable: true, enum: ["a"] },
    want: [["enum", "", null]],
  },
  {
    name: "nullable without a type means nothing",
    producer: { allOf: [string], nullable: true },
    consumer: string,
    want: [],
  },
  {
    name: "exclusiveMinimum true",
    producer: { type: "integer", minimum: 0 },
    consumer: { type: "integer", minimum: 0, exclusiveMinimum: true },
    want: [["exclusiveMinimum", "", 0]],
  },
  {
    name: "exclusiveMinimum false",
    producer: { type: "integer", minimum: 0 },
    consumer: { type: "integer", minimum: 0, exclusiveMinimum: false },
    want: [],
  },
  {
    name: "exclusiveMaximum true",
    producer: { type: "integer", maximum: 5, exclusiveMaximum: true },
    consumer: { type: "integer", maximum: 4 },
    want: [],
  },
  {
    name: "siblings of a reference are ignored",
    producer: o({ a: string }),
    consumer: {
      components: { schemas: { S: string } },
      ...o({ a: { $ref: "#/components/schemas/S", maxLength: 1 } }),
    },
    want: [],
  },
  {
    name: "keywords of later drafts are ignored",
    producer: string,
    consumer: { type: "string", const: "x", ...conditional({}, [false]) },
    want: [],
  },
];

const later: readonly Row[] = [
  {
    name: "siblings of a reference count",
    producer: string,
    consumer: { $defs: { s: string }, $ref: "#/$defs/s", maxLength: 1 },
    want: [["maxLength", "", "aa"]],
  },
  {
    name: "nullable is no keyword",
    producer: { type: "string", nullable: true },
    consumer: string,
    want: [],
  },
  {
    name: "the type list",
    producer: { type: ["string", "null"] },
    consumer: string,
    want: [["type", "", null]],
  },
];

const pets = (
  mapping: JsonObject | undefined,
  more: JsonObject = {},
  names: readonly string[] = ["Cat", "Dog"],
): JsonObject => ({
  components: {
    schemas: {
      Cat: o({ kind: string, claws: integer }, { required: ["kind"] }),
      Dog: o({ kind: string, barks: { type: "boolean" } }, { required: ["kind"] }),
      ...more,
    },
  },
  oneOf: names.map((name) => ({ $ref: `#/components/schemas/${name}` })),
  discriminator: { propertyName: "kind", ...(mapping === undefined ? {} : { mapping }) },
});

const chosen: readonly Row[] = [
  {
    name: "the same discriminator",
    producer: pets(undefined),
    consumer: pets(undefined),
    want: [],
  },
  {
    name: "implicit names and a mapping that says the same",
    producer: pets(undefined),
    consumer: pets({ Cat: "#/components/schemas/Cat", Dog: "Dog" }),
    want: [],
  },
  {
    name: "a renamed mapping",
    producer: pets({ dog: "#/components/schemas/Dog" }),
    consumer: pets({ hound: "#/components/schemas/Dog" }),
    want: [["oneOf", "", { kind: "dog" }]],
  },
  {
    name: "a branch removed",
    producer: pets(undefined),
    consumer: pets(undefined, {}, ["Cat"]),
    want: [["oneOf", "", { kind: "Dog" }]],
  },
  {
    name: "a branch added",
    producer: pets(undefined, {}, ["Cat"]),
    consumer: pets(undefined),
    want: [],
  },
  {
    name: "a branch narrowed",
    producer: pets(undefined),
    consumer: pets(undefined, {
      Dog: o({ kind: string, barks: { const: true } }, { required: ["kind"] }),
    }),
    want: [["const", "/barks", { kind: "Dog", barks: false }]],
  },
];

const announced = { openEnums: ["x-extensible-enum"] };
const openness: readonly Row[] = [
  {
    name: "an open enum binds no consumer of responses",
    producer: { "x-extensible-enum": ["a", "b"], type: "string" },
    consumer: { "x-extensible-enum": ["a"], type: "string" },
    reading: { ...announced, ...response },
    want: [],
  },
  {
    name: "an enum announced as open binds no consumer of responses",
    producer: { enum: ["a", "b"] },
    consumer: { enum: ["a"], "x-extensible-enum": true },
    reading: { ...announced, ...response },
    want: [],
  },
  {
    name: "an open enum binds a server",
    producer: { "x-extensible-enum": ["a", "b"], type: "string" },
    consumer: { "x-extensible-enum": ["a"], type: "string" },
    reading: announced,
    want: [["enum", "", "b"]],
  },
  {
    name: "without the policy it is an annotation",
    producer: { enum: ["a", "b"] },
    consumer: { enum: ["a"], "x-extensible-enum": true },
    reading: response,
    want: [["enum", "", "b"]],
  },
];

const unknown: readonly Row[] = [
  {
    name: "a pattern that looks behind",
    producer: { type: "string", pattern: "ab" },
    consumer: { type: "string", pattern: "(?<=a)b" },
    want: [["pattern", "", "undecided"]],
  },
  {
    name: "a format nobody knows",
    producer: string,
    consumer: { type: "string", format: "x-own" },
    want: [["format", "", "undecided"]],
  },
  {
    name: "a reference that leads nowhere",
    producer: string,
    consumer: { $ref: "https://example.com/schema" },
    want: [["$ref", "", "undecided"]],
  },
  {
    name: "a schema that applies itself",
    producer: string,
    consumer: { $ref: "#" },
    want: [["$ref", "", "undecided"]],
  },
  {
    name: "a dynamic reference",
    producer: string,
    consumer: { $dynamicRef: "#node" },
    want: [["$dynamicRef", "", "undecided"]],
  },
  {
    name: "an unknown format on the producer's side only",
    producer: { type: "string", format: "x-own" },
    consumer: string,
    want: [],
  },
];

describe.each([
  ["a closed producer", closed],
  ["readOnly and writeOnly", access],
  ["OpenAPI 3.1", later],
  ["discriminator", chosen],
  ["open enums", openness],
  ["what cannot be decided", unknown],
])("%s", (_, rows) => {
  test.each(rows)("$name", (row) => {
    expect(tell(row)).toEqual(row.want);
  });
});

describe("OpenAPI 3.0", () => {
  test.each(openapi30)("$name", (row) => {
    expect(tell({ ...row, dialect: "openapi-3.0" })).toEqual(row.want);
  });
});
