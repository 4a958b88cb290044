import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runMeasured, type ProcessUsage } from "../run-measured.ts";
import type { Contender, Metric, Sample, Scenario } from "../scenario.ts";
import type { Workbench } from "../workbench.ts";

const metrics: readonly Metric[] = [
  { name: "cpu", unit: "ms" },
  { name: "wall", unit: "ms" },
  { name: "peak", unit: "MB" },
];

const sampleOf = ({ cpuMs, wallMs, peakMb }: ProcessUsage): Sample => ({
  cpu: cpuMs,
  wall: wallMs,
  peak: peakMb,
});

interface Reviewers {
  readonly ours: (...flags: readonly string[]) => () => Promise<Sample>;
  readonly peer: Contender;
  readonly nothing: Contender;
}

/** Our command and Redocly's, on two versions of a document. Both answer a breaking change with status 1. */
async function prepareReviewers(bench: Workbench, base: string, head: string): Promise<Reviewers> {
  const peers = await bench.peers();
  const project = await bench.project("review");
  const binary = join(
    project,
    "node_modules/@flex-channels/contract-review/bin/contract-review.js",
  );
  const run = async (...args: readonly string[]): Promise<Sample> =>
    sampleOf(await runMeasured(bench, args, { cwd: bench.directory, statuses: [0, 1] }));
  const redocly = peers.file("@redocly/cli", "bin", "cli.js");
  // It asks its vendor for updates and reports its use, unless it is told not to.
  const quiet = {
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
    REDOCLY_SUPPRESS_NOTIFICATIONS: "true",
    REDOCLY_TELEMETRY: "off",
  };
  return {
    ours:
      (...flags) =>
      () =>
        run(binary, "--base", base, "--head", head, ...flags),
    peer: {
      name: "redocly diff",
      version: await peers.version("@redocly/cli"),
      run: async () =>
        sampleOf(
          await runMeasured(bench, [redocly, "diff", base, head], {
            cwd: bench.directory,
            statuses: [0, 1],
            env: quiet,
          }),
        ),
    },
    nothing: { name: "nothing", version: process.version, run: () => run("--eval", "") },
  };
}

/** The everyday case: a small document with one breaking change. */
export const reviewChannel: Scenario = {
  name: "review-channel",
  measures:
    "the review of the channel document against a copy whose channel may lack its `task_sid`, which breaks messages and types; `wire` leaves the compiler's proof out",
  metrics,
  rounds: 11,
  budgets: [
    {
      kind: "excess",
      metric: "cpu",
      contender: "contract-review (wire)",
      peer: "nothing",
      atMost: 150,
    },
    { kind: "excess", metric: "cpu", contender: "contract-review", peer: "nothing", atMost: 1500 },
  ],
  prepare: async (bench) => {
    const base = join(bench.directory, "base.yaml");
    const head = join(bench.directory, "head.yaml");
    const text = await readFile(join(bench.repository, "spec", "openapi.yaml"), "utf8");
    const changed = text.replace(/^ +- task_sid\n/m, "");
    if (changed === text) throw new Error("the channel document requires no task_sid");
    await writeFile(base, text);
    await writeFile(head, changed);
    const reviewers = await prepareReviewers(bench, base, head);
    return [
      { name: "contract-review (wire)", run: reviewers.ours("--promise", "wire") },
      { name: "contract-review", peerOf: "contract-review", run: reviewers.ours() },
      reviewers.peer,
      reviewers.nothing,
    ];
  },
};

/** Two releases of a large real document. */
export const reviewLarge: Scenario = {
  name: "review-large",
  measures:
    "the review of two releases of a real document of 11 MB (@octokit/openapi, ghes-3.18 and ghes-3.19), without the compiler's proof",
  metrics,
  rounds: 3,
  budgets: (["cpu", "peak"] as const).map((metric) => ({
    kind: "ratio",
    metric,
    contender: "contract-review (wire)",
    peer: "redocly diff",
    atMost: 0.5,
  })),
  prepare: async (bench) => {
    const documents = await bench.documents();
    const file = (name: string): string => documents.file("@octokit/openapi", "generated", name);
    const reviewers = await prepareReviewers(bench, file("ghes-3.18.json"), file("ghes-3.19.json"));
    return [
      { name: "contract-review (wire)", run: reviewers.ours("--promise", "wire") },
      reviewers.peer,
      reviewers.nothing,
    ];
  },
};
