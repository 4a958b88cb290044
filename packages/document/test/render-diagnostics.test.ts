import { expect, test } from "vitest";
import { loadDocument } from "../src/load-document.ts";
import { renderDiagnostics } from "../src/render-diagnostics.ts";

function rendered(bytes: string, file = "api.yaml", color = false): string {
  const { diagnostics, sources } = loadDocument({ file, bytes });
  return renderDiagnostics(diagnostics, sources, { color });
}

test("a problem is shown with its place, its lines, what was meant and what to do", () => {
  const given = `openapi: 3.1.1
info:
  title: T
  version: "1"
  title: U
paths: {}
`;
  expect(rendered(given))
    .toBe(`api.yaml:5:3 error Key "title" stands twice in one object (duplicate-key)
  3 |   title: T
  4 |   version: "1"
> 5 |   title: U
    |   ^^^^^
  6 | paths: {}
  7 |
  expected: each key once
  received: "title" again
  hint:     Remove or rename one of the two: which one counts differs from reader to reader
  see:      api.yaml:3:3 first here

1 error
`);
});

test("errors and warnings are counted", () => {
  const given = `openapi: 3.1.1
info: { title: T, version: 1 }
paths: { /a: { get: { responses: { 200: { description: d }, 404: { description: d } } } } }
`;
  expect(rendered(given).trimEnd().split("\n").at(-1)).toBe("1 error, 2 warnings");
});

test("nothing is written of nothing", () => {
  expect(renderDiagnostics([], [])).toBe("");
});

test("colours are written only when asked for", () => {
  const given = "openapi: 4.0.0\n";
  expect(rendered(given)).not.toContain("\u001B");
  expect(rendered(given, "api.yaml", true)).toContain("\u001B[31merror");
});

test("a long line is cut around the place", () => {
  const filler = `"x-a":"${"a".repeat(5000)}"`;
  const given = `{"openapi":"3.1.1",${filler},"info":{"title":"T","version":1},${filler.replace("x-a", "x-b")},"paths":{}}`;
  const text = rendered(given, "api.json");
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThan(200);
  const frame = text.split("\n");
  const pointed = frame.findIndex((line) => line.includes("^"));
  const column = frame[pointed]?.indexOf("^") ?? -1;
  expect(frame[pointed - 1]?.charAt(column)).toBe("1");
});

test("what a terminal would obey, or nobody would see, is not written", () => {
  const text = rendered(
    'openapi: 3.1.1\ninfo: { title: T, version: "1" }\npaths: {}\n"\u001B[2J\u202E\u200B\u{E0041}evil": 1\n',
    "\u001B]0;title\u0007.yaml",
  );
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  expect(text).toContain("evil");
});

test("Unicode line ends do not shift the lines that are shown", () => {
  const given = `openapi: 3.1.1
info: { title: "a\u2028b\u2029c\u0085d", version: 1 }
paths: {}
`;
  const pointed = rendered(given).split("\n");
  const at = pointed.findIndex((line) => line.includes("^"));
  expect(pointed[at - 1]?.charAt(pointed[at]?.indexOf("^") ?? 0)).toBe("1");
  expect(pointed[at - 1]).toMatch(/^> 2 \|/);
});

test("a problem of a text that could not be read has no lines to show", () => {
  expect(rendered("")).toBe(`api.yaml:1:1 error The file holds nothing (empty)
  expected: an OpenAPI document
  received: nothing
  hint:     The smallest document has openapi, info and paths

1 error
`);
});
