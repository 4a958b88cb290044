import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { commands, parseCommand } from "../src/commands.ts";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}
interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(import.meta.dirname, "..", "..", "..", ".github", "workflows");
const read = (name: string): { readonly text: string; readonly workflow: Workflow } => {
  const text = readFileSync(join(folder, name), "utf8");
  return { text, workflow: parse(text) as Workflow };
};
const release = read("release.yml");
const preview = read("preview.yml");
const jobs = Object.entries(release.workflow.jobs);
const all = [...jobs, ...Object.entries(preview.workflow.jobs)];

const writes = ({ permissions }: Job): boolean => Object.values(permissions).includes("write");
const runs = ({ steps }: Job): readonly string[] => steps.flatMap(({ run }) => run ?? []);

describe("release.yml", () => {
  test("one job publishes, with an identity and an approval; no other has either", () => {
    const identified = jobs.filter(([, job]) => "id-token" in job.permissions);
    expect(identified.map(([name]) => name)).toEqual(["publish"]);
    expect(jobs.filter(([, job]) => job.environment !== undefined)).toEqual(identified);
    expect(identified[0]?.[1].environment).toBe("npm");
    expect(identified[0]?.[1].permissions).toEqual({ contents: "read", "id-token": "write" });
  });

  test("no job that writes installs anything or runs a dependency's code", () => {
    const writing = jobs.filter(([, job]) => writes(job));
    expect(writing.map(([name]) => name)).toEqual(["propose", "publish", "tag"]);
    for (const [, job] of writing) {
      expect(runs(job).join("\n")).not.toMatch(
        /npm start|pnpm|npx|node_modules|npm (?:ci|install)/,
      );
      for (const run of runs(job)) expect(run).toMatch(/^node tools\/release\/src\/cli\.ts /);
    }
  });

  test("what another job made is held against the digest that it reported", () => {
    const receiving = jobs.filter(([, job]) =>
      job.steps.some(({ uses }) => uses?.startsWith("actions/download-artifact@")),
    );
    expect(receiving.map(([name]) => name)).toEqual(["propose", "publish", "tag"]);
    for (const [, job] of receiving) {
      const step = job.steps.find(({ run }) => run !== undefined);
      expect(step?.run).toContain('--digest "$DIGEST"');
      expect(step?.env?.["DIGEST"]).toMatch(
        /^\$\{\{ needs\.(?:version|pack)\.outputs\.digest \}\}$/,
      );
    }
  });

  test("it runs on the main branch only", () => {
    expect(release.workflow.on).toEqual({ push: { branches: ["main"] }, workflow_dispatch: null });
    expect(release.text).toContain("if: github.ref == 'refs/heads/main'");
  });
});

describe("preview.yml", () => {
  test("a pull request's code meets no secret and no right to write", () => {
    expect(Object.keys(preview.workflow.on)).toEqual(["pull_request"]);
    for (const job of Object.values(preview.workflow.jobs)) {
      expect(job.permissions).toEqual({ contents: "read" });
      expect(job.environment).toBeUndefined();
    }
  });
});

describe("both", () => {
  test("no secret is stored: none is named", () => {
    expect(release.text + preview.text).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN/);
  });

  test("a checkout keeps its token only where a job pushes", () => {
    for (const [, job] of all) {
      for (const { uses, with: given } of job.steps) {
        if (uses?.startsWith("actions/checkout@") !== true) continue;
        expect(given?.["persist-credentials"]).toBe(job.permissions["contents"] === "write");
      }
    }
  });

  test.each(all.flatMap(([, job]) => runs(job)).filter((run) => run.includes("cli.ts")))(
    "%s is a command that exists, with all it needs",
    (run) => {
      expect(() => parseCommand(wordsAfter(run, "cli.ts"))).not.toThrow();
    },
  );

  test("the version step is the script of the root manifest, and its arguments exist", () => {
    const run = runs(release.workflow.jobs["version"] ?? { permissions: {}, steps: [] }).find(
      (text) => text.includes("version-packages"),
    );
    const { scripts } = JSON.parse(
      readFileSync(join(folder, "..", "..", "package.json"), "utf8"),
    ) as { readonly scripts: Readonly<Record<string, string>> };
    const script = scripts["version-packages"] ?? "";
    const command = [...wordsAfter(script, "cli.ts"), ...wordsAfter(run ?? "", "version-packages")];
    expect(parseCommand(command)).toMatchObject({
      command: commands["version"],
      values: { patch: "version.patch" },
    });
  });
});

/** Words of a command line without a shell's quotes; a variable stands for itself. */
function wordsAfter(line: string, word: string): readonly string[] {
  const words = line.split(/\s+/).map((text) => text.replaceAll('"', ""));
  return words.slice(words.findIndex((text) => text.endsWith(word)) + 1);
}
