import { createRequire } from "node:module";
import { join } from "node:path";
import { program } from "../program.ts";
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
    const consumer = await bench.consumer();
    const contender = (name: string, file: string | undefined, version?: string): Contender => ({
      name,
      version,
      run: async () => {
        const args = [program("import-one.mjs"), ...(file === undefined ? [] : [file])];
        const { cpuMs, wallMs, peakMb, stdout } = await runMeasured(bench, args, { cwd: consumer });
        const { importMs }: { importMs: number } = JSON.parse(stdout);
        return { cpu: cpuMs, wall: wallMs, import: importMs, peak: peakMb };
      },
    });
    const ours = createRequire(join(consumer, "package.json"));
    const theirs = createRequire(join(peers.directory, "package.json"));
    return [
      contender("client", ours.resolve("@flex-channels/client")),
      contender("client/core", ours.resolve("@flex-channels/client/core")),
      ...(await Promise.all(
        peerNames.map(async (name) =>
          contender(name, theirs.resolve(name), await peers.version(name)),
        ),
      )),
      contender("nothing", undefined, process.version),
    ];
  },
};
