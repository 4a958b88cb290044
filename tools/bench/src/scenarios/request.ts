import { cp, symlink } from "node:fs/promises";
import { join } from "node:path";
import { startProcess } from "@flex-channels/gear/start-process";
import { installProgram, program } from "../program.ts";
import { runMeasured } from "../run-measured.ts";
import type { Contender, Sample, Scenario } from "../scenario.ts";
import type { Workbench } from "../workbench.ts";

const ours = ["client", "client/core", "client/undici"] as const;
/** Of peers of another of ours than the first. */
const ourPeer: Readonly<Record<string, string | undefined>> = { undici: "client/undici" };
const peerNames = ["undici", "openapi-fetch", "ky", "axios"] as const;

/** CPU time of the caller; the server is another process, and counts for nobody. */
function requestScenario(name: string, concurrency: number, requests: number): Scenario {
  return {
    name,
    measures: `CPU time a request of a warm process that fetches the channel ${requests} times from a server on loopback, ${concurrency} at a time; \`fetch\` is the runtime's own with response.json(), and \`fetch, timed\` the same with a signal, a timer and redirects by hand: the floor of a client that cannot hang`,
    metrics: [
      { name: "cpu", unit: "µs" },
      { name: "wall", unit: "µs" },
      { name: "peak", unit: "MB" },
    ],
    rounds: 9,
    budgets: [
      { kind: "ratio", metric: "cpu", contender: "client", peer: "fetch", atMost: 1.15 },
      { kind: "ratio", metric: "cpu", contender: "client/undici", peer: "fetch", atMost: 0.65 },
    ],
    prepare: async (bench) => {
      const peers = await bench.peers();
      const ownProgram = await installProgram(await projectWithUndici(bench), "request-loop.mjs");
      const peerProgram = await installProgram(await bench.peerProject(), "request-loop.mjs");
      const server = bench.cleanUp.use(
        await startProcess(process.execPath, [program("serve-channel.mjs")], {
          cwd: bench.directory,
          env: bench.env,
          signal: bench.signal,
          ready: (line) => /^server (http:\S+)$/.exec(line)?.[1],
        }),
      );
      const contender = (library: string, file: string, version?: string): Contender => ({
        name: library,
        peerOf: file === ownProgram ? library : ourPeer[library],
        version,
        run: async () => {
          const counts = [String(concurrency), String(requests)];
          const args = [file, library, server.ready, ...counts];
          const usage = await runMeasured(bench, args, { cwd: bench.directory });
          const { cpu, wall }: Sample = JSON.parse(usage.stdout);
          return { cpu: cpu ?? Number.NaN, wall: wall ?? Number.NaN, peak: usage.peakMb };
        },
      });
      return [
        ...ours.map((library) => contender(library, ownProgram)),
        contender("fetch", peerProgram, process.version),
        contender("fetch, timed", peerProgram, process.version),
        ...(await Promise.all(
          peerNames.map(async (library) =>
            contender(library, peerProgram, await peers.version(library)),
          ),
        )),
      ];
    },
  };
}

/** The client, and beside it the same undici that is its peer. */
async function projectWithUndici(bench: Workbench): Promise<string> {
  const directory = join(bench.directory, "client");
  await cp(await bench.project("client"), directory, { recursive: true });
  const peers = await bench.peers();
  await symlink(peers.file("undici"), join(directory, "node_modules", "undici"));
  return directory;
}

export const requestSequential: Scenario = requestScenario("request-sequential", 1, 3000);
export const requestConcurrent: Scenario = requestScenario("request-concurrent", 50, 6000);
