import { expect, test } from "vitest";
import { taskOutput } from "../src/task-output.ts";

const rows = [
  {
    name: "the frame of turbo and pnpm is left out",
    given: `   • turbo 2.11.11
   • Running generate in 13 packages
cache miss, executing 00c274e19057f9bb
$ flex-codegen generate
the task's own words
[ELIFECYCLE] Command failed with exit code 2.

 Tasks:    2 successful, 3 total
Cached:    2 cached, 3 total
  Time:    585ms
Failed:    a#generate

a#generate:  ERROR  command (/a/b) pnpm run generate exited (2)
 ERROR  run failed: command  exited (2)
`,
    want: "the task's own words",
  },
  {
    name: "a file is named from the repository's root",
    given: "../../spec/openapi.yaml:47:15 error The reference leads nowhere",
    want: "spec/openapi.yaml:47:15 error The reference leads nowhere",
  },
  {
    name: "a path further up is left as it is",
    given: "import './../../a.ts' of ../../../a.ts",
    want: "import './../../a.ts' of ../a.ts",
  },
  {
    name: "a code frame keeps its columns",
    given: "> 47 |   example\n     |   ^^^^^^^",
    want: "> 47 |   example\n     |   ^^^^^^^",
  },
];

test.each(rows)("$name", ({ given, want }) => {
  expect(taskOutput(given)).toBe(want);
});
