import { renderReview } from "@flex-channels/contract-review";
import type { Analysis } from "../analysis/analysis.ts";
import type { Gate } from "../gate/judge-gate.ts";
import { workflowCommand } from "./workflow-command.ts";

/** GitHub shows ten annotations of a level a step. */
const MOST_PROBLEMS = 10;

/** Findings and problems at their lines of the head, and the conditions that are open. */
export async function renderAnnotations(analysis: Analysis, gate: Gate): Promise<string> {
  const { outcome, problems } = analysis;
  const findings =
    outcome.kind === "reviewed"
      ? await renderReview("github", outcome.review, { color: false })
      : "";
  const lines = problems
    .slice(0, MOST_PROBLEMS)
    .map(({ file, line, column, code, message }) =>
      workflowCommand("error", { file, line, col: column, title: code }, message),
    );
  const open = gate.conditions.filter(({ passed }) => !passed);
  const conditions = open.map(({ name, told, mend }) =>
    workflowCommand(
      "error",
      { title: `contract gate: ${name}` },
      mend === undefined ? told : `${told} ${mend.told}: ${mend.command}`,
    ),
  );
  return [findings.trimEnd(), ...lines, ...conditions]
    .filter((line) => line !== "")
    .map((line) => `${line}\n`)
    .join("");
}
