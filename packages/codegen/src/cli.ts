// The only file that knows the command line. What a run with nothing to do does not need is imported
// late: most runs have nothing to do.
import { Command, CommanderError, Option } from "commander";
import { checkPlaces } from "./check-places.ts";
import { checkSeverities, ConfigError, configName, readConfig } from "./config.ts";
import type { Severities } from "./config.ts";
import { exitStatus } from "./exit-status.ts";
import type { ExitStatus } from "./exit-status.ts";
import { knownRun } from "./freshness.ts";
import { importExtensions } from "./import-extension.ts";
import type { ImportExtension } from "./import-extension.ts";
import { tellIoError } from "./io-error.ts";
import { shellWord } from "./shell-word.ts";
import { showProgress } from "./progress.ts";
import { jsonText, readSources, reportRun } from "./report-run.ts";
import type { RunResult } from "./run-result.ts";
import type { RunSettings } from "./run-settings.ts";
import { version } from "./version.ts";

interface Flags {
  readonly out?: string;
  readonly check?: boolean;
  readonly watch?: boolean;
  readonly json?: boolean;
  readonly force?: boolean;
  readonly format?: boolean;
  readonly importExtension?: ImportExtension;
  readonly external?: readonly string[];
  readonly severity?: readonly string[];
}

/** Reads `--severity code=level`. */
const severitiesOf = async (flags: readonly string[]): Promise<Severities> => {
  const severities = Object.fromEntries(
    flags.map((flag) => {
      const cut = flag.indexOf("=");
      if (cut === -1) {
        throw new ConfigError(
          `--severity: expected a code and a level such as example-mismatch=warning, received ${JSON.stringify(flag)}.`,
        );
      }
      return [flag.slice(0, cut), flag.slice(cut + 1)];
    }),
  );
  await checkSeverities(severities, "--severity");
  return severities;
};

const settingsOf = async (document: string | undefined, flags: Flags): Promise<RunSettings> => {
  const config = await readConfig(process.cwd());
  const places = {
    document: document ?? config.document,
    out: flags.out ?? config.out,
    external: flags.external ?? config.external,
  };
  checkPlaces(places);
  return {
    ...places,
    format: flags.format ?? config.format,
    importExtension: flags.importExtension ?? config.importExtension,
    severities: { ...config.severities, ...(await severitiesOf(flags.severity ?? [])) },
    check: flags.check === true,
  };
};

/** The command that was given, without `--check`: it writes what the check found wanting. */
const mendCommand = (document: string | undefined, flags: Flags): string =>
  [
    "flex-codegen generate",
    document === undefined ? undefined : shellWord(document),
    flags.out === undefined ? undefined : `--out ${shellWord(flags.out)}`,
    flags.format === undefined ? undefined : flags.format ? "--format" : "--no-format",
    flags.importExtension === undefined ? undefined : `--import-extension ${flags.importExtension}`,
    flags.external === undefined
      ? undefined
      : `--external ${flags.external.map(shellWord).join(" ")}`,
    ...(flags.severity ?? []).map((flag) => `--severity ${shellWord(flag)}`),
  ]
    .filter((word) => word !== undefined)
    .join(" ");

const runOnce = async (settings: RunSettings, force: boolean): Promise<RunResult> => {
  const known = force ? undefined : knownRun(settings);
  if (known !== undefined) {
    const sources = known.diagnostics.length === 0 ? [] : readSources(known.inputs);
    return { ...known, kind: "clean", status: exitStatus.clean, changes: [], sources };
  }
  const progress = showProgress(process.stderr);
  progress.step("starting");
  const { runGenerate } = await import("./run-generate.ts");
  try {
    return await runGenerate(settings, progress.step);
  } finally {
    progress.done();
  }
};

const run = async (document: string | undefined, flags: Flags): Promise<ExitStatus> => {
  const settings = await settingsOf(document, flags);
  const result = await runOnce(settings, flags.force === true);
  if (flags.json === true) process.stdout.write(jsonText(result, flags.watch === true));
  else
    await reportRun(
      result,
      settings,
      (await readConfig(process.cwd())).command ?? mendCommand(document, flags),
    );
  return result.status;
};

