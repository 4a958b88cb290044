import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

/** Names of the dependencies that a process has loaded after running this. */
function loadedAfter(statements: string): readonly string[] {
  const script = `
    import { createRequire } from "node:module";
    import { loadDocument, renderDiagnostics } from "@flex-channels/document";
    const head = { openapi: "3.1.1", info: { title: "T", version: "1" }, paths: {} };
    ${statements}
    const names = ["yaml", "jsonc-parser", "@cfworker", "@babel"];
    const files = Object.keys(createRequire(import.meta.url).cache);
    console.log(names.filter((name) => files.some((file) => file.includes("/node_modules/" + name + "/"))).join());
  `;
  const output = execFileSync(
    process.execPath,
    ["--conditions=@flex-channels/source", "--input-type=module", "--eval", script],
    { cwd: new URL("..", import.meta.url), encoding: "utf8" },
  );
  return output
    .trim()
    .split(",")
    .filter((name) => name !== "");
}

const rows = [
  {
    name: "importing the package",
    given: "void [loadDocument, renderDiagnostics, head];",
    want: [],
  },
  {
    name: "a JSON document",
    given: 'loadDocument({ file: "a.json", bytes: JSON.stringify(head) });',
    want: [],
  },
  {
    name: "a YAML document",
    given: 'loadDocument({ file: "a.yaml", bytes: JSON.stringify(head) });',
    want: ["yaml"],
  },
  {
    name: "a document with an example",
    given:
      'loadDocument({ file: "a.json", bytes: JSON.stringify({ ...head, components: { schemas: { A: { examples: [1] } } } }) });',
    want: ["@cfworker"],
  },
  {
    name: "a problem that is shown",
    given:
      'const { diagnostics, sources } = loadDocument({ file: "a.json", bytes: "{}" }); renderDiagnostics(diagnostics, sources);',
    want: ["@babel"],
  },
];

test.each(rows)("$name loads no more than it needs", ({ given, want }) => {
  expect(loadedAfter(given)).toEqual(want);
});
