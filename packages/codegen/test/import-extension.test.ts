import { expect, test } from "vitest";
import { withImportExtension } from "../src/import-extension.ts";

const rows = [
  {
    name: "an import",
    given: 'import type { A } from "./types.ts";\n',
    want: 'import type { A } from "./types.js";\n',
  },
  {
    name: "a re-export",
    given: 'export type * from "./client.ts";\n',
    want: 'export type * from "./client.js";\n',
  },
  {
    name: "text in a comment",
    given: '/**\n * import type { A } from "./types.ts";\n */\n',
    want: '/**\n * import type { A } from "./types.ts";\n */\n',
  },
  {
    name: "text in a string",
    given: 'export const a = "\\nimport { A } from \\"./types.ts\\";";\n',
    want: 'export const a = "\\nimport { A } from \\"./types.ts\\";";\n',
  },
] as const;

test.each(rows)("the extension of $name is what it should be", ({ given, want }) => {
  expect(withImportExtension(given, "js")).toBe(want);
  expect(withImportExtension(given, "ts")).toBe(given);
});
