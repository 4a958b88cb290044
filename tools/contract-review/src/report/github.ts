import { isWithinBump } from "../verdict/bump.ts";
import type { Finding } from "../verdict/finding.ts";
import { describeFinding } from "./describe-finding.ts";
import type { Render } from "./render.ts";
import { shortText } from "./segment.ts";
import { verdictSentence } from "./verdict-sentence.ts";
import { visibleText } from "./visible-text.ts";

/** GitHub shows ten annotations of a level a step; what is beyond is in the other reports. */
const MOST_ANNOTATIONS = 50;

/**
 * Workflow commands that annotate lines of the head. Every value is escaped as the runner's own
 * toolkit does, so that no text of a document begins a command of its own.
 */
export const githubReport: Render = (review) => {
  const findings = review.comparisons.flatMap((comparison) => comparison.findings);
  const lines = findings
    .slice(0, MOST_ANNOTATIONS)
    .map((finding) => annotation(finding, levelOf(finding, review.allowed)));
  const rest = findings.length - lines.length;
  if (rest > 0) lines.push(`::notice::${data(`${String(rest)} more findings are in the report.`)}`);
  return `${[...lines, `::notice title=contract-review::${data(verdictSentence(review))}`].join("\n")}\n`;
};

function levelOf(finding: Finding, allowed: Parameters<typeof isWithinBump>[1]): string {
  if (finding.waiver !== undefined || finding.answer === "compatible") return "notice";
  return isWithinBump(finding.bump, allowed) ? "warning" : "error";
}

function annotation(finding: Finding, level: string): string {
  const { head, ruleId, operations, fingerprint } = finding;
  const place =
    head === undefined
      ? ""
      : `file=${property(head.file)},line=${String(head.line)},col=${String(head.column)},`;
  const where = operations.length === 0 ? "" : ` In ${operations.slice(0, 5).join(", ")}.`;
  const told = `${shortText(describeFinding(finding))}.${where} (${fingerprint})`;
  return `::${level} ${place}title=${property(ruleId)}::${data(told)}`;
}

function data(text: string): string {
  return visibleText(text).replaceAll("%", "%25");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
