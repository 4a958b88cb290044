import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readDocument } from "../src/read-document.ts";
import { brief } from "./sound.ts";

const folder = mkdtempSync(join(tmpdir(), "document-"));
const inside = join(folder, "inside");
mkdirSync(join(inside, "parts"), { recursive: true });
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const given = (reference: string): string => `openapi: 3.1.1
info: { title: T, version: "1" }
paths: {}
components: { schemas: { A: { $ref: "${reference}" } } }
`;

function write(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

test("a document is read from the disk", () => {
  write("inside/b.yaml", "B: { type: string }\n");
  const result = readDocument(write("inside/api.yaml", given("b.yaml#/B")), {
    allowExternal: ["b.yaml"],
  });
  expect(result.diagnostics).toEqual([]);
  expect(result.kind).toBe("loaded");
});

test("a file beside it is not read unasked", () => {
  const result = readDocument(write("inside/unasked.yaml", given("b.yaml#/B")));
  expect(result.diagnostics.map(({ code }) => code)).toEqual(["reference-external"]);
});

test("a symbolic link that leads out of the folder is not followed", () => {
  write("secret.yaml", "B: { type: string }\n");
  symlinkSync(join(folder, "secret.yaml"), join(inside, "parts", "link.yaml"));
  symlinkSync(folder, join(inside, "up"));
  for (const reference of ["parts/link.yaml", "up/secret.yaml"]) {
    const result = readDocument(write("inside/link.yaml", given(`${reference}#/B`)), {
      allowExternal: ["parts/", "up/"],
    });
    expect(result.diagnostics.map(({ code }) => code)).toEqual(["reference-unreadable"]);
  }
});

test("a symbolic link inside the folder is followed", () => {
  write("inside/parts/real.yaml", "B: { type: string }\n");
  symlinkSync(join(inside, "parts", "real.yaml"), join(inside, "parts", "alias.yaml"));
  const result = readDocument(write("inside/alias.yaml", given("parts/alias.yaml#/B")), {
    allowExternal: ["parts/"],
  });
  expect(result.diagnostics).toEqual([]);
});

test("a file that is missing is told of", () => {
  const file = join(folder, "nowhere.yaml");
  const { kind, diagnostics, sources } = readDocument(file);
  expect(kind).toBe("refused");
  expect(diagnostics.map((diagnostic) => `${diagnostic.file} ${brief(diagnostic)}`)).toEqual([
    `${file} file-missing 1:1-1:1`,
  ]);
  expect(diagnostics[0]?.hint).toContain("path");
  expect(sources).toEqual([{ file, text: "" }]);
});

test("a folder in place of a file is told of", () => {
  const { diagnostics } = readDocument(folder);
  expect(diagnostics.map(({ code, received }) => [code, received])).toEqual([
    ["file-unreadable", "a folder (EISDIR)"],
  ]);
});

test("a file that is too large is not read", () => {
  const file = write("large.yaml", "");
  // Larger than any buffer may be: reading it would fail in another way.
  truncateSync(file, 2 ** 40);
  const { diagnostics } = readDocument(file);
  expect(diagnostics.map(({ code, received }) => [code, received])).toEqual([
    ["too-large", "1099511627776 bytes"],
  ]);
});
