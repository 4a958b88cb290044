import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "@flex-channels/document";
import ts from "typescript";
import { afterAll, expect, test } from "vitest";
import { emitValidation } from "../../src/validators/emit-validation.ts";
import { emitValidators } from "../../src/validators/emit-validators.ts";
import type { Dialect, Direction } from "../../src/validators/schema-context.ts";
import { compileSchema, createModules } from "./compile-validators.ts";

const modules = createModules();
afterAll(modules.remove);

const sid = (prefix: string): JsonObject => ({
  type: ["string", "null"],
  minLength: 34,
  maxLength: 34,
  pattern: `^${prefix}[0-9a-fA-F]{32}$`,
});

const document: JsonObject = {
  "x-parameter": { $ref: "#/components/schemas/ChannelSid" },
  components: {
    schemas: {
      Channel: {
        type: "object",
        properties: {
          sid: sid("CH"),
          date_created: { type: ["string", "null"], format: "date-time" },
        },
      },
      ChannelSid: { type: "string", pattern: "^CH[0-9a-fA-F]{32}$" },
      Node: {
        type: "object",
        required: ["value"],
        properties: {
          value: { type: "integer" },
          next: { $ref: "#/components/schemas/Other" },
          sid: { $ref: "#/components/schemas/ChannelSid" },
        },
      },
      Other: {
        anyOf: [{ type: "null" }, { $ref: "#/components/schemas/Node" }],
      },
    },
  },
};

const all = emitValidators({
  root: document,
  dialect: "2020-12",
  importFrom: "./validation.ts",
  schemas: [
    {
      exportName: "channel",
      pointer: "/components/schemas/Channel",
      type: "{ sid?: string | null }",
    },
    {
      exportName: "channelSid",
      pointer: "/components/schemas/ChannelSid",
      type: "string",
      guardName: "isChannelSid",
    },
    { exportName: "node", pointer: "/components/schemas/Node" },
    { exportName: "parameter", pointer: "/x-parameter", type: "string" },
  ],
});

test("a document that is understood gives no diagnostics", () => {
  expect(all.diagnostics).toEqual([]);
});

test("a schema that several use is written once", () => {
  expect(all.text.match(/\^CH\[0-9a-fA-F\]\{32\}\$/g)).toHaveLength(2);
});

test("a schema that is asked for twice is one validator with two names", async () => {
  const { channelSid, parameter } = await modules.load(all.text.replace(".ts", ".js"));
  expect(parameter).toBe(channelSid);
});

test("a length that the pattern implies is not counted", () => {
  expect(all.text).not.toContain("length(");
});

test("schemas that refer to each other judge a value to its end", async () => {
  const { node } = await modules.load(all.text.replace(".ts", ".js"));
  expect(node?.({ value: 1, next: { value: 2, next: null } })).toEqual([]);
  expect(node?.({ value: 1, next: { value: 2, next: { value: "3" } } })).toMatchObject([
    { path: ["next", "next", "value"], keyword: "type" },
  ]);
});

test("a guard tells what the validator tells", async () => {
  const { isChannelSid } = await modules.load(all.text.replace(".ts", ".js"));
  expect(isChannelSid?.(`CH${"a".repeat(32)}`)).toBe(true);
  expect(isChannelSid?.("CHx")).toBe(false);
});

test("every top-level expression may be dropped when unused", () => {
  const file = ts.createSourceFile("validators.ts", all.text, ts.ScriptTarget.ES2022, true);
  const initialisers = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .map(({ initializer }) => initializer?.getFullText().trim() ?? "");
  expect(initialisers).not.toEqual([]);
  for (const text of initialisers) {
    expect(text).toMatch(
      /^(?:\/\* @__PURE__ \*\/ v\.(?:validator\(check|(?:lazy|recursive)\(\(\) => )|channelSid$)/,
    );
  }
});

test("generated modules compile under the strictest flags", () => {
  const folder = mkdtempSync(join(tmpdir(), "validators-"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "validation.ts"), emitValidation());
  writeFileSync(join(folder, "validators.ts"), all.text);
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
    strict: true,
    declaration: true,
    noEmit: true,
    isolatedDeclarations: true,
    isolatedModules: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    noImplicitReturns: true,
    noImplicitOverride: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    noUncheckedSideEffectImports: true,
    allowImportingTsExtensions: true,
  };
  const program = ts.createProgram([join(folder, "validators.ts")], options);
  const messages = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  rmSync(folder, { recursive: true });
  expect(messages).toEqual([]);
});

const reversedValue = (value: JsonValue): JsonValue =>
  isJsonObject(value) ? reversed(value) : isJsonArray(value) ? value.map(reversedValue) : value;

const reversed = (value: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, member]) => [name, reversedValue(member)]),
  );

