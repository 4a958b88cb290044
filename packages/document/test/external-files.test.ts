import { expect, test } from "vitest";
import { loadDocument } from "../src/load-document.ts";
import { resolveReference } from "../src/resolve-reference.ts";
import { brief, sound } from "./sound.ts";

/** A reader over a few files that notes what it was asked for. */
function reader(files: Readonly<Record<string, string>>): {
  readonly asked: string[];
  readonly read: (path: string) => Uint8Array | undefined;
} {
  const asked: string[] = [];
  return {
    asked,
    read: (path) => {
      asked.push(path);
      return Object.hasOwn(files, path) ? new TextEncoder().encode(files[path]) : undefined;
    },
  };
}

const main = (reference: string): string => `openapi: 3.1.1
info: { title: T, version: "1" }
paths: {}
components: { schemas: { A: { $ref: "${reference}" } } }
`;

const files = {
  "schemas/pet.yaml":
    'Pet: { properties: { owner: { $ref: "people/owner.json#/Owner" }, self: { $ref: "#/Pet" }, name: { $ref: "#name" }, home: { $ref: "../api.yaml#/components/schemas/A" } } }\nName: { $anchor: name, type: string }\n',
  "schemas/people/owner.json": '{ "Owner": { "type": "object" } }',
};

test("an allowed file stands under x-external, with every reference counted from the root", () => {
  const { asked, read } = reader(files);
  const external = { allow: ["schemas/"], read };
  const document = sound(main("./schemas/pet.yaml#/Pet"), "docs/api.yaml", { external });
  expect(asked).toEqual(["schemas/pet.yaml", "schemas/people/owner.json"]);
  const pet = resolveReference(document, "/components/schemas/A");
  expect(pet.pointer).toBe("/x-external/schemas~1pet.yaml/Pet");
  const properties = `${pet.pointer}/properties`;
  expect(resolveReference(document, `${properties}/owner`).value).toEqual({ type: "object" });
  expect(resolveReference(document, `${properties}/self`).pointer).toBe(pet.pointer);
  expect(resolveReference(document, `${properties}/name`).value).toEqual({
    $anchor: "name",
    type: "string",
  });
  expect(resolveReference(document, `${properties}/home`).pointer).toBe(pet.pointer);
});

test("each mapping of a discriminator in an external file is counted from the root", () => {
  const { read } = reader({
    "b.yaml": `B: { discriminator: { propertyName: p, mapping: { c: "#/C", d: "#/D" } } }
C: { type: object }
D: { type: object, properties: { c: { $ref: "#/C" } } }
`,
  });
  const document = sound(main("b.yaml#/B"), "api.yaml", { external: { allow: ["b.yaml"], read } });
  expect(document.value["x-external"]).toMatchObject({
    "b.yaml": {
      B: { discriminator: { mapping: { c: "#/x-external/b.yaml/C", d: "#/x-external/b.yaml/D" } } },
      D: { properties: { c: { $ref: "#/x-external/b.yaml/C" } } },
    },
  });
});

test("an object that aliases share in an external file is rewritten once", () => {
  const { read } = reader({
    "b.yaml": "B: { properties: { c: &c { $ref: '#/C' }, d: *c } }\nC: { type: object }\n",
  });
  const document = sound(main("b.yaml#/B"), "api.yaml", { external: { allow: ["b.yaml"], read } });
  for (const name of ["c", "d"]) {
    const place = `/x-external/b.yaml/B/properties/${name}`;
    expect(resolveReference(document, place).pointer).toBe("/x-external/b.yaml/C");
  }
});

test("a place in an external file is located there", () => {
  const external = { allow: ["schemas/"], read: reader(files).read };
  const document = sound(main("schemas/pet.yaml#/Pet"), "docs/api.yaml", { external });
  const { file, start } = document.locate("/x-external/schemas~1pet.yaml/Name/type");
  expect({ file, line: start.line, column: start.column }).toEqual({
    file: "docs/schemas/pet.yaml",
    line: 2,
    column: 30,
  });
});

test("problems of an external file are told in it, after the document's own", () => {
  const { read } = reader({ "b.yaml": "B:\n  type: strnig\n  minLength: -1\n" });
  const given = `${main("b.yaml#/B")}x: 1\n`;
  const { diagnostics, sources } = loadDocument(
    { file: "docs/api.yaml", bytes: given },
    { external: { allow: ["b.yaml"], read } },
  );
  expect(diagnostics.map((diagnostic) => `${diagnostic.file} ${brief(diagnostic)}`)).toEqual([
    "docs/api.yaml unknown-field 5:1-5:2",
    "docs/b.yaml unknown-type 2:9-2:15",
    "docs/b.yaml invalid-value 3:14-3:16",
  ]);
  expect(sources.map(({ file }) => file)).toEqual(["docs/api.yaml", "docs/b.yaml"]);
});

const broken: readonly { name: string; content: string; want: string }[] = [
  { name: "a syntax error", content: "a: [", want: "b.yaml syntax 1:5-1:5" },
  { name: "nothing", content: " ", want: "b.yaml empty 1:1-1:1" },
  { name: "a duplicate key", content: "a: 1\na: 2\n", want: "b.yaml duplicate-key 2:1-2:2" },
];

test.each(broken)("an external file with $name is told of once", ({ content, want }) => {
  const { read, asked } = reader({ "b.yaml": content });
  const given = `${main("b.yaml#/B")}webhooks: { a: { $ref: "b.yaml#/C" } }\n`;
  const { diagnostics } = loadDocument(
    { file: "api.yaml", bytes: given },
    { external: { allow: ["b.yaml"], read } },
  );
  expect(diagnostics.map((diagnostic) => `${diagnostic.file} ${brief(diagnostic)}`)).toEqual([
    want,
  ]);
  expect(asked).toEqual(["b.yaml"]);
});

const refused = [
  "https://example.com/b.yaml",
  "HTTP://example.com/b.yaml",
  "file:///etc/passwd",
  "//example.com/b.yaml",
  "/etc/passwd",
  "../b.yaml",
  "schemas/../../b.yaml",
  "schemas/%2e%2e/%2e%2e/b.yaml",
  "schemas%2F..%2F..%2Fb.yaml",
  String.raw`..\\b.yaml`,
  String.raw`schemas\\..\\..\\b.yaml`,
  "b.yaml?x=1",
  "c:/b.yaml",
  "schemas/../other.yaml",
  "b.yaml%00.json",
];

test.each(refused)("%s is never read", (reference) => {
  const { asked, read } = reader({});
  const result = loadDocument(
    { file: "api.yaml", bytes: main(reference) },
    { external: { allow: ["schemas/", "b.yaml"], read } },
  );
  expect(asked).toEqual([]);
  expect(result.diagnostics.map(({ code }) => code)).toEqual(["reference-external"]);
});

test("nothing is read where nothing is allowed", () => {
  const { asked, read } = reader(files);
  const result = loadDocument(
    { file: "api.yaml", bytes: main("schemas/pet.yaml#/Pet") },
    { external: { allow: [], read } },
  );
  expect(asked).toEqual([]);
  expect(result.kind).toBe("refused");
});
