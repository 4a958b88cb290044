// Generates from documents that nobody here wrote, compiles the output with every TypeScript that is
// promised, under the strictest flags each knows, and calls a sample of the operations through the
// client against the mock. `pnpm --filter @flex-channels/trials run documents [part of a path]`.
import { cp, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanEnvironment } from "@flex-channels/gear/clean-environment";
import { installGear } from "@flex-channels/gear/install-gear";
import { runCommand } from "@flex-channels/gear/run-command";
import { knownDocuments } from "./known-documents.ts";
import { copyPackages } from "./workspace-copy.ts";

const here = join(import.meta.dirname, "..");
const log = (line: string): void => void process.stderr.write(`${line}\n`);

const gear = await installGear({
  manifestDirectory: join(here, "gear", "documents"),
  cacheDirectory: join(here, ".cache", "documents"),
  log,
});

const wanted = process.argv[2] ?? "";
const trials = knownDocuments(gear).filter(({ path }) => path.includes(wanted));
if (trials.length === 0) throw new Error(`No document of the list has "${wanted}" in its path.`);

/** What these documents do against their own words or the specification's; none of it stops code. */
const severities = [
  "example-mismatch=off",
  "default-mismatch=off",
  "path-conflict=off",
  "required-undeclared=off",
  "nullable-in-3-1=off",
];

const strictest = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  target: "es2022",
  lib: ["es2022"],
  types: [],
  module: "nodenext",
  noEmit: true,
  allowImportingTsExtensions: true,
};
const since57 = {
  rewriteRelativeImportExtensions: true,
  declaration: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
};
const compilers = [
  { name: "typescript-5.4", flags: strictest },
  { name: "typescript-5.9", flags: { ...strictest, ...since57 } },
  { name: "typescript-6", flags: { ...strictest, ...since57 } },
  { name: "typescript-7", flags: { ...strictest, ...since57 } },
];

await using copy = await copyPackages();
const contract = join(copy.folder, "packages", "contract");
const client = join(copy.folder, "packages", "client");
const program = join(client, "call-operations.ts");
await cp(join(here, "programs", "call-operations.ts"), program);

/** Memory that a compiler may use; the defaults of Node leave less on small machines. */
const maxCompilerMb = 4096;

const env = cleanEnvironment(process.env, {});
const node = (cwd: string, ...args: readonly string[]) =>
  runCommand(process.execPath, args, { cwd, env, timeoutMs: 600_000 });
const source = "--conditions=@flex-channels/source";

/**
 * Every operation has a method, and nine in ten find their example. The others are paths that match
 * the same URLs as another, and errors that a mock made of the document alone cannot avoid.
 */
const isMostly = (counts: Readonly<Record<string, number>>): boolean => {
  const { success = 0, contract: contradicted = 0, "no-method": missing = 0 } = counts;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return missing === 0 && success + contradicted >= 0.9 * all;
};

/** What a compiler says of itself. */
const costOf = (diagnostics: string): string => {
  const kilobytes = /^Memory used:\s+(\d+)K/m.exec(diagnostics)?.[1];
  const seconds = /^Total time:\s+([\d.]+)s/m.exec(diagnostics)?.[1];
  return `${seconds ?? "?"} s, ${Math.round(Number(kilobytes ?? Number.NaN) / 1024)} MB`;
};

let failed = 0;
const check = (claim: string, holds: boolean, why: string): void => {
  log(`  ${holds ? "ok  " : "FAIL"} ${claim}`);
  if (holds) return;
  failed += 1;
  log(why.slice(0, 2_000));
};

for (const { path: document, refusedFor } of trials) {
  const { size } = await stat(document);
  log(`${document.slice(gear.file("").length)} (${(size / 1e6).toFixed(1)} MB)`);
  const started = performance.now();
  const generated = await node(
    contract,
    source,
    join(copy.folder, "packages/codegen/src/cli.ts"),
    "generate",
    document,
    "--out",
    "src",
    "--no-format",
    "--severity",
    ...severities,
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (refusedFor !== undefined) {
    const place = new RegExp(`:\\d+:\\d+ error .*\\(${refusedFor}\\)\\n`);
    const holds = generated.status === 2 && place.test(generated.stderr);
    check(`refused with its place: ${refusedFor}`, holds, generated.stderr);
    continue;
  }
  check(`generated in ${seconds} s`, generated.status === 0, generated.stderr);
  if (generated.status !== 0) continue;

  for (const { name, flags } of compilers) {
    const config = join(contract, "tsconfig.trial.json");
    await writeFile(config, JSON.stringify({ compilerOptions: flags, include: ["src"] }));
    const tsc = gear.file(name, "bin", "tsc");
    const limit = `--max-old-space-size=${maxCompilerMb}`;
    const { status, stdout } = await node(contract, limit, tsc, "-p", config, "--diagnostics");
    check(`compiles with ${name} (${costOf(stdout)})`, status === 0, stdout);
  }

  const called = await node(client, source, program);
  const { operations, counts, failures } = JSON.parse(called.stdout || "{}") as {
    readonly operations?: number;
    readonly counts?: Readonly<Record<string, number>>;
    readonly failures?: readonly string[];
  };
  check(
    `${operations} operations; a sample called: ${JSON.stringify(counts)}`,
    called.status === 0 && isMostly(counts ?? {}),
    called.stderr + (failures ?? []).join("\n"),
  );
}
process.exitCode = failed === 0 ? 0 : 1;
