import { stringify } from "yaml";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { compile } from "./compile.ts";
import { generateText } from "./generate-text.ts";

// No text of a document becomes code. The judge is the parse tree of the output: with hostile text
// and with harmless text of the same shape, the same declarations, members, calls and nothing more.

const payloads = [
  '"; globalThis.pwned = 1; "',
  "'; globalThis.pwned = 1; '",
  "`; globalThis.pwned = 1; `",
  "${globalThis.pwned = 1}",
  "*/ globalThis.pwned = 1; /*",
  "*\\/ globalThis.pwned = 1;",
  "**/*/ globalThis.pwned = 1; //",
  "\n globalThis.pwned = 1;\n",
  "\r\n@deprecated\r\n*/globalThis.pwned = 1;/*",
  "\u2028globalThis.pwned = 1;\u2029",
  "\\",
  '\\"; globalThis.pwned = 1; //',
  "</script><script>globalThis.pwned = 1</script>",
  "<!-- globalThis.pwned = 1 -->",
  "\u202eglobalThis.pwned\u202c",
  "\u0000\u0007\u001b[31m",
  "]; globalThis.pwned = 1; [",
  "}; globalThis.pwned = 1; {",
  ") => globalThis.pwned, (",
  "__proto__",
  "constructor",
  "{@link javascript:globalThis.pwned}",
  "😀\ud83d",
] as const;

type Place = (text: string) => unknown;

const base = (changes: {
  readonly description?: string;
  readonly operation?: object;
  readonly schema?: object;
  readonly server?: string;
  readonly title?: string;
}): unknown => ({
  openapi: "3.1.0",
  info: { title: changes.title ?? "A", version: "1.0.0" },
  servers: [{ url: changes.server ?? "https://api.example.com" }],
  paths: {
    "/a/{id}": {
      get: {
        operationId: "getA",
        summary: changes.description ?? "Get",
        description: changes.description ?? "Get it",
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: {
          "200": {
            description: changes.description ?? "OK",
            content: { "application/json": { schema: changes.schema ?? { type: "string" } } },
          },
        },
        ...changes.operation,
      },
    },
  },
});

const object = (value: unknown): object =>
  typeof value === "object" && value !== null ? value : {};

const places: Readonly<Record<string, Place>> = {
  description: (text) => base({ description: text }),
  title: (text) => base({ title: text }),
  "server URL": (text) => base({ server: `https://example.com/${text}` }),
  "property name": (text) =>
    base({ schema: { type: "object", properties: { [text]: { type: "string" } } } }),
  "enum value": (text) => base({ schema: { type: "string", enum: [text, "b"] } }),
  const: (text) => base({ schema: { const: text } }),
  default: (text) => base({ schema: { type: "string", default: text } }),
  "property description": (text) =>
    base({
      schema: {
        type: "object",
        properties: { a: { type: "string", description: text, title: text } },
      },
    }),
  format: (text) => base({ schema: { type: "string", format: text } }),
  example: (text) => base({ schema: { type: "string", examples: [text] } }),
  "query parameter": (text) =>
    base({
      operation: {
        parameters: [
          { name: "id", in: "path", required: true, schema: { type: "string" } },
          { name: text, in: "query", description: text, schema: { type: "string" } },
        ],
      },
    }),
};

const responses = { "200": { description: "OK" } };

