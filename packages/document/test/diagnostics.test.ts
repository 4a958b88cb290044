import { expect, test } from "vitest";
import { loadDocument } from "../src/load-document.ts";
import type { LoadOptions } from "../src/load-options.ts";
import { diagnosticRows } from "./diagnostic-rows.ts";
import { marked } from "./marked.ts";
import { brief } from "./sound.ts";
import { diagnosticCodes } from "../src/diagnostic-codes.ts";

const limits: LoadOptions = {
  maxBytes: 100_000,
  maxDepth: 40,
  maxAliasValues: 1000,
  external: { allow: ["allowed.yaml"], read: () => undefined },
};

test.each(diagnosticRows)("$code is told of $name, exactly there", (row) => {
  const { text, range } = marked(row.given);
  const file = row.file ?? "api.yaml";
  const result = loadDocument({ file, bytes: row.encode?.(text) ?? text }, limits);
  expect(result.diagnostics.map(brief)).toEqual([`${row.code} ${range}`]);
  const [diagnostic] = result.diagnostics;
  expect(diagnostic?.severity).toBe(diagnosticCodes[row.code]);
  expect(result.kind).toBe(diagnosticCodes[row.code] === "error" ? "refused" : "loaded");
  expect(diagnostic?.file).toBe(file);
  expect(diagnostic?.message).not.toMatch(/[.]$/);
  expect(diagnostic?.expected).toMatch(/./);
  expect(diagnostic?.received).toMatch(/./);
  expect(diagnostic?.hint).toContain(row.hint ?? "");
  expect(diagnostic?.hint).toMatch(/./);
});

test("every code that a text can have has a row", () => {
  const covered = new Set(diagnosticRows.map(({ code }) => code));
  const codes: string[] = Object.keys(diagnosticCodes);
  // Of the disk: read-document.test.ts. Of the clock: hostile.test.ts.
  const elsewhere = new Set(["file-missing", "file-unreadable", "example-unchecked"]);
  expect(codes.filter((code) => !elsewhere.has(code)).toSorted()).toEqual([...covered].toSorted());
});