test("the order of the document's keys changes nothing", () => {
  const schemas = [{ exportName: "node", pointer: "/components/schemas/Node" }];
  const given = { dialect: "2020-12", importFrom: "./v.ts", schemas } as const;
  expect(emitValidators({ ...given, root: reversed(document) }).text).toBe(
    emitValidators({ ...given, root: document }).text,
  );
});

const nested = <Value>(depth: number, innermost: Value, close: (inner: Value) => Value): Value => {
  let value = innermost;
  for (let level = 0; level < depth; level += 1) value = close(value);
  return value;
};

const deepRows: readonly { name: string; schema: JsonObject }[] = [
  {
    name: "nested 4,000 deep",
    schema: nested<JsonObject>(4_000, { type: "string" }, (items) => ({ items })),
  },
  {
    name: "that is a chain of 2,000 references",
    schema: {
      $ref: "#/$defs/s0",
      $defs: Object.fromEntries(
        Array.from({ length: 2_000 }, (_, index): [string, JsonValue] => [
          `s${index}`,
          index === 1_999 ? { type: "string" } : { items: { $ref: `#/$defs/s${index + 1}` } },
        ]),
      ),
    },
  },
  {
    name: "that recurs after twenty schemas of the same value",
    schema: {
      items: nested<JsonObject>(20, { $ref: "#" }, (inner) => ({
        anyOf: [
          { oneOf: [{ type: "array", minItems: 1, allOf: [inner], unevaluatedItems: false }] },
        ],
      })),
    },
  },
];

test.each(deepRows)("a schema $name judges a value nested 100,000 deep", async ({ schema }) => {
  const { validate } = await compileSchema(modules, schema);
  const deep = nested<unknown>(100_000, 1, (inner) => [inner]);
  expect(validate(deep)[0]).toMatchObject({ keyword: "$ref", expected: "less nesting" });
});

test("a schema that recurs judges a value nested 150 deep to its end", async () => {
  const { validate } = await compileSchema(modules, {
    type: "object",
    required: ["kind"],
    properties: { kind: { enum: ["a", "b"] }, children: { type: "array", items: { $ref: "#" } } },
  });
  const valueWith = (kind: string): unknown =>
    nested<unknown>(150, { kind }, (inner) => ({ kind: "a", children: [inner] }));
  expect(validate(valueWith("b"))).toEqual([]);
  expect(validate(valueWith("c"))).toMatchObject([{ keyword: "enum" }]);
});

