import { loadDocument, renderDiagnostics } from "@flex-channels/document";
import { beforeAll, describe, expect, test } from "vitest";
import { generate } from "../src/generate.ts";
import { compile } from "./compile.ts";
import { generateText } from "./generate-text.ts";

const flat = (text: string | undefined): string =>
  (text ?? "").replaceAll(/\/\*\*[^]*?\*\//g, "").replaceAll(/\s+/g, " ");

describe("a reference leads anywhere", () => {
  const main = `openapi: 3.1.0
info: { title: A, version: 1.0.0 }
paths:
  /pets/{id}: { $ref: "paths.yaml#/pet" }
  /inner:
    get:
      responses:
        "200":
          description: OK
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Pet/properties/owner" }
components:
  schemas:
    Pet:
      type: object
      properties:
        owner: { type: object, properties: { name: { $ref: "#/components/schemas/Pet/$defs/Name" } } }
        self: { $ref: "#/components/schemas/Pet" }
      $defs: { Name: { type: string, enum: [a] } }
`;
  const files: Readonly<Record<string, string>> = {
    "paths.yaml": `pet:
  parameters: [{ $ref: "parts.yaml#/Id" }]
  get:
    responses:
      "200": { $ref: "parts.yaml#/Found" }
`,
    "parts.yaml": `Id: { name: id, in: path, required: true, schema: { $ref: "#/IdText" } }
IdText: { type: string, enum: [x, y] }
Found:
  description: OK
  content: { application/json: { schema: { $ref: "#/Tree" } } }
Tree: { type: object, properties: { kids: { type: array, items: { $ref: "#/Tree" } } } }
`,
  };
  let output: ReadonlyMap<string, string> = new Map();
  beforeAll(async () => {
    const loaded = loadDocument(
      { file: "openapi.yaml", bytes: main },
      {
        external: {
          allow: Object.keys(files),
          read: (path) => new TextEncoder().encode(files[path]),
        },
      },
    );
    if (loaded.kind === "refused")
      throw new Error(renderDiagnostics(loaded.diagnostics, loaded.sources));
    const generated = await generate(loaded.document);
    output = new Map(generated.files.map(({ path, text }) => [path, text]));
  });

  test("the output compiles", () => {
    expect(compile(output)).toEqual([]);
  });

  const rows = [
    {
      name: "a schema of another file has a type under its pointer",
      want: '"x-external/parts.yaml/Tree": { kids?: components["schemas"]["x-external/parts.yaml/Tree"][]; }',
    },
    {
      name: "a schema inside another has one too",
      want: '"components/schemas/Pet/properties/owner": { name?: components["schemas"]["components/schemas/Pet/$defs/Name"]; }',
    },
    { name: "a path item of another file is written out", want: "getPetsId: { parameters: {" },
  ];
  test.each(rows)("$name", ({ want }) => {
    expect(flat(output.get("types.ts"))).toContain(want);
  });

  test("a schema of another file has an exported name", () => {
    expect(flat(output.get("schemas.ts"))).toContain(
      'export type Tree = components["schemas"]["x-external/parts.yaml/Tree"];',
    );
    expect(output.get("validators.ts")).toMatch(/export const Tree: v\.Validator<types\.Tree>/);
  });

  test("$defs are no property of a type", () => {
    expect(flat(output.get("types.ts"))).not.toContain("$defs:");
  });
});

describe("readOnly and writeOnly count in their own direction", () => {
  const document = `openapi: 3.1.0
info: { title: A, version: 1.0.0 }
paths:
  /users:
    post:
      operationId: makeUser
      requestBody:
        required: true
        content:
          application/json: { schema: { $ref: "#/components/schemas/User" } }
      responses:
        "201":
          description: Made
          content:
            application/json: { schema: { $ref: "#/components/schemas/User" } }
    put:
      operationId: nameUser
      requestBody:
        content:
          application/json:
            schema: { type: object, required: [id, name], properties: { id: { type: string, readOnly: true }, name: { type: string } } }
      responses: { "204": { description: Done } }
  /teams:
    post:
      operationId: makeTeam
      requestBody:
        content:
          application/json: { schema: { $ref: "#/components/schemas/Team" } }
      responses: { "204": { description: Done } }
components:
  schemas:
    User:
      allOf: [{ $ref: "#/components/schemas/Base" }]
      type: object
      required: [id, password, name]
      properties:
        password: { type: string, writeOnly: true }
        name: { type: string }
    Base: { type: object, properties: { id: { type: string, readOnly: true } } }
    Team: { type: object, properties: { members: { type: array, items: { $ref: "#/components/schemas/User" } } } }
    Plain: { type: object, required: [a], properties: { a: { type: string } } }
    UserRequest: { type: string }
`;
  let output: ReadonlyMap<string, string> = new Map();
  beforeAll(async () => {
    output = await generateText(document);
  });

  test("the output compiles", () => {
    expect(compile(output)).toEqual([]);
  });

  const types = [
    {
      name: "a response does not promise what is write-only",
      want: 'User: { name: string; password?: string; id: {} | null; } & components["schemas"]["Base"];',
    },
    {
      name: "a request does not ask for what is read-only, and does ask for what is write-only",
      want: 'UserRequest_: { name: string; password: string; } & components["schemas"]["Base"];',
    },
    {
      name: "a schema that refers to such a one has a view too",
      want: 'TeamRequest: { members?: components["schemas"]["UserRequest_"][]; }',
    },
    { name: "a name that the document uses stays its own", want: "UserRequest: string;" },
    {
      name: "a body without a name is read so too",
      want: "{ readonly id?: string; name: string; }",
    },
  ];
  test.each(types)("$name", ({ want }) => {
    expect(flat(output.get("types.ts"))).toContain(want);
  });

  test("the client takes the view and gives the schema", () => {
    const client = flat(output.get("client.ts"));
    expect(client).toContain("readonly body: UserRequest_;");
    expect(client).toContain("makeUser(options: Options & MakeUserInput): Promise<User>;");
  });

  test("a schema that reads the same both ways has one type", () => {
    expect(output.get("schemas.ts")).not.toContain("PlainRequest");
  });
});
