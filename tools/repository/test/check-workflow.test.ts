import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { loadWorkflowLinter } from "../src/check-workflow.ts";
import type { WorkflowLinter } from "../src/check-workflow.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const folder = join(root, ".github");
const files = (await readdir(folder, { recursive: true })).filter((name) => /\.ya?ml$/.test(name));

const hash = "08c6903cd8c0fde910a37f88322edcfb5dd907a8";
const workflow = (step: string, top = "permissions: {}"): string =>
  `on: pull_request\n${top}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - ${step}\n`;

const privileged = (step: string): string =>
  workflow(step).replace(
    "on: pull_request",
    "on: { workflow_run: { workflows: [A], types: [completed] } }",
  );

/** An expression of GitHub's, put together so that nobody takes it for a template of ours. */
const untrusted = ["run: echo $", "{{ github.event.pull_request.title }}"].join("");

const rows = [
  {
    name: "a pinned action is fine",
    given: workflow(`uses: actions/setup-node@${hash}`),
    want: [],
  },
  {
    name: "a checkout that keeps its token without saying so is refused",
    given: workflow(`uses: actions/checkout@${hash}`),
    want: [/`persist-credentials` written out/],
  },
  {
    name: "a checkout without a token is fine",
    given: workflow(`{ uses: actions/checkout@${hash}, with: { persist-credentials: false } }`),
    want: [],
  },
  {
    name: "a number in a script is refused like any other expression",
    given: workflow(["run: echo $", "{{ github.event.number }}"].join("")),
    want: [/no expression in a script/],
  },
  {
    name: "a stranger's change with the repository's token is refused",
    given: workflow("run: 'true'").replace("on: pull_request", "on: pull_request_target"),
    want: [/no pull_request_target/],
  },
  {
    name: "a stranger's commit in a privileged workflow is refused",
    given: privileged(
      `{ uses: actions/checkout@${hash}, with: { persist-credentials: false, ref: feature } }`,
    ),
    want: [/checkout of the default branch/],
  },
  {
    name: "a stranger's artifact on the disk of a privileged workflow is refused",
    given: privileged(`uses: actions/download-artifact@${hash}`),
    want: [/no artifact on the disk/],
  },
  {
    name: "an action by tag is refused",
    given: workflow("uses: actions/setup-node@v5"),
    want: [/pinned by commit hash, received actions\/setup-node@v5/],
  },
  {
    name: "a workflow without permissions on top is refused",
    given: workflow("run: 'true'", "name: a"),
    want: [/permissions: \{\}/],
  },
  {
    name: "a pull request's title in a script is refused",
    given: workflow(untrusted),
    want: [/potentially untrusted/, /no expression in a script/],
  },
  { name: "a misspelt key is refused", given: workflow("runs: 'true'"), want: [/runs/, /run/] },
] as const;

describe("workflows", () => {
  let lint: WorkflowLinter = () => [];
  beforeAll(async () => {
    lint = await loadWorkflowLinter();
  });

  test.each(rows)("$name", ({ given, want }) => {
    const messages = lint(".github/workflows/a.yml", given).map(({ message }) => message);
    expect(messages).toHaveLength(want.length);
    for (const [index, pattern] of want.entries()) expect(messages[index]).toMatch(pattern);
  });

  test("there are workflows to lint", () => {
    expect(files).toContain("workflows/ci.yml");
  });

  test.each(files)("%s is clean", async (file) => {
    expect(lint(`.github/${file}`, await readFile(join(folder, file), "utf8"))).toEqual([]);
  });
});
