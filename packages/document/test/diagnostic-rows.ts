import type { DiagnosticCode } from "../src/diagnostic-codes.ts";

/** A document with one problem, and the place where it must be told. */
export interface DiagnosticRow {
  readonly code: DiagnosticCode;
  readonly name: string;
  readonly given: string;
  readonly file?: string;
  readonly encode?: (text: string) => Uint8Array;
  /** A part of the hint. */
  readonly hint?: string;
}

const head = (version: string): string => `openapi: ${version}\ninfo: { title: T, version: "1" }\n`;
const v30 = (body: string): string => `${head("3.0.3")}paths: {}\n${body}`;
const v31 = (body: string): string => `${head("3.1.1")}paths: {}\n${body}`;
const paths = (body: string): string => `${head("3.1.1")}paths:\n${body}`;
const schema = (body: string): string => v31(`components: { schemas: { A: ${body} } }\n`);
const schema30 = (body: string): string => v30(`components: { schemas: { A: ${body} } }\n`);
/** An operation `GET /a` with this in it. */
const operation = (body: string): string =>
  paths(`  /a:\n    get: { ${body}, responses: { "200": { description: d } } }\n`);

export const diagnosticRows: readonly DiagnosticRow[] = [
  { code: "too-large", name: "a text beyond the limit", given: `⟦⟧${" ".repeat(100_001)}` },
  {
    code: "not-utf-8",
    name: "a byte of Latin-1",
    given: `${head("3.1.1")}paths: {} # caf⟦⟧`,
    encode: (text) => new Uint8Array([...Buffer.from(text), 0xe9, 0x0a]),
  },
  {
    code: "not-utf-8",
    name: "UTF-16 with a byte order mark",
    given: "⟦⟧openapi: 3.1.1",
    encode: (text) => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, "utf16le")]),
    hint: "UTF-16",
  },
  {
    code: "not-utf-8",
    name: "UTF-16 without a byte order mark",
    given: "o⟦⟧penapi: 3.1.1",
    encode: (text) => new Uint8Array(Buffer.from(text, "utf16le")),
    hint: "UTF-16",
  },
  {
    code: "not-utf-8",
    name: "UTF-16 of the other byte order",
    given: "⟦⟧openapi: 3.1.1",
    encode: (text) => new Uint8Array(Buffer.from(text, "utf16le").swap16()),
    hint: "UTF-16",
  },
  {
    code: "not-utf-8",
    name: "a character cut off at the end",
    given: `${head("3.1.1")}paths: {} # caf⟦⟧`,
    encode: (text) => new Uint8Array([...Buffer.from(text), 0xe2, 0x82]),
  },
  { code: "empty", name: "no text", given: "⟦⟧" },
  { code: "empty", name: "blanks", given: "⟦⟧ \n\t\n" },
  { code: "empty", name: "only a comment", given: "⟦⟧# nothing yet\n" },
  { code: "empty", name: "no text in a JSON file", given: "⟦⟧", file: "api.json" },
  { code: "syntax", name: "a bracket that is not closed", given: `${head("3.1.1")}paths: [⟦⟧` },
  { code: "syntax", name: "an unknown alias", given: v31("x-a: ⟦*nobody⟧\n") },
  { code: "syntax", name: "a control character", given: v31('x-a: "a⟦\u001b⟧[31m"\n') },
  {
    code: "syntax",
    name: "brackets of several collections that are not closed",
    given: `${head("3.1.1")}paths: { /a: { get: { responses: {⟦⟧`,
  },
  { code: "syntax", name: "YAML 1.1", given: `⟦%YAML⟧ 1.1\n---\n${v31("")}` },
  {
    code: "syntax",
    name: "a comma too many in JSON",
    given: '{ "openapi": "3.1.1", ⟦}⟧',
    file: "api.json",
  },
  {
    code: "syntax",
    name: "a comment in JSON",
    given: '{ ⟦// no⟧\n"openapi": "3.1.1" }',
    file: "api.json",
  },
  {
    code: "syntax",
    name: "YAML in a JSON file",
    given: "⟦openapi⟧: 3.1.1",
    file: "api.json",
    hint: ".yaml",
  },
  { code: "duplicate-key", name: "a key given twice", given: `${v31("")}⟦paths⟧: {}\n` },
  {
    code: "duplicate-key",
    name: "a key given twice in JSON, once escaped",
    given: '{"openapi":"3.1.1","info":{"title":"T","version":"1",⟦"\\u0074itle"⟧:"U"},"paths":{}}',
    file: "api.json",
  },
  { code: "several-documents", name: "a second document", given: `${v31("")}⟦⟧---\na: 1\n` },
  {
    code: "nesting-too-deep",
    name: "brackets in YAML",
    given: v31(`x-a: ${"[".repeat(39)}⟦[]⟧${"]".repeat(39)}\n`),
  },
  {
    code: "nesting-too-deep",
    name: "brackets in JSON",
    given: `{"openapi":"3.1.1","info":{"title":"T","version":"1"},"paths":{},"x":${"[".repeat(39)}⟦[⟧${"]".repeat(40)}}`,
    file: "api.json",
  },
  {
    code: "alias-expansion",
    name: "a bomb",
    given: v31(
      `x-a: &a [1,1,1,1,1,1,1,1,1]\nx-b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nx-c: [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,⟦*b⟧,*b]\n`,
    ),
  },
  {
    code: "alias-expansion",
    name: "an alias inside its own anchor",
    given: v31("x-a: &a { b: ⟦*a⟧ }\n"),
    hint: "$ref",
  },
  {
    code: "merge-key",
    name: "a merge key",
    given: v31("x-a: &a { b: 1 }\nx-c: { ⟦<<⟧: *a }\n"),
  },
  { code: "not-json", name: "not a number", given: v31("x-a: ⟦.nan⟧\n") },
  { code: "not-json", name: "infinity", given: v31("x-a: [⟦-.inf⟧]\n") },
  { code: "not-json", name: "a date", given: v31("x-a: !!timestamp ⟦2020-01-01⟧\n") },
  { code: "not-json", name: "bytes", given: v31("x-a: !!binary ⟦aGk=⟧\n") },
  { code: "not-json", name: "a set", given: v31("x-a: !!set ⟦{ a, b }⟧\n") },
  { code: "not-json", name: "a tag of somebody's own", given: v31("x-a: !include ⟦a.yaml⟧\n") },
  { code: "key-not-string", name: "a list as key", given: v31("x-a: { ⟦[1, 2]⟧ : 3 }\n") },
  { code: "key-not-string", name: "true as key", given: v31("x-a: { ⟦true⟧: 3 }\n") },
  {
    code: "key-not-string",
    name: "a number that is not written plainly",
    given: v31("x-a: { ⟦0x10⟧: 3 }\n"),
  },
  {
    code: "integer-key",
    name: "a status without quotes",
    given: paths("  /a:\n    get: { responses: { ⟦200⟧: { description: d } } }\n"),
    hint: "quotes",
  },
  { code: "lone-surrogate", name: "half a pair in YAML", given: v31('x-a: ⟦"\\ud800"⟧\n') },
  {
    code: "lone-surrogate",
    name: "half a pair in JSON",
    given:
      '{"openapi":"3.1.1","info":{"title":"T","version":"1"},"paths":{},"x-a":[1,⟦"a\\uDFFFb"⟧]}',
    file: "api.json",
  },
  { code: "version-missing", name: "no openapi", given: "⟦info: {}⟧\n" },
  { code: "version-missing", name: "AsyncAPI", given: "⟦asyncapi: 3.0.0⟧\n", hint: "AsyncAPI" },
  { code: "openapi-2", name: "Swagger", given: '⟦swagger⟧: "2.0"\n' },
  { code: "version-unsupported", name: "a version to come", given: "openapi: ⟦4.0.0⟧\n" },
  {
    code: "version-unsupported",
    name: "a version that YAML takes for a number",
    given: "openapi: ⟦3.1⟧\n",
  },
  {
    code: "missing-field",
    name: "no info",
    given: "⟦openapi: 3.1.1\npaths: {}⟧\n",
  },
  { code: "missing-field", name: "no paths in 3.0", given: `⟦${head("3.0.3").trimEnd()}⟧\n` },
  {
    code: "missing-field",
    name: "nothing described in 3.1",
    given: `⟦${head("3.1.1").trimEnd()}⟧\n`,
  },
  {
    code: "missing-field",
    name: "no version of the API",
    given: "openapi: 3.1.1\n⟦info⟧: { title: T }\npaths: {}\n",
  },
  {
    code: "missing-field",
    name: "no responses in 3.0",
    given: `${head("3.0.3")}paths: { /a: { ⟦get⟧: {} } }\n`,
  },
  {
    code: "missing-field",
    name: "no description of a response",
    given: paths('  /a: { get: { responses: { ⟦"200"⟧: {} } } }\n'),
    hint: 'description: ""',
  },
  {
    code: "missing-field",
    name: "no response",
    given: paths("  /a: { get: { responses: ⟦{ x-a: 1 }⟧ } }\n"),
  },
  {
    code: "missing-field",
    name: "a parameter of no kind",
    given: operation("parameters: [⟦{ name: q, in: query }⟧]"),
  },
  {
    code: "missing-field",
    name: "a scheme without its name",
    given: v31("components: { securitySchemes: { ⟦a⟧: { type: apiKey, in: header } } }\n"),
  },
  {
    code: "missing-field",
    name: "a flow without its address",
    given: v31(
      "components: { securitySchemes: { a: { type: oauth2, flows: { ⟦password⟧: { scopes: {} } } } } }\n",
    ),
  },
  { code: "wrong-type", name: "a list as document", given: "⟦[1]⟧\n" },
  { code: "wrong-type", name: "a map where a list belongs", given: operation("parameters: ⟦{}⟧") },
  {
    code: "wrong-type",
    name: "a list where a map belongs",
    given: `${head("3.1.1")}paths: ⟦[]⟧\n`,
  },
  {
    code: "wrong-type",
    name: "a number as text",
    given: "openapi: 3.1.1\ninfo: { title: T, version: ⟦1⟧ }\npaths: {}\n",
    hint: "quotes",
  },
  {
    code: "wrong-type",
    name: "text as a number",
    given: schema('{ minLength: ⟦"3"⟧ }'),
    hint: "quotes",
  },
  {
    code: "wrong-type",
    name: "a flag as bound in 3.1",
    given: schema("{ exclusiveMaximum: ⟦true⟧ }"),
    hint: "bound itself",
  },
  {
    code: "wrong-type",
    name: "a number as flag in 3.0",
    given: schema30("{ exclusiveMaximum: ⟦3⟧ }"),
  },
  {
    code: "wrong-type",
    name: "a list of schemas as items",
    given: schema("{ type: array, items: ⟦[{}]⟧ }"),
    hint: "prefixItems",
  },
  {
    code: "wrong-type",
    name: "a schema that is missing",
    given: schema("{ properties: { a: ⟦null⟧ } }"),
  },
  { code: "wrong-type", name: "null as type", given: schema("{ type: ⟦null⟧ }"), hint: '"null"' },
  {
    code: "unknown-field",
    name: "a mistyped field",
    given: operation("⟦requestbody⟧: { content: {} }"),
    hint: "requestBody",
  },
  {
    code: "invalid-value",
    name: "a style of another place",
    given: operation("parameters: [{ name: q, in: query, style: ⟦simple⟧, schema: {} }]"),
  },
  {
    code: "invalid-value",
    name: "a parameter in the body",
    given: operation("parameters: [{ name: q, in: ⟦body⟧, schema: {} }]"),
    hint: "requestBody",
  },
  { code: "invalid-value", name: "a length below zero", given: schema("{ minLength: ⟦-1⟧ }") },
  { code: "invalid-value", name: "a multiple of nothing", given: schema("{ multipleOf: ⟦0⟧ }") },
  { code: "invalid-value", name: "allOf of nothing", given: schema("{ allOf: ⟦[]⟧ }") },
  { code: "invalid-value", name: "no value in 3.0", given: schema30("{ enum: ⟦[]⟧ }") },
  {
    code: "unknown-field",
    name: "a keyword of the author in 3.0",
    given: schema30("{ ⟦visibility⟧: internal }"),
  },
  {
    code: "invalid-value",
    name: "a name required twice",
    given: schema("{ required: [a, ⟦a⟧], properties: { a: {} } }"),
  },
  { code: "invalid-value", name: "a type twice", given: schema("{ type: [string, ⟦string⟧] }") },
  {
    code: "invalid-value",
    name: "an anchor twice",
    given: v31("components: { schemas: { A: { $anchor: a }, B: { $anchor: ⟦a⟧ } } }\n"),
  },
  {
    code: "invalid-value",
    name: "a tag twice",
    given: v31("tags: [{ name: a }, { name: ⟦a⟧ }]\n"),
  },
  {
    code: "invalid-value",
    name: "a scheme of Swagger",
    given: v31("components: { securitySchemes: { a: { type: ⟦basic⟧ } } }\n"),
    hint: "type: http",
  },
  {
    code: "invalid-name",
    name: "a component with a blank",
    given: v31("components: { schemas: { ⟦a b⟧: {} } }\n"),
  },
  {
    code: "invalid-name",
    name: "a path without a slash",
    given: paths("  ⟦a⟧: {}\n"),
    hint: '"/a"',
  },
  {
    code: "invalid-name",
    name: "a range in small letters",
    given: paths("  /a: { get: { responses: { ⟦4xx⟧: { description: d } } } }\n"),
    hint: '"4XX"',
  },
  {
    code: "mutually-exclusive",
    name: "example and examples",
    given: operation(
      "parameters: [{ name: q, in: query, schema: {}, example: 1, ⟦examples⟧: {} }]",
    ),
  },
  {
    code: "reference-invalid",
    name: "broken percent-encoding",
    given: schema('{ $ref: ⟦"#/a%zz"⟧ }'),
  },
  { code: "reference-invalid", name: "a tilde alone", given: schema('{ $ref: ⟦"#/a~2"⟧ }') },
  {
    code: "reference-unknown",
    name: "a mistyped name",
    given: schema('{ $ref: ⟦"#/components/schemas/B"⟧ }'),
  },
  { code: "reference-unknown", name: "an unknown anchor", given: schema('{ $ref: ⟦"#b"⟧ }') },
  {
    code: "reference-unknown",
    name: "an unknown operation",
    given: v31("components: { links: { a: { operationId: ⟦nobody⟧ } } }\n"),
  },
  {
    code: "reference-unknown",
    name: "an unknown schema in a mapping",
    given: schema("{ discriminator: { propertyName: p, mapping: { a: ⟦B⟧ } } }"),
  },
  {
    code: "reference-external",
    name: "another file",
    given: schema('{ $ref: ⟦"b.yaml#/B"⟧ }'),
    hint: "allow",
  },
  {
    code: "reference-external",
    name: "the net",
    given: schema('{ $ref: ⟦"https://example.com/b.yaml"⟧ }'),
  },
  {
    code: "reference-external",
    name: "a file outside the folder",
    given: schema('{ $ref: ⟦"../b.yaml"⟧ }'),
  },
  {
    code: "reference-external",
    name: "a file outside the folder, percent-encoded",
    given: schema('{ $ref: ⟦"a/%2e%2e/%2E%2E/b.yaml"⟧ }'),
  },
  {
    code: "reference-external",
    name: "an absolute path",
    given: schema('{ $ref: ⟦"/etc/passwd"⟧ }'),
  },
  {
    code: "reference-unreadable",
    name: "an allowed file that is not there",
    given: schema('{ $ref: ⟦"allowed.yaml"⟧ }'),
  },
  {
    code: "reference-unsupported",
    name: "a dynamic reference",
    given: schema('{ $dynamicRef: ⟦"#a"⟧ }'),
  },
  {
    code: "reference-unsupported",
    name: "a reference below $id",
    given: schema(
      '{ $id: ⟦"https://example.com/a"⟧, properties: { b: { $ref: "#/components/schemas/A" } } }',
    ),
  },
  {
    code: "reference-cycle",
    name: "a schema that is itself",
    given: schema('{ $ref: ⟦"#/components/schemas/A"⟧ }'),
  },
  {
    code: "reference-cycle",
    name: "two schemas that are each other",
    given: v31(
      'components: { schemas: { A: { $ref: "#/components/schemas/B" }, B: { $ref: ⟦"#/components/schemas/A"⟧ } } }\n',
    ),
  },
  {
    code: "reference-cycle",
    name: "a parameter that is itself",
    given: v31('components: { parameters: { P: { $ref: ⟦"#/components/parameters/P"⟧ } } }\n'),
  },
  {
    code: "reference-cycle",
    name: "two responses that are each other",
    given: v31(
      'components: { responses: { A: { $ref: "#/components/responses/B" }, B: { $ref: ⟦"#/components/responses/A"⟧ } } }\n',
    ),
  },
  {
    code: "reference-cycle",
    name: "two path items that are each other",
    given: `openapi: 3.1.1\ninfo: { title: T, version: "1" }\npaths: { /a: { $ref: "#/paths/~1b" }, /b: { $ref: ⟦"#/paths/~1a"⟧ } }\n`,
  },
  {
    code: "reference-cycle",
    name: "a schema that is all of itself",
    given: schema('{ allOf: [{ $ref: ⟦"#/components/schemas/A"⟧ }] }'),
  },
  {
    code: "reference-wrong-kind",
    name: "a schema as parameter",
    given: `${operation('parameters: [{ $ref: ⟦"#/components/schemas/A"⟧ }]')}components: { schemas: { A: {} } }\n`,
  },
  {
    code: "reference-siblings",
    name: "a description beside $ref in 3.0",
    given: v30(
      'components: { schemas: { A: {}, B: { $ref: "#/components/schemas/A", ⟦description⟧: d } } }\n',
    ),
  },
  {
    code: "operation-id-duplicate",
    name: "an id taken",
    given: paths(
      '  /a: { get: { operationId: a, responses: { "200": { description: d } } } }\n  /b: { get: { operationId: ⟦a⟧, responses: { "200": { description: d } } } }\n',
    ),
  },
  {
    code: "path-conflict",
    name: "paths that differ in names only",
    given: paths("  /a/{b}: {}\n  ⟦/a/{c}⟧: {}\n"),
  },
  { code: "path-template", name: "a brace that is not closed", given: paths("  ⟦/a/{b⟧: {}\n") },
  { code: "path-template", name: "a name twice", given: paths('  ⟦"/a/{b}/{b}"⟧: {}\n') },
  {
    code: "path-parameter-undeclared",
    name: "a name nobody declares",
    given: paths('  /a/{b}:\n    ⟦get⟧: { responses: { "200": { description: d } } }\n'),
  },
  {
    code: "path-parameter-unused",
    name: "a parameter the path lacks",
    given: operation("parameters: [{ name: ⟦b⟧, in: path, required: true, schema: {} }]"),
  },
  {
    code: "path-parameter-optional",
    name: "required: false",
    given: paths(
      "  /a/{b}:\n    parameters: [{ name: b, in: path, required: ⟦false⟧, schema: {} }]\n",
    ),
  },
  {
    code: "parameter-duplicate",
    name: "a header in other letters",
    given: operation(
      "parameters: [{ name: X-A, in: header, schema: {} }, ⟦{ name: x-a, in: header, schema: {} }⟧]",
    ),
  },
  {
    code: "security-scheme-unknown",
    name: "a scheme nobody declares",
    given: v31("security: [{ ⟦a⟧: [] }]\n"),
  },
  {
    code: "server-variable",
    name: "a variable nobody declares",
    given: v31('servers: [{ url: ⟦"https://{a}.example.com"⟧ }]\n'),
  },
  {
    code: "server-variable",
    name: "a default that is no value",
    given: v31(
      'servers: [{ url: "https://{a}.example.com", variables: { a: { enum: [x], default: ⟦y⟧ } } }]\n',
    ),
  },
  {
    code: "unknown-type",
    name: "a mistyped type",
    given: schema("{ type: ⟦strnig⟧ }"),
    hint: '"string"',
  },
  {
    code: "unknown-type",
    name: "null in 3.0",
    given: schema30('{ type: ⟦"null"⟧ }'),
    hint: "nullable",
  },
  {
    code: "unknown-type",
    name: "a type of Swagger",
    given: schema("{ type: ⟦file⟧ }"),
    hint: "binary",
  },
  {
    code: "nullable-in-3-1",
    name: "nullable in 3.1",
    given: schema("{ type: string, ⟦nullable⟧: true }"),
    hint: '"null"',
  },
  { code: "keyword-of-other-version", name: "webhooks in 3.0", given: v30("⟦webhooks⟧: {}\n") },
  { code: "keyword-of-other-version", name: "const in 3.0", given: schema30("{ ⟦const⟧: 1 }") },
  {
    code: "keyword-of-other-version",
    name: "a list of types in 3.0",
    given: schema30('{ type: ⟦[string, "null"]⟧ }'),
    hint: "nullable",
  },
  {
    code: "unknown-keyword",
    name: "a mistyped keyword",
    given: schema("{ ⟦requird⟧: [a] }"),
    hint: '"required"',
  },
  {
    code: "invalid-pattern",
    name: "a group that is not closed",
    given: schema('{ pattern: ⟦"("⟧ }'),
  },
  {
    code: "invalid-pattern",
    name: "a named group of another dialect",
    given: schema('{ pattern: ⟦"(?P<a>b)"⟧ }'),
    hint: "dialect",
  },
  {
    code: "invalid-pattern",
    name: "a pattern of properties",
    given: schema('{ patternProperties: { ⟦"["⟧: {} } }'),
  },
  {
    code: "pattern-not-unicode",
    name: "an escape nobody needs",
    given: schema("{ pattern: ⟦'a\\-b'⟧ }"),
  },
  {
    code: "required-undeclared",
    name: "a mistyped name",
    given: schema("{ properties: { name: {} }, required: [⟦nmae⟧] }"),
    hint: '"name"',
  },
  {
    code: "required-undeclared",
    name: "a name that additionalProperties forbids",
    given: schema("{ additionalProperties: false, required: [⟦a⟧] }"),
  },
  {
    code: "required-unlisted",
    name: "a name where none is declared",
    given: schema("{ type: object, required: [⟦a⟧] }"),
  },
  {
    code: "required-unlisted",
    name: "a name that additionalProperties allows",
    given: schema("{ properties: { a: {} }, additionalProperties: true, required: [⟦b⟧] }"),
  },
  {
    code: "contradictory-bounds",
    name: "more than the most",
    given: schema("{ minLength: ⟦3⟧, maxLength: 2 }"),
  },
  {
    code: "example-mismatch",
    name: "text for a number",
    given: schema("{ type: integer, example: ⟦one⟧ }"),
  },
  {
    code: "example-mismatch",
    name: "one of several examples",
    given: schema("{ type: integer, examples: [1, ⟦one⟧] }"),
  },
  {
    code: "example-mismatch",
    name: "a member deep inside",
    given: schema("{ properties: { a: { items: { type: string } } }, example: { a: [x, ⟦1⟧] } }"),
  },
  {
    code: "example-mismatch",
    name: "a member that is not allowed",
    given: schema(
      "{ properties: { a: {} }, additionalProperties: false, example: { a: 1, ⟦b⟧: 2 } }",
    ),
  },
  {
    code: "example-mismatch",
    name: "null without nullable in 3.0",
    given: schema30("{ type: string, example: ⟦null⟧ }"),
  },
  {
    code: "example-mismatch",
    name: "the bound itself in 3.0",
    given: schema30("{ type: integer, minimum: 3, exclusiveMinimum: true, example: ⟦3⟧ }"),
  },
  {
    code: "example-mismatch",
    name: "an example that a media type refers to",
    given: `${operation('requestBody: { content: { application/json: { schema: { type: integer }, examples: { a: { $ref: "#/components/examples/E" } } } } }')}components: { examples: { E: { value: ⟦one⟧ } } }\n`,
  },
  {
    code: "default-mismatch",
    name: "text for a number",
    given: schema("{ type: integer, default: ⟦one⟧ }"),
  },
];
