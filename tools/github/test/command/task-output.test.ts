import { expect, test } from "vitest";
import { taskOutput } from "../../src/command/task-output.ts";

const root = "/home/runner/work/channels/channels";

/** As turbo 2.11 and pnpm 12 write it. */
const framed = (seconds: string, ...lines: readonly string[]): string =>
  [
    "",
    "   • turbo 2.11.11",
    "   • Packages in scope: @example/contract",
    "   • Running fresh in 1 package",
    "   • Remote caching disabled",
    "",
    "cache miss, executing 05ed3785b0e2d227",
    "$ flex-codegen generate --check",
    ...lines,
    "[ELIFECYCLE] Command failed with exit code 1.",
    `@example/contract#fresh:  ERROR  command (${root}/packages/contract) ${root}/node_modules/.bin/pnpm run fresh exited (1)`,
    "",
    " Tasks:    2 successful, 3 total",
    "Cached:    2 cached, 3 total",
    `  Time:    ${seconds} `,
    "Failed:    @example/contract#fresh",
    "",
    " ERROR  run failed: command  exited (1)",
    "",
  ].join("\n");

const rows: readonly { readonly name: string; readonly given: string; readonly want: string }[] = [
  {
    name: "the task's own lines are left, whatever stands around them",
    given: framed("1.165s", "index.ts: edited by hand", "@@ -9,3 +9,2 @@", "-// x"),
    want: "index.ts: edited by hand\n@@ -9,3 +9,2 @@\n-// x",
  },
  {
    name: "two runs that took their time say the same",
    given: framed("974ms", "openapi.yaml: validated in 235ms", "", "", "1 error"),
    want: taskOutput(framed("2m1s", "openapi.yaml: validated in 1.2s", "", "1 error"), root),
  },
  {
    name: "files are named from the root",
    given: `Failed to parse ${root}/spec/openapi.yaml:`,
    want: "Failed to parse spec/openapi.yaml:",
  },
  {
    name: "a task that talks of time and of tasks keeps its words",
    given: "Time: flies\nTasks: none\nerror in 2 files",
    want: "Time: flies\nTasks: none\nerror in 2 files",
  },
  { name: "a program without a frame is left alone", given: "old\r\n", want: "old" },
];

test.each(rows)("$name", ({ given, want }) => {
  expect(taskOutput(given, root)).toBe(want);
});