interface Row {
  readonly name: string;
  readonly schema: JsonObject;
  readonly dialect?: Dialect;
  readonly direction?: Direction;
  readonly valid?: readonly unknown[];
  readonly invalid?: readonly unknown[];
  readonly codes?: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: "nullable adds null to the type",
    dialect: "openapi-3.0",
    schema: { type: "string", nullable: true },
    valid: ["a", null],
    invalid: [1],
  },
  {
    name: "nullable lets null pass an enum that does not list it, and that is said",
    dialect: "openapi-3.0",
    schema: { type: "string", nullable: true, enum: ["a"] },
    valid: ["a", null],
    invalid: ["b", 1],
    codes: ["validator-nullable-widened"],
  },
  {
    name: "nullable beside an enum that lists null is as it should be",
    dialect: "openapi-3.0",
    schema: { type: "string", nullable: true, enum: ["a", null] },
    valid: ["a", null],
    invalid: ["b", 1],
  },
  {
    name: "nullable lets null pass without a type, and that is said",
    dialect: "openapi-3.0",
    schema: { nullable: true, allOf: [{ type: "string" }] },
    valid: ["a", null],
    invalid: [1],
    codes: ["validator-nullable-widened"],
  },
  {
    name: "nullable lets null pass beside a type and other schemas",
    dialect: "openapi-3.0",
    schema: { type: "string", nullable: true, allOf: [{ type: "string", enum: ["a"] }] },
    valid: ["a", null],
    invalid: ["b"],
  },
  {
    name: "a property is required though it is not declared",
    schema: {
      required: ["a", "b"],
      properties: { a: { type: "string" } },
      unevaluatedProperties: { type: "number" },
    },
    valid: [{ a: "a", b: 1 }],
    invalid: [{ a: "a" }, { b: 1 }, { a: "a", b: "b" }],
  },
  {
    name: "nullable is no keyword of 2020-12",
    schema: { type: "string", nullable: true },
    invalid: [null],
    codes: ["validator-keyword-unknown"],
  },
  {
    name: "exclusiveMinimum is a flag in OpenAPI 3.0",
    dialect: "openapi-3.0",
    schema: { minimum: 1, exclusiveMinimum: true, maximum: 3, exclusiveMaximum: false },
    valid: [2, 3],
    invalid: [1, 4],
  },
  {
    name: "what stands beside a reference is ignored in OpenAPI 3.0",
    dialect: "openapi-3.0",
    schema: { properties: { a: { $ref: "#/x-a", maxLength: 1 } }, "x-a": { type: "string" } },
    valid: [{ a: "long" }],
    invalid: [{ a: 1 }],
  },
  {
    name: "what stands beside a reference counts in 2020-12",
    schema: {
      properties: { a: { $ref: "#/$defs/a", maxLength: 1 } },
      $defs: { a: { type: "string" } },
    },
    valid: [{ a: "a" }],
    invalid: [{ a: "long" }, { a: 1 }],
  },
  {
    name: "a keyword of 2020-12 is reported and ignored in OpenAPI 3.0",
    dialect: "openapi-3.0",
    schema: { const: 1, patternProperties: { "^a": false }, additionalProperties: false },
    valid: [2, {}],
    invalid: [{ a: 1 }],
    codes: ["validator-keyword-unknown", "validator-keyword-unknown"],
  },
  {
    name: "a client need not send what is read-only",
    direction: "request",
    schema: {
      required: ["id", "key", "name"],
      properties: {
        id: { readOnly: true },
        key: { $ref: "#/$defs/key" },
        name: { writeOnly: true },
      },
      $defs: { key: { readOnly: true } },
    },
    valid: [{ name: 1 }, { name: 1, id: 1 }],
    invalid: [{ id: 1, key: 1 }],
  },
  {
    name: "a server need not send what is write-only",
    direction: "response",
    schema: {
      required: ["id", "password"],
      properties: { id: { readOnly: true }, password: { writeOnly: true } },
    },
    valid: [{ id: 1 }],
    invalid: [{ password: 1 }],
  },
  {
    name: "an anchor can be referred to",
    schema: { items: { $ref: "#leaf" }, $defs: { a: { $anchor: "leaf", type: "string" } } },
    valid: [["a"]],
    invalid: [[1]],
  },
  {
    name: "a dynamic reference with one anchor is a reference",
    schema: {
      $dynamicAnchor: "node",
      type: "object",
      properties: { next: { $dynamicRef: "#node" } },
    },
    valid: [{ next: {} }],
    invalid: [{ next: 1 }],
  },
  {
    name: "a dynamic reference with two anchors is refused",
    schema: {
      $defs: { a: { $dynamicAnchor: "n" }, b: { $dynamicAnchor: "n" } },
      $dynamicRef: "#n",
    },
    valid: [1],
    codes: ["validator-reference"],
  },
  {
    name: "a pointer with escapes is followed",
    schema: { $ref: "#/$defs/a~1b%20%25~0", $defs: { "a/b %~": { type: "string" } } },
    valid: ["a"],
    invalid: [1],
  },
  ...[
    "other.yaml#/a",
    "https://example.test/a",
    "#/$defs/none",
    "#/constructor",
    "#/$defs/a/%zz",
    "#none",
    "#/required/0",
  ].map((reference): Row => ({
    name: `a reference to ${reference} is refused`,
    schema: { $ref: reference, $defs: { a: true }, required: ["a"] },
    codes: ["validator-reference"],
  })),
  {
    name: "a schema that refers to itself in place is refused, and ends",
    schema: { allOf: [{ $ref: "#" }] },
    invalid: [{}],
    codes: ["validator-endless-schema"],
  },
  {
    name: "an unknown type is refused",
    schema: { type: "strnig" },
    valid: [1],
    codes: ["validator-keyword-value"],
  },
  {
    name: "a list of types is refused in OpenAPI 3.0",
    dialect: "openapi-3.0",
    schema: { type: ["string"] },
    valid: [1],
    codes: ["validator-keyword-value"],
  },
  ...Object.entries({
    minLength: -1,
    maxItems: 1.5,
    minimum: "1",
    multipleOf: 0,
    pattern: 5,
    required: "a",
    enum: "a",
    uniqueItems: "yes",
    properties: [],
    dependentRequired: { a: "b" },
    allOf: {},
    format: 1,
    $ref: 1,
  }).map(([keyword, value]: [string, JsonValue]): Row => ({
    name: `a ${keyword} that is no ${keyword} is refused`,
    schema: { [keyword]: value },
    valid: [1, "a", {}, []],
    codes: ["validator-keyword-value"],
  })),
  {
    name: "a schema that is no schema is refused",
    schema: { items: 5, properties: { a: null }, allOf: ["a"] },
    valid: [[1]],
    codes: ["validator-schema-kind", "validator-schema-kind", "validator-schema-kind"],
  },
  {
    name: "a misspelt keyword is reported",
    schema: { maxLenght: 1, "x-note": 1 },
    valid: ["long"],
    codes: ["validator-keyword-unknown"],
  },
  {
    name: "an embedded $id is reported",
    schema: { properties: { a: { $id: "https://example.test/a" } } },
    codes: ["validator-keyword-unsupported"],
  },
  {
    name: "an unknown format is reported, one of OpenAPI's annotations is not",
    schema: { properties: { a: { format: "sid" }, b: { format: "password" } } },
    valid: [{ a: "a", b: "b" }],
    codes: ["validator-format-unknown"],
  },
  {
    name: "a pattern that is none is refused",
    schema: { pattern: "(" },
    valid: ["a"],
    codes: ["validator-pattern-invalid"],
  },
  {
    name: "a pattern that only newer engines read is refused",
    schema: { pattern: "^(?i:a)$" },
    valid: ["b"],
    codes: ["validator-pattern-invalid"],
  },
  {
    name: "a pattern that compiles without Unicode only is read so, and that is said",
    schema: { pattern: "^[\\w-.]+$" },
    valid: ["a-b.c"],
    invalid: ["a b"],
    codes: ["validator-pattern-without-unicode"],
  },
  {
    name: "a pattern that compiles without Unicode only selects properties",
    schema: {
      patternProperties: { "^[\\w-.]+$": { type: "string" } },
      additionalProperties: false,
    },
    valid: [{ "a-b": "c" }],
    invalid: [{ "a-b": 1 }, { "a b": "c" }],
    codes: ["validator-pattern-without-unicode"],
  },
  {
    name: "a pattern is read with Unicode",
    schema: { pattern: "^\\p{Lu}.$" },
    valid: ["Ü𝒳"],
    invalid: ["ü𝒳"],
  },
  {
    name: "unknown properties pass where nothing forbids them",
    schema: { properties: { a: { type: "string" } } },
    valid: [{ a: "a", b: 1 }],
  },
  {
    name: "an empty enum takes nothing",
    schema: { enum: [] },
    invalid: [null, 1],
  },
  {
    name: "a type that an enum implies is judged by the enum",
    schema: { type: "string", enum: ["a", "b"] },
    valid: ["a"],
    invalid: [1, "c"],
  },
  {
    name: "a type narrower than the enum counts",
    schema: { type: "string", enum: ["a", 1] },
    valid: ["a"],
    invalid: [1],
  },
  {
    name: "a discriminator is an annotation",
    schema: {
      oneOf: [{ $ref: "#/$defs/a" }, { $ref: "#/$defs/b" }],
      discriminator: { propertyName: "kind" },
      $defs: {
        a: { required: ["kind"], properties: { kind: { const: "a" } } },
        b: { required: ["kind"], properties: { kind: { const: "b" } } },
      },
    },
    valid: [{ kind: "a" }],
    invalid: [{ kind: "c" }],
  },
];

