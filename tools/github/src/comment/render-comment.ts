import {
  type MarkdownParts,
  codeBlock,
  codeSpan,
  cutBlocks,
  markdownParts,
  neededBump,
} from "@flex-channels/contract-review";
import type { Analysis } from "../analysis/analysis.ts";
import { type Condition, type Gate, openFindings } from "../gate/judge-gate.ts";
import { type Branch, changesetLink } from "./changeset-link.ts";
import { verdictOf } from "./verdict.ts";

/** Where a comment stands, as far as it links to it. Nothing of it: a text without links. */
export interface CommentContext {
  /** `https://github.com`. */
  readonly serverUrl: string;
  /** `owner/name` of the repository that is asked to take the change. */
  readonly repository: string;
  /** Page of the run that holds the whole report. */
  readonly runUrl?: string;
  /** Where a missing changeset goes. */
  readonly branch?: Branch;
  /** Paths that the pull request changes and that judge it. */
  readonly judges?: readonly string[];
}

/** GitHub takes 65,536; the rest is for the marker and the line that marks a comment stale. */
const MOST_CHARACTERS = 65_536 - 1024;

/** The text that a reviewer reads: verdict, what is to be mended, who breaks and the proof. */
export function renderComment(
  analysis: Analysis,
  gate: Gate,
  context: CommentContext | undefined,
): string {
  const parts = partsOf(analysis, context);
  const blocks = [
    `## ${emoji(analysis, gate)} Contract review: ${verdictOf(analysis)}`,
    ...(parts === undefined ? [] : [parts.sentence]),
    ...judgesLine(context?.judges ?? []),
    ...gateBlocks(analysis, gate, context),
    ...(parts === undefined ? [] : parts.body),
    ...(analysis.omitted === 0
      ? []
      : [
          `**Left out:** ${String(analysis.omitted)} more findings, which weigh no more than these.`,
        ]),
    ...(parts === undefined || parts.notes.length === 0 ? [] : ["### Waivers", ...parts.notes]),
    footer(analysis, context),
  ];
  const elsewhere =
    context?.runUrl === undefined
      ? "The whole report is in the other formats."
      : `The whole report is an artifact of [the run](${context.runUrl}#artifacts).`;
  return `${cutBlocks(blocks, MOST_CHARACTERS, elsewhere)}\n`;
}

/** The gate says what is allowed and what changesets lack, so the review's own words leave it. */
function partsOf(
  { outcome }: Analysis,
  context: CommentContext | undefined,
): MarkdownParts | undefined {
  if (outcome.kind === "unreadable") return undefined;
  const { changesets: _, ...review } = outcome.review;
  const links =
    context === undefined ? {} : { repositoryUrl: `${context.serverUrl}/${context.repository}` };
  return markdownParts({ ...review, ...links, allowed: "major", passed: true });
}

/** The end of a break that was told: it stays on the page in one line. */
export function renderCompatibleAgain(analysis: Analysis): string {
  const release =
    analysis.outcome.kind === "reviewed"
      ? neededBump(analysis.outcome.review.comparisons.flatMap(({ findings }) => findings))
      : "none";
  const needs = release === "none" ? "no release" : `a ${release} release`;
  return `🟢 **Contract review: compatible again.** This needs ${needs}, and nobody breaks${at(analysis)}.\n`;
}

/** For a comment whose cause is gone: the document is as the base has it. */
export function renderUntouched(analysis: Analysis): string {
  return `🟢 **Contract review:** this no longer changes the contract${at(analysis)}.\n`;
}

function at({ commit }: Analysis): string {
  return commit === undefined ? "" : ` at ${codeSpan(commit.slice(0, 7))}`;
}

/** Red breaks somebody, yellow waits for something, green may land. */
function emoji({ outcome }: Analysis, { passed }: Gate): string {
  if (outcome.kind === "unreadable" || openFindings(outcome.review).length > 0) return "🔴";
  const waived = outcome.review.comparisons.some(({ findings }) =>
    findings.some(({ waiver }) => waiver !== undefined),
  );
  return passed && !waived ? "🟢" : "🟡";
}

const MOST_PATHS = 5;

function judgesLine(paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return [];
  const rest = paths.length - MOST_PATHS;
  const shown = paths.slice(0, MOST_PATHS).map((path) => codeSpan(path));
  return [
    `⚠️ **This also changes what judges it:** ${shown.join(", ")}${rest > 0 ? ` and ${String(rest)} more` : ""}. Read that first: this comment is what the changed code says of itself.`,
  ];
}

function gateBlocks(
  analysis: Analysis,
  gate: Gate,
  context: CommentContext | undefined,
): readonly string[] {
  const open = gate.conditions.filter(({ passed }) => !passed);
  const held = gate.conditions.filter(({ passed }) => passed);
  if (open.length === 0) return ["✅ Every condition of the gate holds."];
  return [
    "### Before this can land",
    ...open.map((condition) =>
      conditionItem(condition, linkOf(condition, analysis, gate, context)),
    ),
    ...(held.length === 0 ? [] : [`Holds already: ${held.map(({ told }) => told).join(" ")}`]),
  ];
}

function conditionItem({ told, quoted, mend }: Condition, link: string | undefined): string {
  const isShort = quoted.every((text) => !text.includes("\n") && text.length <= 200);
  const spans = isShort ? quoted.map((text) => codeSpan(text)).join(", ") : "";
  const click = link === undefined ? "" : `, or [open it in GitHub, filled in](${link})`;
  const todo = mend === undefined ? "" : ` ${mend.told} ${codeSpan(mend.command)}${click}.`;
  const block = isShort ? "" : `\n\n${codeBlock(quoted.join("\n").slice(-2000), "text")}`;
  const words = isShort ? told : told.replace(/:$/, ".");
  const text = `- ❌ ${words}${spans === "" ? "" : ` ${spans}.`}${todo}${block}`;
  // What follows on its own lines belongs to the item (CommonMark §5.2).
  return text.replaceAll(/\n(?=[^\n])/g, "\n  ");
}

function linkOf(
  { name }: Condition,
  { outcome }: Analysis,
  { missingChangeset }: Gate,
  context: CommentContext | undefined,
): string | undefined {
  if (name !== "changeset" || missingChangeset === undefined || outcome.kind !== "reviewed") {
    return undefined;
  }
  if (context?.branch === undefined) return undefined;
  const findings = outcome.review.comparisons.flatMap((comparison) => comparison.findings);
  return changesetLink(context.serverUrl, context.branch, { ...missingChangeset, findings });
}

function footer({ outcome, commit }: Analysis, context: CommentContext | undefined): string {
  const { name, version } =
    outcome.kind === "reviewed" ? outcome.review.tool : { name: "contract-review", version: "" };
  const words = [
    version === "" ? name : `${name} ${codeSpan(version)}`,
    ...(commit === undefined ? [] : [`of commit ${codeSpan(commit.slice(0, 7))}`]),
    ...(context?.runUrl === undefined ? [] : [`[whole report](${context.runUrl}#artifacts)`]),
  ];
  return `<sub>${words.join(" · ")}</sub>`;
}
