import { relative, resolve } from "node:path";
import { visibleBlock } from "@flex-channels/contract-review";
import { writeWhole } from "@flex-channels/document/write-whole";
import { connectGitHub, settingsFromEnvironment } from "@flex-channels/github/rest";
import { Command, CommanderError } from "commander";
import { compareUpstream } from "./compare-upstream.ts";
import type { Drift } from "./drift.ts";
import { digestOf, doAgree } from "./drift.ts";
import { loadAccepted, loadOpenApi } from "./load.ts";
import type { IssuePlan } from "./plan-issue.ts";
import { quietLog } from "./quiet-log.ts";
import { renderIssue } from "./render-issue.ts";
import { renderText } from "./render-text.ts";
import { reportIssue } from "./report-issue.ts";

/** The edge of the process, given as an argument so that a test can hold it. */
export interface Edge {
  /** Folder of the repository. */
  readonly root: string;
  /** Folder that the file is named from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** What the command tells its caller. */
export const exitStatus = {
  /** They agree; with `--issue` also: an issue says where they do not. */
  agree: 0,
  parted: 1,
  invalidDocument: 2,
  /** Wrong arguments, or a file or GitHub that failed. */
  usage: 3,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

interface Options {
  readonly document: string;
  readonly accepted: string;
  readonly json: boolean;
  readonly output?: string;
  readonly issue: boolean;
  readonly author: string;
  readonly theirsUrl?: string;
}

/** Runs the command line and returns its exit status. */
export async function run(argv: readonly string[], given: Edge): Promise<ExitStatus> {
  const quiet = quietLog(given, given.env);
  try {
    return await runQuietly(argv, { ...given, ...quiet.log });
  } finally {
    quiet.end();
  }
}

async function runQuietly(argv: readonly string[], edge: Edge): Promise<ExitStatus> {
  let status: ExitStatus = exitStatus.agree;
  const program = createProgram(edge, async (file, options) => {
    status = await drift(file, options, edge);
  });
  try {
    await program.parseAsync(argv, { from: "user" });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? status : exitStatus.usage;
    if (!(error instanceof Error) || !isExpected(error)) throw error;
    edge.err(`drift: ${visibleBlock(error.message).trimEnd()}\n`);
    return error.name === "InvalidDocumentError" ? exitStatus.invalidDocument : exitStatus.usage;
  }
}

const expected = new Set([
  "InvalidDocumentError",
  "AcceptedError",
  "EnvironmentError",
  "GitHubError",
  "UnreadableFileError",
]);

/** What a person can mend: what is refused by name, and what the system refuses (`ENOENT` …). */
function isExpected(error: Error): boolean {
  return expected.has(error.name) || ("code" in error && "syscall" in error);
}

function createProgram(
  edge: Edge,
  act: (file: string, options: Options) => Promise<void>,
): Command {
  return new Command("drift")
    .description(
      "Compares our document with the one that Twilio publishes, for the operations that ours describes.\nExit status: 0 they agree, 1 they have parted, 2 a file is no OpenAPI document, 3 anything else.",
    )
    .argument("<file>", "Twilio's document: spec/json/twilio_flex_v1.json of twilio/twilio-oai")
    .option("--document <file>", "our document", "spec/openapi.yaml")
    .option(
      "--accepted <file>",
      "differences that are meant to stay, with a reason each",
      "tools/drift/accepted-differences.yaml",
    )
    .option("--json", "write the differences as JSON", false)
    .option("--output <file>", "write to a file instead")
    .option(
      "--issue",
      "open, edit or close the issue (GITHUB_REPOSITORY, GITHUB_TOKEN); the status is then 0",
      false,
    )
    .option("--author <login>", "who the token's issues are written by", "github-actions[bot]")
    .option("--theirs-url <url>", "address of Twilio's document at a commit, for links")
    .exitOverride()
    .configureOutput({ writeOut: edge.out, writeErr: edge.err })
    .action(act);
}

async function drift(file: string, options: Options, edge: Edge): Promise<ExitStatus> {
  const { root, cwd, env, now } = edge;
  const theirsPath = resolve(cwd, file);
  const found = await compareUpstream({
    ours: await loadOpenApi(resolve(root, options.document), options.document),
    theirs: await loadOpenApi(theirsPath, relative(cwd, theirsPath)),
    accepted: await loadAccepted(resolve(root, options.accepted), options.accepted),
    today: now().toISOString().slice(0, 10),
  });
  const text = options.json ? `${JSON.stringify(found, null, 2)}\n` : renderText(found);
  if (options.output === undefined) edge.out(text);
  else await writeWhole(resolve(cwd, options.output), text);
  if (!options.issue) return doAgree(found) ? exitStatus.agree : exitStatus.parted;
  const plan = await tellGitHub(found, options, env);
  edge.err(`drift: ${toldAs(plan)}\n`);
  return exitStatus.agree;
}

async function tellGitHub(found: Drift, options: Options, env: Edge["env"]): Promise<IssuePlan> {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_SHA: sha } = env;
  const isKnown = server !== undefined && name !== undefined && sha !== undefined;
  const text = renderIssue(found, {
    oursUrl: isKnown ? `${server}/${name}/blob/${sha}/${options.document}` : undefined,
    theirsUrl: options.theirsUrl,
    acceptedFile: options.accepted,
    most: 60_000,
  });
  return reportIssue(connectGitHub(settingsFromEnvironment(env)), options.author, {
    doAgree: doAgree(found),
    digest: digestOf(found),
    text,
  });
}

function toldAs(plan: IssuePlan): string {
  switch (plan.kind) {
    case "nothing":
      return `no change on GitHub: ${plan.reason}`;
    case "open":
      return "an issue was opened";
    case "edit":
      return `issue #${String(plan.number)} was edited`;
    case "close":
      return `issue #${String(plan.number)} was closed`;
  }
}
