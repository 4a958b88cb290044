import { cp, rm, writeFile } from "node:fs/promises";
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

interface Generators {
  readonly ours: (output: string, ...flags: readonly string[]) => Promise<Sample>;
  readonly peer: (output: string) => Promise<Sample>;
  readonly nothing: () => Promise<Sample>;
  readonly peerVersion: string;
}

/** Our command line and openapi-typescript's, on the channel document. */
async function prepareGenerators(bench: Workbench): Promise<Generators> {
  const peers = await bench.peers();
  const project = await bench.project("codegen");
  const document = join(bench.directory, "openapi.yaml");
  // Output belongs to a package, and what a run leaves for the next one is kept there.
  await writeFile(join(bench.directory, "package.json"), JSON.stringify({ type: "module" }));
  await cp(join(bench.repository, "spec", "openapi.yaml"), document);
  const binary = join(project, "node_modules/@flex-channels/codegen/bin/flex-codegen.js");
  const peer = peers.file("openapi-typescript", "bin", "cli.js");
  const run = async (...args: readonly string[]): Promise<Sample> =>
    sampleOf(await runMeasured(bench, args, { cwd: bench.directory }));
  return {
    ours: (output, ...flags) => run(binary, "generate", document, "--out", output, ...flags),
    peer: (output) => run(peer, document, "--output", `${output}.ts`),
    nothing: () => run("--eval", ""),
    peerVersion: await peers.version("openapi-typescript"),
  };
}

/** What a generator costs when there is nothing to do: the usual case in a build. */
export const codegenUnchanged: Scenario = {
  name: "codegen-unchanged",
  measures: "the generator's command on the channel document when its output is there already",
  metrics,
  rounds: 15,
  budgets: [
    { kind: "excess", metric: "cpu", contender: "flex-codegen", peer: "nothing", atMost: 60 },
    {
      kind: "excess",
      metric: "cpu",
      contender: "flex-codegen --check",
      peer: "nothing",
      atMost: 60,
    },
  ],
  prepare: async (bench) => {
    const generators = await prepareGenerators(bench);
    const output = join(bench.directory, "unchanged");
    await generators.ours(output);
    return [
      { name: "flex-codegen", run: () => generators.ours(output) },
      {
        name: "flex-codegen --check",
        peerOf: "flex-codegen --check",
        run: () => generators.ours(output, "--check"),
      },
      {
        name: "openapi-typescript",
        version: generators.peerVersion,
        run: () => generators.peer(output),
      },
      { name: "nothing", version: process.version, run: generators.nothing },
    ];
  },
};

/** From nothing to everything, each time. */
export const codegenFull: Scenario = {
  name: "codegen-full",
  measures:
    "the generator's command on the channel document into an empty folder; ours also writes operation table, interfaces, validators and examples, and formats them with prettier where asked",
  metrics,
  rounds: 11,
  budgets: [
    {
      kind: "ratio",
      metric: "cpu",
      contender: "flex-codegen",
      peer: "openapi-typescript",
      atMost: 0.8,
    },
  ],
  prepare: async (bench) => {
    const generators = await prepareGenerators(bench);
    const output = join(bench.directory, "full");
    const fresh =
      (...flags: readonly string[]) =>
      async (): Promise<Sample> => {
        await rm(output, { recursive: true, force: true });
        return generators.ours(output, ...flags);
      };
    const contenders: readonly Contender[] = [
      { name: "flex-codegen", run: fresh() },
      {
        name: "flex-codegen --format",
        peerOf: "flex-codegen --format",
        run: fresh("--format"),
      },
      {
        name: "openapi-typescript",
        version: generators.peerVersion,
        run: () => generators.peer(output),
      },
      { name: "nothing", version: process.version, run: generators.nothing },
    ];
    return contenders;
  },
};
