// The only file that knows the command line; `run-generate.ts` does the work.
import { join, relative } from "node:path";
import { Command, CommanderError } from "commander";
import { checkSeverities, ConfigError, readConfig } from "./config.ts";
import type { Severities } from "./config.ts";
import { collapseDiagnostics } from "./collapse-diagnostics.ts";
import { exitStatus } from "./exit-status.ts";
import type { ExitStatus } from "./exit-status.ts";
import type { RunResult, RunSettings } from "./run-generate.ts";
import { version } from "./version.ts";

interface Flags {
  readonly out?: string;
  readonly check?: boolean;
  readonly json?: boolean;
  readonly format?: boolean;
  readonly severity?: readonly string[];
}

const relativePath = (path: string): string => relative(process.cwd(), path) || ".";

const jsonText = (result: RunResult): string =>
  `${JSON.stringify(
    {
      kind: result.kind,
      status: result.status,
      files: result.files,
      changes: result.changes.map(({ kind, path }) => ({ kind, path })),
      diagnostics: result.diagnostics,
    },
    undefined,
    2,
  )}\n`;

const count = (amount: number, noun: string): string =>
  `${amount} ${noun}${amount === 1 ? "" : "s"}`;

const sentence = (result: RunResult, settings: RunSettings): string => {
  const folder = relativePath(settings.out);
  switch (result.kind) {
    case "clean":
      return `${folder} is what ${relativePath(settings.document)} gives (${count(result.files.length, "file")}).\n`;
    case "written": {
      const foreign = result.changes.filter(({ kind }) => kind === "foreign");
      const written = result.changes.filter(({ kind }) => kind !== "foreign");
      return [
        ...written.map(
          ({ kind, path }) => `${kind === "extra" ? "removed" : "wrote"} ${join(folder, path)}\n`,
        ),
        ...foreign.map(
          ({ path }) => `${join(folder, path)} was not generated: move it out of the folder.\n`,
        ),
      ].join("");
    }
    case "drift":
    case "invalid-document":
      return "";
  }
};

const report = async (result: RunResult, settings: RunSettings, command: string): Promise<void> => {
  const color = process.stderr.isTTY && !process.env["NO_COLOR"];
  if (result.diagnostics.length > 0) {
    const { renderDiagnostics } = await import("@flex-channels/document");
    const { shown, more } = collapseDiagnostics(result.diagnostics);
    process.stderr.write(`${renderDiagnostics(shown, result.sources, { color })}\n`);
    for (const line of more) process.stderr.write(`${line}\n`);
  }
  if (result.kind === "drift") {
    const { renderChanges } = await import("./render-changes.ts");
    process.stderr.write(renderChanges(result.changes, command));
  }
  process.stdout.write(sentence(result, settings));
};

const run = async (document: string | undefined, flags: Flags): Promise<ExitStatus> => {
  const config = await readConfig(process.cwd());
  const settings: RunSettings = {
    document: document ?? config.document,
    out: flags.out ?? config.out,
    format: flags.format === false ? false : config.format,
    check: flags.check === true,
    severities: { ...config.severities, ...(await severitiesOf(flags.severity ?? [])) },
  };
  const { runGenerate } = await import("./run-generate.ts");
  const result = await runGenerate(settings);
  if (flags.json === true) process.stdout.write(jsonText(result));
  else await report(result, settings, mendCommand(document, flags));
  return result.status;
};

/** Reads `--severity code=level`. */
const severitiesOf = async (flags: readonly string[]): Promise<Severities> => {
  const severities = Object.fromEntries(
    flags.map((flag) => [flag.slice(0, flag.indexOf("=")), flag.slice(flag.indexOf("=") + 1)]),
  );
  await checkSeverities(severities, "--severity");
  return severities;
};

/** The command that was given, without `--check`: it writes what the check found wanting. */
const mendCommand = (document: string | undefined, flags: Flags): string =>
  [
    "flex-codegen generate",
    document,
    flags.out === undefined ? undefined : `--out ${flags.out}`,
    flags.format === false ? "--no-format" : undefined,
    ...(flags.severity ?? []).map((flag) => `--severity ${flag}`),
  ]
    .filter((word) => word !== undefined)
    .join(" ");

const help = `
Defaults come from flex-codegen.config.json in the working directory:
  {"document": "openapi.yaml", "out": "src/generated", "format": true, "severities": {}}
The output folder holds generated code and nothing else.

Examples:
  $ flex-codegen generate                         as the configuration says
  $ flex-codegen generate openapi.yaml --out src  without one
  $ flex-codegen generate --check                 in a test: is what is committed fresh?

Exit status: 0 clean or written, 1 the output differs from what the document gives (--check) or holds
a file that was not generated, 2 the document is invalid, 3 wrong usage or a file that cannot be
read or written.`;

const program = new Command("flex-codegen")
  .description("Generates TypeScript from an OpenAPI 3.0 or 3.1 document.")
  .version(version)
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text) });

let status: ExitStatus = exitStatus.clean;

program
  .command("generate")
  .description("Writes types, operation table, client interface, validators and examples.")
  .argument("[document]", "path of the document, YAML or JSON")
  .option("--out <folder>", "where the generated files go")
  .option("--check", "write nothing; show how the folder differs from what the document gives")
  .option("--json", "print the result as JSON")
  .option("--severity <code=level...>", "take a kind of problem as error, warning or off")
  .option("--no-format", "do not format the output with prettier")
  .addHelpText("after", help)
  .action(async (document: string | undefined, flags: Flags) => {
    status = await run(document, flags);
  });

try {
  await program.parseAsync();
  process.exitCode = status;
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitStatus.clean : exitStatus.usage;
  } else if (error instanceof ConfigError || (error instanceof Error && "syscall" in error)) {
    process.stderr.write(`flex-codegen: ${error.message}\n`);
    process.exitCode = exitStatus.usage;
  } else {
    throw error;
  }
}
