import { expect, test } from "vitest";
import { loadDocument } from "../src/load-document.ts";

const head = 'openapi: 3.1.1\ninfo: { title: T, version: "1" }\npaths: {}\n';

function codes(bytes: string, file = "api.yaml", exampleTimeoutMs = 10_000): readonly string[] {
  const { diagnostics } = loadDocument({ file, bytes }, { exampleTimeoutMs });
  return [...new Set(diagnostics.map(({ code }) => code))];
}

function chain(length: number, schema: (next: string, index: number) => unknown): string {
  const schemas = Object.fromEntries(
    Array.from({ length }, (_, index) => [
      `S${index}`,
      schema(`#/components/schemas/S${index + 1}`, index),
    ]),
  );
  return JSON.stringify({
    openapi: "3.1.1",
    info: { title: "T", version: "1" },
    components: { schemas: { ...schemas, [`S${length}`]: { type: "string" } } },
  });
}

/** Each would hang, overflow the stack or fill the memory of a careless reader. */
const rows: readonly { name: string; given: string; file?: string; want: readonly string[] }[] = [
  {
    name: "a billion laughs",
    given: `${head}${Array.from(
      { length: 40 },
      (_, index) =>
        `x-${index}: &a${index} [${index === 0 ? "1" : `*a${index - 1},`.repeat(9).slice(0, -1)}]`,
    ).join("\n")}\n`,
    want: ["alias-expansion"],
  },
  {
    name: "one anchor with a hundred thousand aliases",
    given: `${head}x-a: &a 1\nx-b: [${"*a,".repeat(100_000)}]\n`,
    want: [],
  },
  {
    name: "brackets without end in JSON",
    given: "[".repeat(1_000_000),
    file: "a.json",
    want: ["syntax"],
  },
  { name: "brackets without end in YAML", given: "[".repeat(50_000), want: ["nesting-too-deep"] },
  {
    name: "deep JSON",
    given: `${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}`,
    file: "a.json",
    want: ["nesting-too-deep"],
  },
  { name: "deep block sequences", given: "- ".repeat(20_000), want: ["nesting-too-deep"] },
  { name: "deep explicit keys", given: "? ".repeat(20_000), want: ["nesting-too-deep"] },
  { name: "many quotes", given: '"'.repeat(20_001), want: ["syntax"] },
  {
    name: "a long chain of references",
    given: chain(20_000, ($ref) => ({ $ref })),
    file: "a.json",
    want: [],
  },
  {
    name: "a long chain of allOf",
    given: chain(20_000, ($ref) => ({ allOf: [{ $ref }] })),
    file: "a.json",
    want: [],
  },
  {
    name: "a long chain of allOf that requires what nobody declares",
    given: chain(2000, ($ref, index) => ({
      properties: { [`p${index}`]: {} },
      required: ["x"],
      allOf: [{ $ref }],
    })),
    file: "a.json",
    want: ["required-undeclared", "required-unlisted"],
  },
  {
    name: "a long chain of references with an example",
    given: chain(20_000, ($ref, index) => (index === 0 ? { $ref, examples: ["x"] } : { $ref })),
    file: "a.json",
    want: ["example-unchecked"],
  },
  {
    name: "an example of a schema that recurses at once through anyOf",
    given: `${head}components: { schemas: { A: { anyOf: [{ $ref: "#/components/schemas/A" }], examples: [1] } } }\n`,
    want: ["example-unchecked"],
  },
  {
    name: "many mistyped references among many names",
    given: JSON.stringify({
      openapi: "3.1.1",
      info: { title: "T", version: "1" },
      components: {
        schemas: Object.fromEntries(
          Array.from({ length: 3000 }, (_, index) => [
            `Schema${index}`,
            { $ref: `#/components/schemas/Shema${index + 5000}` },
          ]),
        ),
      },
    }),
    file: "a.json",
    want: ["reference-unknown"],
  },
  {
    name: "a path of many parameters",
    given: JSON.stringify({
      openapi: "3.1.1",
      info: { title: "T", version: "1" },
      paths: {
        [`/${Array.from({ length: 5000 }, (_, index) => `{p${index}}`).join("")}`]: {
          parameters: Array.from({ length: 5000 }, (_, index) => ({
            name: `p${index}`,
            in: "path",
            required: true,
            schema: {},
          })),
          get: {},
        },
      },
    }),
    file: "a.json",
    want: ["nesting-too-deep"],
  },
  {
    name: "a very long key that is mistyped",
    given: `${head}components: { schemas: { A: { ? ${"a".repeat(100_000)} : 1 } } }\n`,
    want: [],
  },
];

test.each(rows)("$name comes to an end", ({ given, file, want }) => {
  expect(codes(given, file)).toEqual(want);
});

test("a pattern that backtracks without end is stopped", () => {
  const given = `${head}components:
  schemas:
    A: { type: string, pattern: "^(a+)+$", example: "${"a".repeat(60)}!" }
    B: { type: integer, example: one }
`;
  const { diagnostics } = loadDocument(
    { file: "api.yaml", bytes: given },
    { exampleTimeoutMs: 200 },
  );
  expect(diagnostics.map(({ code, pointer }) => [code, pointer])).toEqual([
    ["example-unchecked", "/components/schemas/A/example"],
  ]);
});