const watch = async (document: string | undefined, flags: Flags): Promise<void> => {
  const [{ watchFiles }, { runGenerate }] = await Promise.all([
    import("./watch-files.ts"),
    import("./run-generate.ts"),
  ]);
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.once(name, () => {
      stop.abort();
    });
  }
  let last = (await settingsOf(document, flags)).document;
  const once = async (): Promise<readonly string[]> => {
    let inputs: readonly string[] = [];
    try {
      const settings = await settingsOf(document, flags);
      last = settings.document;
      inputs = [last];
      const result = await runGenerate(settings);
      ({ inputs } = result);
      if (flags.json === true) process.stdout.write(jsonText(result, true));
      else await reportRun(result, settings, "");
      if (result.kind === "invalid-document") {
        process.stderr.write(`${settings.out} stays as the last sound document left it.\n`);
      }
    } catch (error) {
      if (!isExpected(error)) throw error;
      process.stderr.write(`flex-codegen: ${tellIoError(error)}\n`);
    }
    process.stderr.write(`Watching ${last}; Ctrl+C ends it.\n`);
    return [configName, ...inputs];
  };
  await watchFiles([configName, last], once, stop.signal);
};

/** Something about the call or the disk is wrong, not this program. */
const isExpected = (error: unknown): error is Error =>
  error instanceof ConfigError || (error instanceof Error && "syscall" in error);

const help = `
Defaults come from flex-codegen.config.json in the working directory:
  {"document": "openapi.yaml", "out": "src/generated", "format": false, "importExtension": "ts",
   "external": [], "severities": {}}
The output folder holds generated code and nothing else.

Examples:
  $ flex-codegen generate                         as the configuration says
  $ flex-codegen generate openapi.yaml --out src  without one
  $ flex-codegen generate --check                 in a test: is what is committed fresh?
  $ flex-codegen generate --watch                 while the document is written

Exit status: 0 clean or written, 1 the output differs from what the document gives (--check) or holds
a file that was not generated, 2 the document is invalid, 3 wrong usage or a file that cannot be
read or written.`;

const program = new Command("flex-codegen")
  .description("Generates TypeScript from an OpenAPI 3.0 or 3.1 document.")
  .version(version)
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text) });

// A reader that has seen enough (`| head`) is no failure: the status still is the answer.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

let status: ExitStatus = exitStatus.clean;

program
  .command("generate")
  .description("Writes types, operation table, client interface, validators and examples.")
  .argument("[document]", "path of the document, YAML or JSON")
  .option("--out <folder>", "where the generated files go")
  .option("--check", "write nothing; show how the folder differs from what the document gives")
  .addOption(
    new Option(
      "--watch",
      "generate again after each save; a broken document leaves the output as it is",
    ).conflicts("check"),
  )
  .option("--json", "print the result as JSON; with --watch one line a run")
  .option("--force", "do the work even where nothing has changed since the last run")
  .option("--external <path...>", "files beside the document that $ref may lead to")
  .option("--severity <code=level...>", "take a kind of problem as error, warning or off")
  .addOption(
    new Option("--import-extension <extension>", "how generated files name each other").choices(
      importExtensions,
    ),
  )
  .option("--format", "format the output with prettier, for those who read it")
  .option("--no-format", "leave it as it is where the configuration formats")
  .addHelpText("after", help)
  .action(async (document: string | undefined, flags: Flags) => {
    if (flags.watch === true) await watch(document, flags);
    else status = await run(document, flags);
  });

try {
  await program.parseAsync();
  process.exitCode = status;
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitStatus.clean : exitStatus.usage;
  } else if (isExpected(error)) {
    process.stderr.write(`flex-codegen: ${tellIoError(error)}\n`);
    process.exitCode = exitStatus.usage;
  } else {
    throw error;
  }
}
