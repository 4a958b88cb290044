import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Github, startGithub } from "@flex-channels/github-replay";
import { parse } from "yaml";
import type { Analysis } from "../../src/analysis/analysis.ts";
import { writeAnalysis } from "../../src/analysis/write-analysis.ts";
import type { GateConfig } from "../../src/gate/gate-config.ts";
import type { Publication } from "../../src/publish/publication.ts";
import { connectGitHub } from "../../src/rest/connect-github.ts";

const workflow = join(
  import.meta.dirname,
  "..",
  "..",
  "..",
  "..",
  ".github/workflows/contract-review-comment.yml",
);

interface Job {
  readonly permissions: Readonly<Record<string, "read" | "write">>;
}

/** The permissions that the workflow asks for, so that a missing one is met here. */
export const permissions: Readonly<Record<string, "read" | "write">> = (
  parse(readFileSync(workflow, "utf8")) as { readonly jobs: { readonly tell: Job } }
).jobs.tell.permissions;

export const gate: GateConfig = {
  commands: { review: "review it", waive: "waive it", changeset: "declare it" },
  checks: [],
  judges: [".github/"],
};

export interface Setting extends AsyncDisposable {
  readonly github: Github;
  readonly waits: readonly number[];
  readonly publication: (run: number) => Publication;
}

/** `o/r` with a commit on `main` and one on `feature`, and a pull request. */
export async function githubSetting(): Promise<Setting> {
  const github = await startGithub({ repository: "o/r", tokens: { token: { permissions } } });
  const { state } = github;
  state.commit({ branch: "main", files: { "openapi.yaml": "one\n" } });
  state.commit({
    branch: "feature",
    parents: [state.head("main")],
    files: { "openapi.yaml": "two\n" },
  });
  const waits: number[] = [];
  return {
    github,
    waits,
    publication: (run) => ({
      github: connectGitHub({
        apiUrl: github.url,
        token: "token",
        repository: { owner: "o", name: "r" },
        wait: async (ms) => {
          waits.push(ms);
          return Promise.resolve();
        },
      }),
      run,
      workflow: ".github/workflows/contract-review.yml",
      name: "contract-review",
      author: "github-actions[bot]",
      serverUrl: "https://github.com",
      gate,
    }),
    [Symbol.asyncDispose]: async () => github[Symbol.asyncDispose](),
  };
}

/** An analysis of a commit: of an enum that grew, of nothing, of one more property. */
export function analysisOf(
  commit: string,
  kind: "breaking" | "compatible" | "untouched",
  rest: Partial<Analysis> = {},
): Analysis {
  const place = { file: "openapi.yaml", line: 3, column: 5 };
  const finding = {
    ruleId: "response-body-enum",
    promise: "wire",
    direction: "response",
    producer: "head",
    operations: ["GET /channels"],
    instanceLocation: "/200/body/application~1json/status",
    base: place,
    head: place,
    dependsOnConvention: false,
    fingerprint: "0123456789abcdef",
  } as const;
  const breaking = {
    ...finding,
    answer: "breaking",
    bump: "major",
    was: ["open"],
    now: ["open", "closed"],
    witness: { kind: "response", status: 200, message: {} },
    reason: "One side may send a message that the other side's document refuses.",
  } as const;
  const compatible = { ...finding, answer: "compatible", bump: "minor", reason: "Fine." } as const;
  const findings =
    kind === "breaking" ? [breaking] : kind === "compatible" ? [compatible] : ([] as const);
  const bump = kind === "breaking" ? "major" : kind === "compatible" ? "minor" : "none";
  return {
    commit,
    pull: 1,
    isTouched: kind !== "untouched",
    outcome: {
      kind: "reviewed",
      review: {
        tool: { name: "contract-review", version: "0.0.0" },
        head: { label: "head", file: "openapi.yaml", commit, text: "" },
        comparisons: [
          {
            base: { label: "base", file: "openapi.yaml", commit: "b".repeat(40), text: "" },
            bump,
            findings,
          },
        ],
        bump,
        allowed: "minor",
        passed: kind !== "breaking",
        waivers: { unused: [], expired: [] },
      },
    },
    omitted: 0,
    problems: [],
    checks: [],
    ...rest,
  };
}

/** A finished run of the analysis of a head, with its artifact. */
export async function finishedRun(
  { state }: Github,
  analysis: Analysis,
  run: Partial<Parameters<Github["state"]["addRun"]>[0]> = {},
): Promise<number> {
  const { id } = state.addRun({
    headSha: analysis.commit ?? "",
    headBranch: "feature",
    ...run,
  });
  state.uploadArtifact(id, {
    name: "contract-review",
    files: { "analysis.json": await writeAnalysis(analysis), "comment.md": "Whatever.\n" },
  });
  return id;
}

/** What stands in the conversation, by author. */
export function conversation({ state }: Github): readonly string[] {
  return [...state.comments.values()].map(
    ({ issue, author, body }) =>
      `#${String(issue)} ${author.login}: ${body.split("\n")[1] ?? body}`,
  );
}

/** Statuses in the order in which they were set. */
export function statuses({ state }: Github): readonly string[] {
  return state.statuses.map(
    ({ sha, state: kind, context, description }) =>
      `${sha.slice(0, 7)} ${context} ${kind}: ${description ?? ""}`,
  );
}
