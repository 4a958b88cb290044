import { expect, test } from "vitest";
import { loadDocument } from "../src/load-document.ts";
import { brief, sound } from "./sound.ts";

const everything = `openapi: 3.1.1
info: { title: T, version: 1 }
paths:
  /a/{b}:
    get:
      operationId: a
      parameters: { }
      responses: { 200: { description: d } }
    put:
      operationId: a
components:
  schemas:
    A: { type: strnig }
    B: { $ref: "#/components/schemas/C" }
    D: { type: integer, example: one, default: two }
`;

test("all problems come in one run, errors before warnings, each from top to bottom", () => {
  const { diagnostics } = loadDocument({ file: "api.yaml", bytes: everything });
  expect(diagnostics.map((diagnostic) => `${diagnostic.severity} ${brief(diagnostic)}`)).toEqual([
    "error wrong-type 2:28-2:29",
    "error path-parameter-undeclared 5:5-5:8",
    "error wrong-type 7:19-7:22",
    "error path-parameter-undeclared 9:5-9:8",
    "error operation-id-duplicate 10:20-10:21",
    "error unknown-type 13:16-13:22",
    "error reference-unknown 14:16-14:40",
    "error example-mismatch 15:34-15:37",
    "warning integer-key 8:20-8:23",
    "warning default-mismatch 15:48-15:51",
  ]);
});

test("a severity can be lowered, raised and switched off", () => {
  const bytes = `openapi: 3.1.1
info: { title: T, version: "1" }
paths: { /a: { get: { responses: { 200: { description: d } } } } }
components: { schemas: { D: { type: integer, example: one, default: two } } }
`;
  const { diagnostics, kind } = loadDocument(
    { file: "api.yaml", bytes },
    {
      severities: {
        "example-mismatch": "warning",
        "default-mismatch": "off",
        "integer-key": "off",
      },
    },
  );
  expect(kind).toBe("loaded");
  expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    "warning example-mismatch",
  ]);
  const raised = loadDocument(
    { file: "api.yaml", bytes },
    { severities: { "integer-key": "error", "example-mismatch": "off" } },
  );
  expect(raised.kind).toBe("refused");
});

test("an integer key is the string that is written", () => {
  const { value } = sound(
    'openapi: 3.1.1\ninfo: { title: T, version: "1" }\npaths: {}\nx-a: { 200: a, 0: b }\n',
  );
  expect(value["x-a"]).toEqual({ "200": "a", "0": "b" });
});

test("names that objects inherit are own members, and nothing else changes", () => {
  const given = `openapi: 3.1.1
info: { title: T, version: "1" }
paths: {}
components: { schemas: { A: { properties: { __proto__: { type: string }, constructor: { type: string } } } } }
`;
  for (const document of [sound(given), sound(JSON.stringify(sound(given).value), "api.json")]) {
    const text = JSON.stringify(document.value["components"]);
    expect(text).toBe(
      '{"schemas":{"A":{"properties":{"__proto__":{"type":"string"},"constructor":{"type":"string"}}}}}',
    );
  }
  expect("type" in {}).toBe(false);
});

test("JSON is told from YAML by the name, else by the first character", () => {
  const json = '{"openapi":"3.1.1","info":{"title":"T","version":"1"},"paths":{}}';
  const rows = [
    { file: "a.json", want: "json" },
    { file: "a.JSON", want: "json" },
    { file: "a.yml", want: "yaml" },
    { file: "a.yaml", want: "yaml" },
    { file: "a", want: "json" },
    { file: "https://example.com/document", want: "json" },
  ];
  expect(rows.map(({ file }) => ({ file, want: sound(json, file).format }))).toEqual(rows);
});

test("bytes and text give the same document", () => {
  const text = 'openapi: 3.1.1\ninfo: { title: "ü€😀", version: "1" }\npaths: {}\n';
  const bytes = new TextEncoder().encode(`\u{feff}${text}`);
  const loaded = loadDocument({ file: "api.yaml", bytes });
  expect(loaded.sources).toEqual([{ file: "api.yaml", text }]);
  expect(loaded.diagnostics).toEqual([]);
});
