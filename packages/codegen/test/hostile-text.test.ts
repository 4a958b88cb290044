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

/** The kinds of all nodes but those of string contents, in the order of the text. */
const shape = (text: string): string => {
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

const vectors = Object.keys(places).flatMap((place) =>
  payloads.map((payload) => ({ place, payload })),
);

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
  const document = stringify(places[place]?.(text), { aliasDuplicateObjects: false });
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
      // The sampler cannot make a member of that name, so a made-up example goes without it.
      if (path === "examples.ts" && payload === "__proto__" && place === "property name") continue;
      expect(shape(text), path).toBe(shape(harmless?.get(path) ?? ""));
    }
  });

  test("most of them are generated, not refused", async () => {
    const all = await Promise.all(vectors.map(({ place, payload }) => generated(place, payload)));
    expect(all.filter((output) => output !== undefined).length).toBeGreaterThan(
      vectors.length * 0.8,
    );
  });

  test.each(Object.keys(places))("the output compiles with the worst text as %s", async (place) => {
    const output = await generated(place, `*/"'\`\${}\u2028\n${payloads[0]}`);
    expect(output === undefined ? [] : compile(output)).toEqual([]);
  });
});
