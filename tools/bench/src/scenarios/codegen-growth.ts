import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runMeasured, type ProcessUsage } from "../run-measured.ts";
import type { Contender, Sample, Scenario } from "../scenario.ts";
import { shrinkDocument, type ShrinkableDocument } from "../shrink-document.ts";

interface Part {
  readonly name: string;
  /** Paths that are kept, with what they reach; absent: the document as it is. */
  readonly pathCount?: number;
}

const middle: Part = { name: "550 paths", pathCount: 550 };
const whole: Part = { name: "whole" };
const parts: readonly Part[] = [
  { name: "50 paths", pathCount: 50 },
  { name: "200 paths", pathCount: 200 },
  middle,
  whole,
];

const ourName = (part: Part): string => `flex-codegen, ${part.name}`;
const peerName = (part: Part): string => `openapi-typescript, ${part.name}`;

/** Growth with the size of a real document. */
export const codegenGrowth: Scenario = {
  name: "codegen-growth",
  measures:
    "the generator's command, unformatted, on parts of a real 13 MB document (@octokit/openapi; its first 50, 200 and 550 paths with what they reach, and the whole)",
  metrics: [
    { name: "cpu", unit: "ms" },
    { name: "cpu/MB", unit: "ms" },
    { name: "size", unit: "MB" },
    { name: "peak", unit: "MB" },
  ],
  rounds: 3,
  budgets: [
    {
      kind: "ratio",
      metric: "cpu",
      contender: ourName(middle),
      peer: peerName(middle),
      atMost: 1.1,
    },
    {
      kind: "ratio",
      metric: "cpu/MB",
      contender: ourName(whole),
      peer: ourName(middle),
      atMost: 1.1,
    },
  ],
  prepare: async (bench) => {
    const peers = await bench.peers();
    const documents = await bench.documents();
    const project = await bench.project("codegen");
    const binary = join(project, "node_modules/@flex-channels/codegen/bin/flex-codegen.js");
    const peer = peers.file("openapi-typescript", "bin", "cli.js");
    const peerVersion = await peers.version("openapi-typescript");
    const source = documents.file("@octokit/openapi", "generated", "api.github.com.json");
    const text = await readFile(source, "utf8");
    const output = join(bench.directory, "output");

    // Mistakes of the document that peers do not look at, and that would be refused. Examples and
    // defaults are not judged at all: no peer does that work.
    const mistakes = [
      "example-mismatch",
      "default-mismatch",
      "path-conflict",
      "required-undeclared",
    ];
    const config = { severities: Object.fromEntries(mistakes.map((code) => [code, "off"])) };
    await writeFile(join(bench.directory, "flex-codegen.config.json"), JSON.stringify(config));

    const contenders: Contender[] = [];
    for (const part of parts) {
      const document = join(bench.directory, `${part.name}.json`);
      await writeFile(document, partOf(text, part));
      const size = (await stat(document)).size / 1_000_000;
      const run = async (...args: readonly string[]): Promise<Sample> => {
        await rm(output, { recursive: true, force: true });
        return sampleOf(await runMeasured(bench, args, { cwd: bench.directory }), size);
      };
      contenders.push(
        {
          name: ourName(part),
          peerOf: ourName(part),
          run: () => run(binary, "generate", document, "--out", output),
        },
        {
          name: peerName(part),
          peerOf: ourName(part),
          version: peerVersion,
          run: () => run(peer, document, "--output", `${output}.ts`),
        },
      );
    }
    return contenders;
  },
};

function sampleOf({ cpuMs, peakMb }: ProcessUsage, size: number): Sample {
  return { cpu: cpuMs, "cpu/MB": cpuMs / size, size, peak: peakMb };
}

function partOf(text: string, { pathCount }: Part): string {
  if (pathCount === undefined) return text;
  const document: ShrinkableDocument = JSON.parse(text);
  return JSON.stringify(shrinkDocument(document, pathCount), undefined, 2);
}