/** Names that are given in fewer documents: here the worst of the payloads must do. */
const otherPlaces: Readonly<Record<string, Place>> = {
  "path segment": (text) => ({
    ...object(base({})),
    paths: { [`/a/${text.replaceAll(/[{}?#]/g, "")}`]: { get: { responses } } },
  }),
  "media type": (text) =>
    base({
      operation: { responses: { "200": { description: "OK", content: { [`text/${text}`]: {} } } } },
    }),
  "header name": (text) =>
    base({
      operation: {
        responses: {
          "200": {
            description: "OK",
            headers: { [text]: { description: text, schema: { type: "string", example: text } } },
          },
        },
      },
    }),
  operationId: (text) => base({ operation: { operationId: `a ${text}` } }),
  "operation's tag": (text) => base({ operation: { tags: [text] } }),
  extension: (text) => base({ schema: { type: "string", [`x-${text}`]: text } }),
  "example value": (text) =>
    base({
      schema: { type: "object", properties: { a: { type: "string" } }, examples: [{ a: text }] },
    }),
  "enum of objects": (text) => base({ schema: { type: "object", enum: [{ a: text }] } }),
  pattern: (text) =>
    base({
      schema: { type: "string", pattern: text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`) },
    }),
  "pattern of names": (text) =>
    base({
      schema: {
        type: "object",
        patternProperties: { [text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)]: {} },
      },
    }),
  "required name": (text) =>
    base({
      schema: {
        allOf: [
          { type: "object", properties: { [text]: { type: "string" } } },
          { required: [text] },
        ],
      },
    }),
  "security scheme": (text) => ({
    ...object(base({})),
    components: { securitySchemes: { key: { type: "apiKey", in: "header", name: text } } },
  }),
  "server variable": (text) => ({
    ...object(base({})),
    servers: [{ url: "https://{a}.example.com", variables: { a: { default: text } } }],
  }),
  "discriminator's mapping": (text) => ({
    ...object(base({})),
    components: {
      schemas: {
        A: { type: "object", required: ["k"], properties: { k: { type: "string" } } },
        B: {
          oneOf: [{ $ref: "#/components/schemas/A" }],
          discriminator: { propertyName: "k", mapping: { [text]: "#/components/schemas/A" } },
        },
      },
    },
  }),
};

const worst: readonly string[] = [
  '"; globalThis.pwned = 1; "',
  "`; ${globalThis.pwned = 1} `",
  "*/ globalThis.pwned = 1; /*",
  "\n globalThis.pwned = 1;\n",
  "\u2028globalThis.pwned = 1;\u2029",
  '\\"; globalThis.pwned = 1; //',
  "__proto__",
];

const shapes = new Map<string, string>();

/** {@link parsedShape} of what follows the stamp; most files are the same whatever the document. */
const shape = (text: string): string => {
  const body = text.slice(text.indexOf("\n\n"));
  const known = shapes.get(body) ?? parsedShape(body);
  shapes.set(body, known);
  return known;
};

/** The kinds of all nodes but those of string contents, in the order of the text. */
const parsedShape = (text: string): string => {
  const file = ts.createSourceFile("a.ts", text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const kinds: string[] = [];
  const visit = (node: ts.Node): void => {
    // A name is an identifier or a string literal by what it holds; either way it is one name.
    const isName =
      ts.isIdentifier(node) || ts.isStringLiteral(node) || ts.isComputedPropertyName(node);
    kinds.push(isName ? "Name" : (ts.SyntaxKind[node.kind] ?? "?"));
    if (!ts.isComputedPropertyName(node)) ts.forEachChild(node, visit);
  };
  visit(file);
  return kinds.join(" ");
};

const allPlaces = { ...places, ...otherPlaces };

const vectors = [
  ...Object.keys(places).flatMap((place) => payloads.map((payload) => ({ place, payload }))),
  ...Object.keys(otherPlaces).flatMap((place) => worst.map((payload) => ({ place, payload }))),
];

/** The sampler cannot make a member called `__proto__`: a made-up example goes without it. */
const lacksSample: ReadonlySet<string> = new Set(["property name", "required name"]);

const outputs = new Map<string, Promise<ReadonlyMap<string, string> | undefined>>();

/** Each document is generated once, however many tests look at its output. */
const generated = (
  place: string,
  text: string,
): Promise<ReadonlyMap<string, string> | undefined> => {
  const key = JSON.stringify([place, text]);
  const output = outputs.get(key) ?? generateOnce(place, text);
  outputs.set(key, output);
  return output;
};

/** A document may refuse a name or a value; a refusal cannot become code. */
const generateOnce = async (
  place: string,
  text: string,
): Promise<ReadonlyMap<string, string> | undefined> => {
  const document = stringify(allPlaces[place]?.(text), { aliasDuplicateObjects: false });
  return generateText(document).catch((error: unknown) => {
    expect(String(error)).toMatch(/openapi\.yaml:\d+:\d+ error/);
    return undefined;
  });
};

describe("no text of a document becomes code", () => {
  test(`there are at least eighty vectors`, () => {
    expect(vectors.length).toBeGreaterThanOrEqual(80);
  });

  test.each(vectors)("as $place: $payload", async ({ place, payload }) => {
    const hostile = await generated(place, payload);
    if (hostile === undefined) return;
    const harmless = await generated(place, "harmless");
    for (const [path, text] of hostile) {
      if (path === "examples.ts" && payload === "__proto__" && lacksSample.has(place)) continue;
      expect(shape(text), path).toBe(shape(harmless?.get(path) ?? ""));
    }
  });

  test("most of them are generated, not refused", async () => {
    const all = await Promise.all(vectors.map(({ place, payload }) => generated(place, payload)));
    expect(all.filter((output) => output !== undefined).length).toBeGreaterThan(
      vectors.length * 0.8,
    );
  });

  test("the outputs compile with the worst text in each place", async () => {
    const made = await Promise.all(
      Object.keys(allPlaces).map(async (place, index) => {
        const output = await generated(place, `*/"'\`\${}\u2028\n${payloads[0]}`);
        return [...(output ?? [])].map(([path, text]) => [`place-${index}/${path}`, text] as const);
      }),
    );
    // One program: the compiler's own declarations are checked once, not once a place.
    expect(compile(new Map(made.flat()))).toEqual([]);
  });
});
