import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type JobPlace, runJob } from "../../src/workflow/run-job.ts";
import type { Job } from "../../src/workflow/workflow.ts";

let folder = "";
let heard = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "run-job-"));
  await mkdir(join(folder, "checkout"));
  heard = "";
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const place = (values: Readonly<Record<string, string>> = {}): JobPlace => ({
  checkout: join(folder, "checkout"),
  temp: join(folder, "temp"),
  artifacts: join(folder, "artifacts"),
  values,
  env: { PATH: process.env["PATH"] ?? "" },
  signal: new AbortController().signal,
  heard: (text) => {
    heard += text;
  },
});

const uses = (name: string): string => `actions/${name}@${"0".repeat(40)}`;

describe("runJob", () => {
  test("what a step reports is the job's output, and what it uploads the next job's file", async () => {
    const making: Job = {
      outputs: { digest: "${{ steps.make.outputs.digest }}" },
      steps: [
        { uses: uses("checkout") },
        { run: "npm start" },
        {
          id: "make",
          run: 'echo text > made.txt; echo "digest=$WORD" >> "$GITHUB_OUTPUT"; echo said',
          env: { WORD: "${{ word }}" },
        },
        { uses: uses("upload-artifact"), with: { name: "made", path: "made.txt" } },
      ],
    };
    expect(await runJob(making, place({ word: "d0" }))).toEqual({ digest: "d0" });
    expect(heard).toBe("said\n");
    const taking: Job = {
      steps: [
        { uses: uses("download-artifact"), with: { name: "made", path: "${{ runner.temp }}/in" } },
        { run: 'cat "$RUNNER_TEMP/in/made.txt"' },
      ],
    };
    await runJob(taking, place());
    expect(heard).toBe("said\ntext\n");
  });

  test("an action of the repository runs with its inputs, its defaults and its own folder", async () => {
    const action = join(folder, "checkout", "act");
    await mkdir(action);
    await writeFile(
      join(action, "action.yml"),
      [
        "inputs: { word: { default: hello }, gate: { default: 'true' } }",
        "runs:",
        "  using: composite",
        "  steps:",
        '    - run: echo "$WORD" > "$GITHUB_ACTION_PATH/word"',
        "      env: { WORD: '${{ inputs.word }}' }",
        "    - run: exit 1",
        "      if: inputs.gate == 'true'",
      ].join("\n"),
    );
    await runJob({ steps: [{ uses: "./act", with: { gate: "false" } }] }, place());
    expect(await readFile(join(action, "word"), "utf8")).toBe("hello\n");
    await expect(runJob({ steps: [{ uses: "./act" }] }, place())).rejects.toThrow(/status 1/);
  });

  test.each([
    { name: "a step that fails", given: { run: "false; true" }, want: /ended with status 1/ },
    { name: "a pipe that fails", given: { run: "false | true" }, want: /ended with status 1/ },
    {
      name: "an action that nobody knows",
      given: { uses: uses("unknown") },
      want: /does not know the action/,
    },
  ])("$name fails the job", async ({ given, want }) => {
    await expect(runJob({ steps: [given] }, place())).rejects.toThrow(want);
  });
});
