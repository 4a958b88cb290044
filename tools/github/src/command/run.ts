import { Command, CommanderError } from "commander";
import { visibleBlock } from "@flex-channels/contract-review";
import { quietLog } from "./quiet-log.ts";
import { type Terminal, exitStatus } from "./terminal.ts";
import type { AnalyseArguments } from "./analyse-command.ts";
import type { PublishArguments } from "./publish-command.ts";
import type { ReviewArguments } from "./review-command.ts";
import type { WaiveArguments } from "./waive-command.ts";

/** Runs the command line and returns its exit status; writes through the terminal it is given. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  let status: number = exitStatus.passed;
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
    if (!(error instanceof Error) || !isExpected(error)) throw error;
    const quiet = quietLog(terminal);
    quiet.terminal.err(`${visibleBlock(error.message)}\n`);
    quiet.end();
    return exitStatus.usage;
  }
}

const EXPECTED = new Set([
  "AnalysisError",
  "EnvironmentError",
  "GateConfigError",
  "GitHubError",
  "ShapeError",
  "UsageError",
  "WaiverError",
]);

function isExpected(error: Error): boolean {
  return EXPECTED.has(error.name) || ("code" in error && "syscall" in error);
}

function createProgram(terminal: Terminal, done: (status: number) => void): Command {
  const program = new Command("contract-gate")
    .description("Tells a contract review where reviewers are.")
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  program
    .command("review")
    .description("print what the comment of a pull request will say")
    .argument("[document]", "path of the document (default: the configuration's)")
    .option("--base <ref>", "what to keep working; repeatable", addText, [])
    .option("--markdown", "print the comment itself", false)
    .action(async (document: string | undefined, options: ReviewArguments) => {
      const { reviewCommand } = await import("./review-command.ts");
      done(await reviewCommand(document, options, terminal));
    });
  program
    .command("changeset")
    .description("write the changeset that the gate asks for")
    .argument("[document]", "path of the document")
    .action(async (document: string | undefined) => {
      const { changesetCommand } = await import("./changeset-command.ts");
      done(await changesetCommand(document, terminal));
    });
  program
    .command("waive")
    .description("write waivers for what breaks, for their owner to approve")
    .argument("[fingerprint...]", "findings (default: all that have none)")
    .requiredOption("--reason <sentence>", "why it is acceptable")
    .option("--owner <name>", "who answers for it (default: git's user.name)")
    .option("--expires <day>", "last day on which it holds (default: in 90 days)")
    .option("--file <file>", "file of the waivers", "contract-review.waivers.yaml")
    .action(async (fingerprints: readonly string[], options: WaiveArguments) => {
      const { waiveCommand } = await import("./waive-command.ts");
      done(await waiveCommand(fingerprints, options, terminal));
    });
  program
    .command("hooks")
    .description("install the optional pre-push hook in this clone")
    .option("--remove", "take it out again", false)
    .action(async (options: { readonly remove: boolean }) => {
      const { hooksCommand } = await import("./hooks-command.ts");
      done(await hooksCommand(options, terminal));
    });
  addWorkflowCommands(program, terminal, done);
  return program;
}

function addWorkflowCommands(
  program: Command,
  terminal: Terminal,
  done: (status: number) => void,
): void {
  program
    .command("analyse")
    .description("in a pull request's workflow: leave the facts in a folder")
    .argument("[document]", "path of the document (default: the configuration's)")
    .requiredOption("--out <folder>", "folder for the result and the reports")
    .option("--base <ref>", "a further base; repeatable", addText, [])
    .action(async (document: string | undefined, options: AnalyseArguments) => {
      const { analyseCommand } = await import("./analyse-command.ts");
      done(await analyseCommand(document, options, terminal));
    });
  program
    .command("gate")
    .description("in a pull request's workflow: fail if a condition is open")
    .argument("<folder>", "where `analyse` left the result")
    .action(async (folder: string) => {
      const { gateCommand } = await import("./gate-command.ts");
      done(await gateCommand(folder, terminal));
    });
  program
    .command("publish")
    .description("in the trusted workflow: comment and set the status")
    .option("--workflow <path>", "of the analysis", ".github/workflows/contract-review.yml")
    .option("--name <name>", "of artifact, marker and status", "contract-review")
    .option("--author <login>", "who comments", "github-actions[bot]")
    .action(async (options: PublishArguments) => {
      const { publishCommand } = await import("./publish-command.ts");
      done(await publishCommand(options, terminal));
    });
}

function addText(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}
