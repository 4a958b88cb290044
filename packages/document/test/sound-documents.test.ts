import { expect, test } from "vitest";
import { loadDocument } from "../src/load-document.ts";
import { brief } from "./sound.ts";

const head = (version: string): string => `openapi: ${version}\ninfo: { title: T, version: "1" }\n`;
const v30 = (body: string): string => `${head("3.0.3")}paths: {}\n${body}\n`;
const v31 = (body: string): string => `${head("3.1.1")}paths: {}\n${body}\n`;
const schema = (body: string): string => v31(`components: { schemas: { A: ${body} } }`);
const schema30 = (body: string): string => v30(`components: { schemas: { A: ${body} } }`);
const paths = (body: string): string => `${head("3.1.1")}paths:\n${body}\n`;
const ok = 'responses: { "200": { description: d } }';

/** What a rule must leave alone: each row is the neighbour of a diagnostic. */
const rows: readonly { name: string; given: string }[] = [
  { name: "OpenAPI 3.0", given: v30("") },
  { name: "OpenAPI 3.1 with components only", given: `${head("3.1.0")}components: {}\n` },
  { name: "OpenAPI 3.1 with webhooks only", given: `${head("3.1.0")}webhooks: {}\n` },
  { name: "OpenAPI 3.2", given: `${head("3.2.0")}$self: a\npaths: { /a: { query: { ${ok} } } }\n` },
  {
    name: "a response without description in 3.2",
    given: `${head("3.2.0")}paths: { /a: { get: { responses: { "200": {} } } } }\n`,
  },
  { name: "no responses in 3.1", given: paths("  /a: { get: {} }") },
  { name: "a byte order mark", given: `\u{feff}${v31("")}` },
  { name: "carriage returns", given: v31("").replaceAll("\n", "\r\n") },
  { name: "a member named <<", given: v31('x-a: { "<<": 1 }') },
  { name: "an alias used a few times", given: v31("x-a: &a { b: 1 }\nx-c: [*a, *a, *a]") },
  { name: "an anchor given again", given: v31("x-a: [&a 1, *a, &a 2, *a]") },
  { name: "a date without a tag", given: v31("x-a: 2020-01-01") },
  { name: "yes, no, on and off", given: v31("x-a: [yes, no, on, off]\nx-b: { on: 1, off: 2 }") },
  { name: "a surrogate pair in escapes", given: v31(String.raw`x-a: "\ud83d\ude00"`) },
  {
    name: "names that objects inherit",
    given: schema(
      "{ properties: { __proto__: { type: string }, constructor: {}, prototype: {}, toString: {} }, required: [__proto__, constructor, toString] }",
    ),
  },
  {
    name: "a component named __proto__",
    given: v31(
      'components: { schemas: { __proto__: { type: string }, B: { $ref: "#/components/schemas/__proto__" } } }',
    ),
  },
  {
    name: "fields of the author",
    given: v31("x-a: { nullable: true, type: strnig, $ref: nowhere }"),
  },
  { name: "a boolean schema", given: schema("true") },
  { name: "a list of types", given: schema('{ type: [string, "null"], example: null }') },
  { name: "nullable in 3.0", given: schema30("{ type: string, nullable: true, example: null }") },
  { name: "a keyword of the author in 3.1", given: schema("{ visibility: internal }") },
  {
    name: "recursion through a property",
    given: schema('{ properties: { a: { $ref: "#/components/schemas/A" } } }'),
  },
  {
    name: "recursion through allOf and a property",
    given: schema('{ allOf: [{ properties: { a: { $ref: "#/components/schemas/A" } } }] }'),
  },
  {
    name: "a chain of references",
    given: v31(
      'components: { schemas: { A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/C" }, C: {} } }',
    ),
  },
  {
    name: "two ways to one schema",
    given: v31(
      'components: { schemas: { A: { allOf: [{ $ref: "#/components/schemas/B" }, { $ref: "#/components/schemas/B" }] }, B: {} } }',
    ),
  },
  {
    name: "an anchor",
    given: v31('components: { schemas: { A: { $ref: "#b" }, B: { $anchor: b } } }'),
  },
  {
    name: "an anchor inside what is only referred to",
    given: v31(
      'components: { schemas: { A: { $ref: "#b" }, C: { $ref: "#/x-b" } } }\nx-b: { $anchor: b }',
    ),
  },
  {
    name: "a reference with escapes",
    given: `${paths(`  "/a b/{c}":\n    parameters: [{ name: c, in: path, required: true, schema: { type: string } }]\n    get: { ${ok} }`)}components: { schemas: { A: { $ref: "#/paths/~1a%20b~1%7Bc%7D/parameters/0/schema" } } }\n`,
  },
  {
    name: "a schema beside $ref in 3.1",
    given: v31(
      'components: { schemas: { A: {}, B: { $ref: "#/components/schemas/A", description: d } } }',
    ),
  },
  {
    name: "summary and description beside a reference in 3.1",
    given: v31(
      'components: { responses: { A: { description: d }, B: { $ref: "#/components/responses/A", summary: s, description: d } } }',
    ),
  },
  {
    name: "an $id without references below it",
    given: schema('{ $id: "https://example.com/a", type: string }'),
  },
  {
    name: "the document's own name in a reference",
    given: v31('components: { schemas: { A: { $ref: "api.yaml#/components/schemas/B" }, B: {} } }'),
  },
  {
    name: "a path parameter of the path",
    given: paths(
      `  /a/{b}:\n    parameters: [{ name: b, in: path, required: true, schema: {} }]\n    get: { ${ok} }`,
    ),
  },
  {
    name: "a path parameter by reference",
    given: `${paths(`  /a/{b}:\n    get: { parameters: [{ $ref: "#/components/parameters/B" }], ${ok} }`)}components: { parameters: { B: { name: b, in: path, required: true, schema: {} } } }\n`,
  },
  { name: "a path without operations", given: paths("  /a/{b}: {}") },
  {
    name: "paths that differ in a fixed part",
    given: paths("  /a/{b}: {}\n  /a/b: {}\n  /a/{b}/c: {}"),
  },
  {
    name: "one name in two places",
    given: paths(
      `  /a: { get: { parameters: [{ name: q, in: query, schema: {} }, { name: q, in: header, schema: {} }], ${ok} } }`,
    ),
  },
  {
    name: "a parameter given again by the operation",
    given: paths(
      `  /a: { parameters: [{ name: q, in: query, schema: {} }], get: { parameters: [{ name: q, in: query, schema: { type: string } }], ${ok} } }`,
    ),
  },
  {
    name: "no authentication as an alternative",
    given: v31(
      "security: [{}, { a: [] }]\ncomponents: { securitySchemes: { a: { type: http, scheme: basic } } }",
    ),
  },
  {
    name: "a required property of a base",
    given: v31(
      'components: { schemas: { A: { properties: { a: {} } }, B: { allOf: [{ $ref: "#/components/schemas/A" }, { required: [a] }] } } }',
    ),
  },
  {
    name: "a required property of the schema around",
    given: schema(
      "{ properties: { a: {}, b: {} }, oneOf: [{ required: [a] }, { required: [b] }] }",
    ),
  },
  {
    name: "a required property of the schema that uses this one",
    given: v31(
      'components: { schemas: { A: { properties: { x: {} }, required: [a] }, B: { properties: { a: {} }, allOf: [{ $ref: "#/components/schemas/A" }] } } }',
    ),
  },
  {
    name: "a required property beside $ref",
    given: v31(
      'components: { schemas: { A: { properties: { a: {} } }, B: { $ref: "#/components/schemas/A", required: [a] } } }',
    ),
  },
  { name: "a pattern with Unicode properties", given: schema(String.raw`{ pattern: '^\p{L}+$' }`) },
  {
    name: "an example without what the server sets",
    given: paths(
      `  /a: { post: { requestBody: { content: { application/json: { schema: { required: [id, name], properties: { id: { readOnly: true }, name: {} } }, example: { name: n } } } }, ${ok} } }`,
    ),
  },
  {
    name: "an answer without what the client sets",
    given: paths(
      '  /a: { get: { responses: { "200": { description: d, content: { application/json: { schema: { required: [id, secret], properties: { id: { readOnly: true }, secret: { writeOnly: true } } }, example: { id: 1 } } } } } } }',
    ),
  },
  {
    name: "a number as it is sent in a query",
    given: paths(
      `  /a: { get: { parameters: [{ name: q, in: query, schema: { type: integer }, example: "5" }], ${ok} } }`,
    ),
  },
  {
    name: "a list as it is sent in a query",
    given: paths(
      `  /a: { get: { parameters: [{ name: q, in: query, schema: { type: array, items: { type: integer } }, example: "5,6" }], ${ok} } }`,
    ),
  },
  {
    name: "a body in XML as it is sent",
    given: paths(
      '  /a: { get: { responses: { "200": { description: d, content: { application/xml: { schema: { type: object }, example: "<a/>" } } } } } }',
    ),
  },
  {
    name: "a recursive schema with an example",
    given: schema(
      '{ properties: { a: { $ref: "#/components/schemas/A" }, n: { type: integer } }, example: { a: { a: { n: 1 } } } }',
    ),
  },
  {
    name: "a format nobody knows",
    given: schema("{ type: string, format: __proto__, example: x }"),
  },
  {
    name: "a mapping by reference and by name",
    given: v31(
      'components: { schemas: { A: { discriminator: { propertyName: p, mapping: { b: B, c: "#/components/schemas/B" } } }, B: {} } }',
    ),
  },
  {
    name: "a link by reference",
    given: `${paths(`  /a: { get: { operationId: a, ${ok} } }`)}components: { links: { x: { operationRef: "#/paths/~1a/get" }, y: { operationId: a } } }\n`,
  },
];

test.each(rows)("nothing is said of $name", ({ given }) => {
  const result = loadDocument({ file: "api.yaml", bytes: given });
  expect(result.diagnostics.map(brief)).toEqual([]);
  expect(result.kind).toBe("loaded");
});

test("OpenAPI 3.0 schemas of bounds are read as 3.0 means them", () => {
  const result = loadDocument({
    file: "api.yaml",
    bytes: schema30("{ type: integer, maximum: 3, exclusiveMaximum: false, example: 3 }"),
  });
  expect(result.diagnostics).toEqual([]);
});
