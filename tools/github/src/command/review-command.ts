import { renderReview } from "@flex-channels/contract-review";
import type { Outcome } from "../analysis/analysis.ts";
import { renderComment } from "../comment/render-comment.ts";
import { judgeGate } from "../gate/judge-gate.ts";
import { collectAnalysis } from "./collect-analysis.ts";
import { gateText } from "./gate-text.ts";
import { rootOf } from "./git.ts";
import { readGate } from "./read-gate.ts";
import { type ExitStatus, type Terminal, exitStatus } from "./terminal.ts";

export interface ReviewArguments {
  readonly base: readonly string[];
  /** Prints the comment itself, as it will be written. */
  readonly markdown: boolean;
}

/** Locally what the pull request will be told: the review, then the gate. */
export async function reviewCommand(
  document: string | undefined,
  { base, markdown }: ReviewArguments,
  terminal: Terminal,
): Promise<ExitStatus> {
  const root = await rootOf(terminal.cwd);
  const config = await readGate(root);
  const analysis = await collectAnalysis(
    { root, document, bases: base, checks: config.checks },
    terminal,
  );
  const gate = judgeGate(analysis, config);
  const { outcome } = analysis;
  if (markdown) {
    terminal.out(renderComment(analysis, gate, undefined));
  } else {
    const color = terminal.isTerminal && (terminal.env["NO_COLOR"] ?? "") === "";
    terminal.out(`${await reportOf(outcome, color)}${gateText(gate)}`);
  }
  if (outcome.kind === "unreadable") return exitStatus.unreadable;
  return gate.passed ? exitStatus.passed : exitStatus.failed;
}

/** The gate says what is allowed and what changesets lack, so the review's own words leave it. */
async function reportOf(outcome: Outcome, color: boolean): Promise<string> {
  if (outcome.kind === "unreadable") return "";
  const { changesets: _, ...review } = outcome.review;
  const report = await renderReview(
    "terminal",
    { ...review, allowed: "major", passed: true },
    { color },
  );
  return `${report}\n`;
}
