import { installProgram } from "../program.ts";
import { runMeasured } from "../run-measured.ts";
import type { Contender, Scenario } from "../scenario.ts";

const peerNames = ["openapi-fetch", "ky", "axios", "twilio"] as const;

/** What a program pays before its first line. */
export const importing: Scenario = {
  name: "import",
  measures:
    "a Node process that imports one library and ends; `import` is the import statement alone, in that process",
  metrics: [
    { name: "cpu", unit: "ms" },
    { name: "wall", unit: "ms" },
    { name: "import", unit: "ms" },
    { name: "peak", unit: "MB" },
  ],
  rounds: 21,
  budgets: [
    { kind: "ratio", metric: "cpu", contender: "client", peer: "openapi-fetch", atMost: 1.1 },
  ],
  prepare: async (bench) => {
    const peers = await bench.peers();
    const ours = await installProgram(await bench.project("client"), "import-one.mjs");
    const theirs = await installProgram(await bench.peerProject(), "import-one.mjs");
    const contender = (
      name: string,
      program: string,
      specifier: string | undefined,
      version?: string,
    ): Contender => ({
      name,
      version,
      peerOf: name.startsWith("client") ? name : undefined,
      run: async () => {
        const args = [program, ...(specifier === undefined ? [] : [specifier])];
        const usage = await runMeasured(bench, args, { cwd: bench.directory });
        const { importMs }: { importMs: number } = JSON.parse(usage.stdout);
        return { cpu: usage.cpuMs, wall: usage.wallMs, import: importMs, peak: usage.peakMb };
      },
    });
    return [
      contender("client", ours, "@flex-channels/client"),
      contender("client/core", ours, "@flex-channels/client/core"),
      ...(await Promise.all(
        peerNames.map(async (name) => contender(name, theirs, name, await peers.version(name))),
      )),
      contender("nothing", ours, undefined, process.version),
    ];
  },
};
