import { markdownParts } from "@flex-channels/contract-review";
import type { Analysis } from "../analysis/analysis.ts";
import { type Gate, openFindings } from "../gate/judge-gate.ts";

/** The verdict in a few words of our own: a comment's title and a status's description begin so. */
export function verdictOf({ outcome }: Analysis): string {
  return outcome.kind === "unreadable" ? "no verdict" : markdownParts(outcome.review).verdict;
}

/** Whether somebody breaks, or nobody could prove the contrary. */
export function isBreaking({ outcome }: Analysis): boolean {
  return outcome.kind === "reviewed" && openFindings(outcome.review).length > 0;
}

/** Whether there is nothing to say: the document stayed as it was, and nothing is to be mended. */
export function isSilent(analysis: Analysis, gate: Gate): boolean {
  return !analysis.isTouched && gate.passed;
}

/** At most 140 characters, all of them ours. */
export function statusDescription(analysis: Analysis, gate: Gate): string {
  if (isSilent(analysis, gate)) return "The contract is not touched.";
  const open = gate.conditions.filter(({ passed }) => !passed).length;
  if (open === 0) return `${capitalized(verdictOf(analysis))}: every condition holds.`;
  return `${capitalized(verdictOf(analysis))}: ${String(open)} of ${String(gate.conditions.length)} conditions open.`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
