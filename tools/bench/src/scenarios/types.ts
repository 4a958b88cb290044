import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runOrThrow } from "@flex-channels/gear/run-or-throw";
import { runMeasured } from "../run-measured.ts";
import type { Budget, Contender, Sample, Scenario } from "../scenario.ts";
import { filters, syntheticDocument, type Width } from "../synthetic-document.ts";
import type { Workbench } from "../workbench.ts";

/** A consumer's program: so many calls, each of another operation, of a document with so many. */
interface Program {
  readonly calls: number;
  readonly operations: number;
  readonly width: Width;
}

const smallest: Program = { calls: 1, operations: 1, width: "narrow" };
const lost: Program = { calls: 1, operations: 1000, width: "narrow" };
const usual: Program = { calls: 100, operations: 450, width: "narrow" };
/** Each operation takes ten parameters and a body. */
const smallestWide: Program = { ...smallest, width: "wide" };
const lostWide: Program = { ...lost, width: "wide" };
const usualWide: Program = { ...usual, width: "wide" };
const programs = [smallest, lost, usual, smallestWide, lostWide, usualWide];

type Library = "client" | "openapi-fetch";

const nameOf = (library: Library, { calls, operations, width }: Program): string =>
  `${library}, ${calls} of ${operations}${width === "wide" ? " wide" : ""}`;

const budgetsOf = (one: Program, oneOfMany: Program, many: Program): readonly Budget[] => [
  { kind: "limit", metric: "instantiations", contender: nameOf("client", many), atMost: 1000 },
  {
    kind: "excess",
    metric: "instantiations",
    contender: nameOf("client", oneOfMany),
    peer: nameOf("client", one),
    atMost: 0,
  },
];

/** What a consumer's compiler pays for the size of a document. */
export const types: Scenario = {
  name: "types",
  measures:
    "a consumer that calls some operations of a generated contract, checked by tsc; wide operations take ten parameters and a body; openapi-fetch has the same documents through openapi-typescript",
  metrics: [
    { name: "instantiations", unit: "instantiations" },
    { name: "cpu", unit: "ms" },
    { name: "peak", unit: "MB" },
  ],
  rounds: 3,
  budgets: [...budgetsOf(smallest, lost, usual), ...budgetsOf(smallestWide, lostWide, usualWide)],
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
  const directory = join(bench.directory, `${program.width}-${program.operations}`);
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
  await writeFile(document, JSON.stringify(syntheticDocument(program.operations, program.width)));
  const binary = join(codegen, "node_modules/@flex-channels/codegen/bin/flex-codegen.js");
  await node(binary, "generate", document, "--out", join(contract, "src"));
  const tsc = peers.file("typescript", "lib", "tsc.js");
  await writeFile(join(contract, "tsconfig.json"), JSON.stringify(declarationConfig));
  await node(tsc, "--project", contract);

  for (const name of ["openapi-fetch", "openapi-typescript-helpers"]) {
    const target = join(client, "node_modules", name);
    await symlink(target, join(directory, "node_modules", name));
  }
  await writeFile(join(directory, "package.json"), JSON.stringify({ type: "module" }));
  await writeFile(join(directory, "client.ts"), clientProgram(program));
  await writeFile(join(directory, "openapi-fetch.ts"), openapiFetchProgram(program));
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

const sent = `{ id: "x", size: 1, state: "open" }`;
const query = `{ ${filters.map((name, index) => `${name}: ${index % 2 === 0 ? '"x"' : index}`).join(", ")} }`;

function clientProgram({ calls, width }: Program): string {
  const lines = Array.from({ length: calls }, (_, index) => {
    const call =
      width === "wide"
        ? `flex.changeThing${index}("x", { query: ${query}, body: ${sent} })`
        : `flex.fetchThing${index}("x")`;
    return `export const size${index}: number = (await ${call}).size;`;
  });
  return [
    `import { createFlexClient } from "@flex-channels/client";`,
    `const flex = createFlexClient();`,
    ...lines,
    "",
  ].join("\n");
}

function openapiFetchProgram({ calls, width }: Program): string {
  const lines = Array.from({ length: calls }, (_, index) => {
    const path = `"/v1/Thing${index}/{Id}"`;
    const call =
      width === "wide"
        ? `await client.POST(${path}, { params: { path: { Id: "x" }, query: ${query} }, body: ${sent} })`
        : `await client.GET(${path}, { params: { path: { Id: "x" } } })`;
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
