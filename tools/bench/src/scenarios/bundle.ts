import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { runOrThrow } from "@flex-channels/gear/run-or-throw";
import type { Contender, Scenario } from "../scenario.ts";
import type { Workbench } from "../workbench.ts";

const sid = `CH${"a".repeat(32)}`;
const address = `https://flex-api.twilio.com/v1/Channels/${sid}`;

/** The smallest program that fetches one channel with each library. */
const programs: readonly Program[] = [
  {
    name: "client",
    package: "@flex-channels/client",
    source: `import { createFlexClient } from "@flex-channels/client";
console.log(await createFlexClient().fetchChannel("${sid}"));`,
  },
  {
    name: "client/core",
    package: "@flex-channels/client",
    source: `import { createFlexClient } from "@flex-channels/client/core";
console.log(await createFlexClient().fetchChannel("${sid}"));`,
  },
  {
    name: "openapi-fetch",
    package: "openapi-fetch",
    source: `import createClient from "openapi-fetch";
const client = createClient({ baseUrl: "https://flex-api.twilio.com" });
console.log(await client.GET("/v1/Channels/{Sid}", { params: { path: { Sid: "${sid}" } } }));`,
  },
  {
    name: "ky",
    package: "ky",
    source: `import ky from "ky";
console.log(await ky("${address}").json());`,
  },
  {
    name: "axios",
    package: "axios",
    source: `import axios from "axios";
console.log((await axios.get("${address}")).data);`,
  },
];

interface Program {
  readonly name: string;
  readonly package: string;
  readonly source: string;
}

/** Bytes that a page downloads. */
export const bundle: Scenario = {
  name: "bundle",
  measures:
    "the smallest program that fetches one channel, bundled and minified by esbuild for the web, and gzipped at level 9",
  metrics: [
    { name: "gzip", unit: "kB" },
    { name: "minified", unit: "kB" },
  ],
  rounds: 1,
  budgets: [
    { kind: "limit", metric: "gzip", contender: "client", atMost: 6 },
    { kind: "limit", metric: "gzip", contender: "client/core", atMost: 4 },
  ],
  prepare: async (bench) => {
    const peers = await bench.peers();
    const consumer = await bench.project("client");
    return Promise.all(
      programs.map(async (program): Promise<Contender> => {
        const ours = program.name.startsWith("client");
        const modules = ours
          ? join(consumer, "node_modules")
          : join(peers.directory, "node_modules");
        return {
          name: program.name,
          peerOf: ours ? program.name : undefined,
          version: ours ? undefined : await peers.version(program.package),
          run: () => bundleSize(bench, program, modules),
        };
      }),
    );
  },
};

async function bundleSize(
  bench: Workbench,
  program: Program,
  modules: string,
): Promise<Record<string, number>> {
  const peers = await bench.peers();
  const stem = join(bench.directory, program.name.replace("/", "-"));
  await writeFile(`${stem}.mjs`, program.source);
  const args = [
    `${stem}.mjs`,
    "--bundle",
    "--minify",
    "--format=esm",
    "--platform=browser",
    "--target=es2022",
    "--log-level=error",
    `--outfile=${stem}.js`,
  ];
  await runOrThrow(peers.file(".bin", "esbuild"), args, {
    cwd: bench.directory,
    env: { ...bench.env, NODE_PATH: modules },
    signal: bench.signal,
  });
  const code = await readFile(`${stem}.js`);
  return {
    gzip: gzipSync(code, { level: 9 }).byteLength / 1000,
    minified: code.byteLength / 1000,
  };
}
