import { renderReview } from "@flex-channels/contract-review";
import type { Analysis } from "../analysis/analysis.ts";
import { statusDescription } from "../comment/verdict.ts";
import type { Gate } from "../gate/judge-gate.ts";
import { workflowCommand } from "./workflow-command.ts";

/** GitHub shows ten annotations of a level a step. */
const MOST_PROBLEMS = 10;

/** Findings and problems at their lines of the head, and the conditions that are open. */
export async function renderAnnotations(analysis: Analysis, gate: Gate): Promise<string> {
  const { problems } = analysis;
  const lines = problems
    .slice(0, MOST_PROBLEMS)
    .map(({ file, line, column, code, message }) =>
      workflowCommand("error", { file, line, col: column, title: code }, message),
    );
  const conditions = gate.conditions
    .filter(({ passed }) => !passed)
    .map((condition) =>
      workflowCommand("error", { title: `contract gate: ${condition.name}` }, sentence(condition)),
    );
  const verdict = workflowCommand(
    "notice",
    { title: "Contract review" },
    statusDescription(analysis, gate),
  );
  return [...(await findingLines(analysis)), ...lines, ...conditions, verdict]
    .map((line) => `${line}\n`)
    .join("");
}

/** Without the verdict of the review alone, which knows nothing of the gate. */
async function findingLines({ outcome }: Analysis): Promise<readonly string[]> {
  if (outcome.kind === "unreadable") return [];
  const report = await renderReview("github", outcome.review, { color: false });
  return report.split("\n").filter((line) => /^::(?:error|warning|notice) file=/.test(line));
}

/** In one line; what a command wrote is in the log and in the summary. */
function sentence({ told, quoted, mend }: Gate["conditions"][number]): string {
  const names = quoted.filter((text) => !text.includes("\n") && text.length <= 200);
  return [
    names.length === quoted.length ? told : told.replace(/:$/, "."),
    ...(names.length === 0 || names.length < quoted.length ? [] : [`${names.join(", ")}.`]),
    ...(mend === undefined ? [] : [`${mend.told}: ${mend.command}`]),
  ].join(" ");
}
