import { realpath } from "node:fs/promises";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { formatNames, isFormat } from "../report/formats.ts";
import { visibleBlock } from "../report/visible-text.ts";
import { bumps } from "../verdict/bump.ts";
import { version } from "../version.ts";
import { type ExitStatus, exitStatus } from "./exit-status.ts";
import type { ChangesetArguments } from "./changeset-command.ts";
import type { Output, ReviewArguments } from "./review-command.ts";
import type { Terminal } from "./terminal.ts";

export type { ExitStatus } from "./exit-status.ts";
export type { Terminal } from "./terminal.ts";

/** Runs the command line and returns its exit status; writes through the terminal it is given. */
export async function run(argv: readonly string[], given: Terminal): Promise<ExitStatus> {
  const terminal: Terminal = { ...given, cwd: await realpath(given.cwd) };
  let status: ExitStatus = exitStatus.passed;
  const program = createProgram(terminal, (result) => {
    status = result;
  });
  try {
    await program.parseAsync(argv, { from: "user" });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitStatus.passed : exitStatus.usage;
    }
    return reportFailure(error, terminal);
  }
}

function reportFailure(error: unknown, terminal: Terminal): ExitStatus {
  if (!(error instanceof Error)) throw error;
  if (error.name === "InvalidDocumentError") {
    terminal.err(`${error.message}\n`);
    return exitStatus.invalidDocument;
  }
  if (isExpected(error)) {
    terminal.err(`contract-review: ${visibleBlock(error.message)}\n`);
    return exitStatus.usage;
  }
  throw error;
}

const EXPECTED = new Set([
  "UsageError",
  "GitError",
  "ConfigError",
  "WaiverError",
  "ChangesetError",
]);

/** What a person can mend: what we refuse by name, and what the system refuses (`ENOENT` …). */
function isExpected(error: Error): boolean {
  return EXPECTED.has(error.name) || ("code" in error && "syscall" in error);
}

function createProgram(terminal: Terminal, done: (status: ExitStatus) => void): Command {
  const program = new Command("contract-review")
    .description(
      "Compares two versions of an OpenAPI document and says what the change breaks, with a witness.",
    )
    .version(version)
    .argument("[document]", "path of the document (default: the configuration's, or openapi.yaml)")
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  addVersionOptions(program)
    .addOption(
      new Option("--format <format>", "format of the standard output")
        .choices(formatNames)
        .default("terminal"),
    )
    .option("--output <format=file>", "write a report to a file; repeatable", addOutput, [])
    .addOption(
      new Option("--allow <bump>", "highest bump that passes, or what the changesets declare")
        .choices([...bumps, "changeset"])
        .default("minor"),
    )
    .option("--repository-url <url>", "address of the repository, for links")
    .action(async (document: string | undefined, options: ReviewArguments) => {
      const { reviewCommand } = await import("./review-command.ts");
      done(await reviewCommand(document, options, terminal));
    });
  program
    .command("explain")
    .description("explain a rule, with an example")
    .argument("<rule>", "rule id, such as request-query-required")
    .action(async (rule: string) => {
      const { explainCommand } = await import("./explain-command.ts");
      done(explainCommand(rule, terminal));
    });
  addVersionOptions(
    program
      .command("changeset")
      .description("write the changeset that the review asks for")
      .argument("[document]", "path of the document"),
  )
    .option("--package <name>", "package that carries the contract; repeatable", addText, [])
    .action(async (document: string | undefined, options: ChangesetArguments) => {
      const { changesetCommand } = await import("./changeset-command.ts");
      done(await changesetCommand(document, options, terminal));
    });
  return program;
}

function addVersionOptions(command: Command): Command {
  return command
    .option(
      "--base <ref|file>",
      "what to keep working; repeatable (default: merge base with main)",
      addText,
      [],
    )
    .option("--head <ref|file>", "what is proposed (default: the working tree)")
    .option("--config <file>", "configuration file (default: contract-review.yaml)")
    .option("--strict", "read schemas literally", false)
    .addOption(
      new Option("--promise <promise>", "judge one promise only").choices(["wire", "source"]),
    );
}

function addText(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

function addOutput(text: string, before: readonly Output[]): readonly Output[] {
  const at = text.indexOf("=");
  const format = text.slice(0, at);
  const file = text.slice(at + 1);
  if (at === -1 || file === "" || !isFormat(format)) {
    throw new InvalidArgumentError(
      `Expected <format>=<file> with one of ${formatNames.join(", ")}, such as markdown=review.md.`,
    );
  }
  return [...before, { format, file }];
}
