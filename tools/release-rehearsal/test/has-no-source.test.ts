import { expect, test } from "vitest";
import { hasNoSource } from "../src/has-no-source.ts";

const virtual = String.raw`// \0node:child_process`;

const rows = [
  {
    name: "what only passes on has no code to map",
    given: 'import { a } from "./shared/a.js";\nexport { a };\n',
    want: true,
  },
  {
    name: "what a build writes in place of a module of Node has no file",
    given: `import { n } from "./rolldown-runtime.js";\n${virtual}\nvar load;\nexport { load };\n`,
    want: true,
  },
  { name: "a module has a file", given: "// src/a.ts\nconst a = 1;\nexport { a };\n", want: false },
  {
    name: "a module beside such a one has a file",
    given: `${virtual}\nvar load;\n// src/a.ts\nconst a = 1;\n`,
    want: false,
  },
  { name: "code without a heading is somebody's", given: "const a = 1;\n", want: false },
] as const;

test.each(rows)("$name", ({ given, want }) => {
  expect(hasNoSource(given)).toBe(want);
});