test.each(rows)(
  "$name",
  async ({
    schema,
    dialect = "2020-12",
    direction = "both",
    valid = [],
    invalid = [],
    codes = [],
  }) => {
    const { validate, diagnostics } = await compileSchema(modules, schema, { dialect, direction });
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
    expect(valid.map((value) => ({ value, issues: validate(value) }))).toEqual(
      valid.map((value) => ({ value, issues: [] })),
    );
    expect(invalid.filter((value) => validate(value).length === 0)).toEqual([]);
  },
);

test("a diagnostic points at the keyword, and says what was expected", () => {
  const { diagnostics } = emitValidators({
    root: {
      paths: { "/a": { schema: { type: "object", properties: { "a/b": { type: "strnig" } } } } },
    },
    dialect: "2020-12",
    importFrom: "./validation.ts",
    schemas: [{ exportName: "a", pointer: "/paths/~1a/schema" }],
  });
  expect(diagnostics).toEqual([
    {
      code: "validator-keyword-value",
      severity: "error",
      pointer: "/paths/~1a/schema/properties/a~1b/type",
      message: 'The value of "type" is not known; the keyword is not judged.',
      expected: "one of array, boolean, integer, null, number, object, string",
      received: '"strnig"',
    },
  ]);
});

test("a pointer to nothing is reported", () => {
  const { diagnostics } = emitValidators({
    root: {},
    dialect: "2020-12",
    importFrom: "./validation.ts",
    schemas: [{ exportName: "a", pointer: "/components/schemas/None" }],
  });
  expect(diagnostics).toMatchObject([{ code: "validator-schema-kind" }]);
});

test("a schema with more values and branches than a call takes stays code that an engine reads", async () => {
  const numbers = Array.from({ length: 66_000 }, (_, index) => index);
  const { validate } = await compileSchema(modules, {
    enum: numbers,
    anyOf: numbers.map((index) => index % 2 === 0),
  });
  expect(validate(65_999)).toEqual([]);
  expect(validate(66_000)).toMatchObject([
    { keyword: "enum", expected: "one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, …" },
  ]);
});
