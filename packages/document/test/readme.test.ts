import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { diagnosticCodes, isAdjustable } from "../src/diagnostic-codes.ts";
import type { DiagnosticCode } from "../src/diagnostic-codes.ts";
import { loadDocument } from "../src/load-document.ts";
import { renderDiagnostics } from "../src/render-diagnostics.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

function isCode(text: string): text is DiagnosticCode {
  return Object.hasOwn(diagnosticCodes, text);
}

test("the README lists every code, with its severity and whether it can be changed", () => {
  const listed = [...readme.matchAll(/^\| `([a-z0-9-]+)` ?(\*?)\s*\| (error|warning)\s*\|/gm)].map(
    ([, code, star, severity]) => `${code} ${severity} ${star === "*"}`,
  );
  const codes = Object.keys(diagnosticCodes).filter(isCode);
  const want = codes.map((code) => `${code} ${diagnosticCodes[code]} ${isAdjustable(code)}`);
  expect(listed.toSorted()).toEqual(want.toSorted());
});

test("the README shows a diagnostic as it is rendered", () => {
  const bytes = `openapi: 3.1.1
info: { title: Pets, version: "1" }
paths: {}
components:
  schemas:
    Pet:
      type: object
      properties:
        name: { type: strnig }
`;
  const { diagnostics, sources } = loadDocument({ file: "api.yaml", bytes });
  const rendered = renderDiagnostics(diagnostics, sources);
  expect(readme).toContain(rendered.slice(0, rendered.indexOf("\n\n1 error")));
});
