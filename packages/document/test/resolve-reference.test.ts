import { expect, test } from "vitest";
import { ResolutionError, resolveReference } from "../src/resolve-reference.ts";
import { sound } from "./sound.ts";

const document = sound(`openapi: 3.1.1
info: { title: T, version: "1" }
paths:
  /a/{b}:
    parameters: [{ $ref: "#/components/parameters/C" }]
    get: { responses: { "200": { $ref: "#/components/responses/Again" } } }
components:
  parameters: { C: { $ref: "#/components/parameters/B" }, B: { name: b, in: path, required: true, schema: { $ref: "#a" } } }
  responses: { Again: { $ref: "#/components/responses/Ok", description: other }, Ok: { description: d } }
  schemas:
    A: { $anchor: a, type: string }
    Odd: { $ref: "#/x-odd/a~1b/c~0d/e%25f%20g" }
x-odd: { a/b: { c~d: { "e%f g": { type: integer } } } }
`);

const rows: readonly { given: string; want: string }[] = [
  { given: "/components/schemas/A", want: "/components/schemas/A" },
  { given: "/paths/~1a~1{b}/parameters/0", want: "/components/parameters/B" },
  { given: "/paths/~1a~1{b}/get/responses/200", want: "/components/responses/Ok" },
  { given: "/components/parameters/B/schema", want: "/components/schemas/A" },
  { given: "/components/schemas/Odd", want: "/x-odd/a~1b/c~0d/e%f g" },
];

test.each(rows)("$given leads to $want", ({ given, want }) => {
  expect(resolveReference(document, given).pointer).toBe(want);
});

test("an object with $ref can be asked with", () => {
  const { value } = resolveReference(document, { $ref: "#/components/schemas/Odd" });
  expect(value).toEqual({ type: "integer" });
});

test("every $ref of a loaded document is # and a pointer", () => {
  const references: string[] = [];
  JSON.stringify(document.value, (key, value: unknown) => {
    if (key === "$ref") references.push(String(value));
    return value;
  });
  expect(references).toHaveLength(6);
  expect(references.filter((text) => !text.startsWith("#/"))).toEqual([]);
});

const failures: readonly { name: string; given: string | { $ref: string } | object }[] = [
  { name: "a pointer that leads nowhere", given: "/components/schemas/Z" },
  { name: "text that is no pointer", given: "components" },
  { name: "a $ref that leads nowhere", given: { $ref: "#/z" } },
  { name: "a $ref to another file", given: { $ref: "a.yaml#/z" } },
];

test.each(failures)("$name is an error", ({ given }) => {
  const at = typeof given === "string" ? given : { $ref: "", ...given };
  expect(() => resolveReference(document, at)).toThrow(ResolutionError);
});

test("references that lead to each other are an error", () => {
  const value = { a: { $ref: "#/b" }, b: { $ref: "#/a" } };
  expect(() => resolveReference({ value }, "/a")).toThrow(ResolutionError);
});
