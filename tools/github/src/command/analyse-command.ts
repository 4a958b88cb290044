import { appendFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { writeWhole } from "@flex-channels/document/write-whole";
import type { Analysis } from "../analysis/analysis.ts";
import { resultName } from "../analysis/limits.ts";
import { writeAnalysis } from "../analysis/write-analysis.ts";
import { renderAnnotations } from "../annotations/render-annotations.ts";
import { type CommentContext, renderComment } from "../comment/render-comment.ts";
import { isSilent } from "../comment/verdict.ts";
import { type Gate, judgeGate } from "../gate/judge-gate.ts";
import { collectAnalysis } from "./collect-analysis.ts";
import { gitText, rootOf } from "./git.ts";
import { quietLog } from "./quiet-log.ts";
import { type ChangeEvent, changeOf, readEvent } from "./read-event.ts";
import { readGate } from "./read-gate.ts";
import { type ExitStatus, type Terminal, UsageError, exitStatus } from "./terminal.ts";

export interface AnalyseArguments {
  /** Folder for the result and the reports. */
  readonly out: string;
  /** Further bases, such as supported releases. */
  readonly base: readonly string[];
}

/**
 * In a workflow of a pull request: collects the facts about its head and leaves them in a folder,
 * shows them in the job's summary and at the head's lines. Writes nothing to GitHub.
 */
export async function analyseCommand(
  document: string | undefined,
  { out, base }: AnalyseArguments,
  terminal: Terminal,
): Promise<ExitStatus> {
  const root = await rootOf(terminal.cwd);
  const change = changeOf(await readEvent(terminal.env));
  const mergeBase = await checkCheckout(root, change);
  const config = await readGate(root);
  const quiet = quietLog(terminal);
  let analysis: Analysis;
  try {
    analysis = await collectAnalysis(
      {
        root,
        document: document === "" ? undefined : document,
        bases: [mergeBase, ...base],
        commit: change.headSha,
        ...(change.pull === undefined ? {} : { pull: change.pull }),
        checks: config.checks,
        outputs: ["html", "json", "sarif"].map(
          (format) => `${format}=${join(resolve(root, out), `review.${format}`)}`,
        ),
      },
      quiet.terminal,
    );
  } finally {
    quiet.end();
  }
  const gate = judgeGate(analysis, config);
  await writeWhole(resolve(root, out, resultName), await writeAnalysis(analysis));
  const text = summary(analysis, gate, contextOf(terminal.env, change));
  await writeWhole(resolve(root, out, "comment.md"), text);
  const { GITHUB_STEP_SUMMARY: summaryFile } = terminal.env;
  if (summaryFile !== undefined) await appendFile(summaryFile, text);
  if (!isSilent(analysis, gate)) terminal.out(await renderAnnotations(analysis, gate));
  return exitStatus.passed;
}

/** The facts are read off the checkout, so it must be the head's; answers with the merge base. */
async function checkCheckout(root: string, { baseSha, headSha }: ChangeEvent): Promise<string> {
  const checkedOut = await gitText(root, ["rev-parse", "HEAD"]);
  if (checkedOut !== headSha) {
    throw new UsageError(
      `Expected a checkout of ${headSha}, received ${checkedOut ?? "none"}. Check the head out: actions/checkout with \`ref\` of the head and \`fetch-depth: 0\`.`,
    );
  }
  const mergeBase = await gitText(root, ["merge-base", baseSha, headSha]);
  if (mergeBase !== undefined && mergeBase !== "") return mergeBase;
  throw new UsageError(
    `No merge base of ${baseSha} and ${headSha} is here. Check out with \`fetch-depth: 0\`.`,
  );
}

function summary(analysis: Analysis, gate: Gate, context: CommentContext | undefined): string {
  return isSilent(analysis, gate)
    ? "The contract is not touched.\n"
    : renderComment(analysis, gate, context);
}

function contextOf(env: Terminal["env"], { branch }: ChangeEvent): CommentContext | undefined {
  const { GITHUB_SERVER_URL: serverUrl, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  if (serverUrl === undefined || repository === undefined) return undefined;
  return {
    serverUrl,
    repository,
    ...(run === undefined ? {} : { runUrl: `${serverUrl}/${repository}/actions/runs/${run}` }),
    ...(branch === undefined ? {} : { branch }),
  };
}
