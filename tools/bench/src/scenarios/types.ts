import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runOrThrow } from "@flex-channels/gear/run-or-throw";
import { runMeasured } from "../run-measured.ts";
import type { Contender, Sample, Scenario } from "../scenario.ts";
import { syntheticDocument } from "../synthetic-document.ts";
import type { Workbench } from "../workbench.ts";

/** A consumer's program: so many calls, each of another operation, of a document with so many. */
interface Program {
  readonly calls: number;
  readonly operations: number;
}

const smallest: Program = { calls: 1, operations: 1 };
const lost: Program = { calls: 1, operations: 1000 };
const usual: Program = { calls: 100, operations: 450 };
const programs: readonly Program[] = [smallest, lost, usual];

type Library = "client" | "openapi-fetch";

const nameOf = (library: Library, { calls, operations }: Program): string =>
  `${library}, ${calls} of ${operations}`;

/** What a consumer's compiler pays for the size of a document. */
export const types: Scenario = {
  name: "types",
  measures:
    "a consumer that calls some operations of a generated contract, checked by tsc; openapi-fetch has the same documents through openapi-typescript",
  metrics: [
    { name: "instantiations", unit: "instantiations" },
    { name: "cpu", unit: "ms" },
    { name: "peak", unit: "MB" },
  ],
  rounds: 3,
  budgets: [
    {
      kind: "limit",
      metric: "instantiations",
      contender: nameOf("client", usual),
      atMost: 1000,
    },
    {
      kind: "excess",
      metric: "instantiations",
      contender: nameOf("client", lost),
      peer: nameOf("client", smallest),
      atMost: 0,
    },
  ],
  prepare: async (bench) => {
    const peers = await bench.peers();
    const contenders: Contender[] = [];
    for (const program of programs) {
      const directory = await prepareConsumer(bench, program);
      for (const library of ["client", "openapi-fetch"] as const) {
        contenders.push({
          name: nameOf(library, program),
          version: library === "client" ? undefined : await peers.version(library),
          peerOf: nameOf("client", program),
          run: () => check(bench, directory, `${library}.ts`),
        });
      }
    }
    return contenders;
  },
};

/** A project whose contract package is generated from a document of that size, as declarations. */
async function prepareConsumer(bench: Workbench, program: Program): Promise<string> {
  const peers = await bench.peers();
  const codegen = await bench.project("codegen");
  const client = await bench.project("client");
  const directory = join(bench.directory, `operations-${program.operations}`);
  const ours = join(directory, "node_modules", "@flex-channels");
  const contract = join(ours, "contract");
  const node = (...args: readonly string[]): Promise<string> =>
    runOrThrow(process.execPath, args, { cwd: directory, env: bench.env, signal: bench.signal });

  await mkdir(ours, { recursive: true });
  await cp(join(client, "node_modules", "@flex-channels", "client"), join(ours, "client"), {
    recursive: true,
  });
  await mkdir(contract);
  await cp(
    join(client, "node_modules", "@flex-channels", "contract", "package.json"),
    join(contract, "package.json"),
  );
  const document = join(directory, "openapi.json");
  await writeFile(document, JSON.stringify(syntheticDocument(program.operations)));
  const binary = join(codegen, "node_modules/@flex-channels/codegen/bin/flex-codegen.js");
  await node(binary, "generate", document, "--out", join(contract, "src"), "--no-format");
  const tsc = peers.file("typescript", "lib", "tsc.js");
  await writeFile(join(contract, "tsconfig.json"), JSON.stringify(declarationConfig));
  await node(tsc, "--project", contract);

  for (const name of ["openapi-fetch", "openapi-typescript-helpers"]) {
    const target = join(client, "node_modules", name);
    await symlink(target, join(directory, "node_modules", name));
  }
  await writeFile(join(directory, "package.json"), JSON.stringify({ type: "module" }));
  await writeFile(join(directory, "client.ts"), clientProgram(program.calls));
  await writeFile(join(directory, "openapi-fetch.ts"), openapiFetchProgram(program.calls));
  return directory;
}

const declarationConfig = {
  compilerOptions: {
    declaration: true,
    emitDeclarationOnly: true,
    allowImportingTsExtensions: true,
    rewriteRelativeImportExtensions: true,
    strict: true,
    target: "es2022",
    lib: ["es2023"],
    module: "nodenext",
    types: [],
    rootDir: "src",
    outDir: "dist",
  },
  include: ["src"],
};

function clientProgram(calls: number): string {
  const lines = Array.from({ length: calls }, (_, index) => {
    const name = `Thing${index}`;
    return `export const size${index}: number = (await flex.fetch${name}("x")).size;`;
  });
  return [
    `import { createFlexClient } from "@flex-channels/client";`,
    `const flex = createFlexClient();`,
    ...lines,
    "",
  ].join("\n");
}

function openapiFetchProgram(calls: number): string {
  const lines = Array.from({ length: calls }, (_, index) => {
    const path = `/v1/Thing${index}/{Id}`;
    const call = `await client.GET("${path}", { params: { path: { Id: "x" } } })`;
    return `export const size${index}: number | undefined = (${call}).data?.size;`;
  });
  return [
    `import createClient from "openapi-fetch";`,
    `import type { paths } from "./node_modules/@flex-channels/contract/dist/types.js";`,
    `const client = createClient<paths>();`,
    ...lines,
    "",
  ].join("\n");
}

async function check(bench: Workbench, directory: string, program: string): Promise<Sample> {
  const peers = await bench.peers();
  const flags = ["--noEmit", "--strict", "--skipLibCheck", "--extendedDiagnostics"];
  const target = ["--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom"];
  const { stdout, cpuMs, peakMb } = await runMeasured(
    bench,
    [peers.file("typescript", "lib", "tsc.js"), ...flags, ...target, program],
    { cwd: directory },
  );
  const instantiations = /^Instantiations:\s+(\d+)/m.exec(stdout)?.[1];
  if (instantiations === undefined) throw new Error(`tsc counted no instantiations:\n${stdout}`);
  return { instantiations: Number(instantiations), cpu: cpuMs, peak: peakMb };
}
