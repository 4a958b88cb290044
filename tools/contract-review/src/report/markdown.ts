import type { Bump } from "../verdict/bump.ts";
import type { Finding, SourcePosition } from "../verdict/finding.ts";
import { neededBump } from "../verdict/needed-bump.ts";
import type { Comparison, Review, Version } from "../verdict/review.ts";
import { describeFinding } from "./describe-finding.ts";
import type { Render } from "./render.ts";
import type { Segment } from "./segment.ts";
import { cutBlocks } from "./cut-blocks.ts";
import { linkTo } from "./link.ts";
import { cellSpan, codeBlock, codeSpan, markdownSentence, plainMarkdown } from "./markdown-text.ts";
import { type ShownValue, valueChange } from "./value-change.ts";
import { countAnswers, neededRelease, verdictSentence } from "./verdict-sentence.ts";
import { whoBreaks } from "./who-breaks.ts";
import { shortWitness } from "./witness-lines.ts";

/** The longest body that GitHub takes for a comment, in characters. */
const MOST_CHARACTERS = 65_536;
const MOST_OPERATIONS = 8;
const MOST_WITNESS = 1500;

/** What a comment is made of; blocks are whole pieces of Markdown that stand apart. */
export interface MarkdownParts {
  /** The verdict in a few words, such as `breaking (major)`. */
  readonly verdict: string;
  readonly sentence: string;
  /** Findings with their proofs first, what is waived and what is safe folded away. */
  readonly body: readonly string[];
  /** Waivers and changesets. */
  readonly notes: readonly string[];
}

export function markdownParts(review: Review): MarkdownParts {
  return {
    verdict: verdictOf(review),
    sentence: verdictSentence(review),
    body: review.comparisons.flatMap((comparison) => comparisonBlocks(comparison, review)),
    notes: notesOf(review),
  };
}

/** For a pull request's comment: what breaks first, with its proof; the safe part folded away. */
export const markdownReport: Render = (review) => {
  const { verdict, sentence, body, notes } = markdownParts(review);
  const blocks = [
    `## ${emoji(review)} Contract review: ${verdict}${isAllowedBreak(review) ? ", as allowed" : ""}`,
    sentence,
    ...body,
    ...(notes.length === 0 ? [] : ["### Waivers and changesets", ...notes]),
    `<sub>${review.tool.name} ${review.tool.version}</sub>`,
  ];
  return `${cutBlocks(blocks, MOST_CHARACTERS - 1, "The whole report is in the other formats.")}\n`;
};

function emoji({ bump, passed }: Review): string {
  if (!passed) return "🔴";
  return bump === "none" || bump === "patch" ? "🟢" : "🟡";
}

/** A break that passes is told as what it is: somebody allowed it. */
function isAllowedBreak(review: Review): boolean {
  const { open } = countAnswers(review);
  return review.passed && open.breaking + open.undecided > 0;
}

function verdictOf(review: Review): string {
  const { open, waived } = countAnswers(review);
  const needed = neededRelease(review);
  if (open.breaking > 0) return `breaking (${needed})`;
  if (open.undecided > 0) return `undecided (${needed})`;
  if (waived > 0) return `waived (${needed})`;
  const told: Readonly<Record<Bump, string>> = {
    major: "compatible, major by the team's levels",
    minor: "compatible (minor)",
    patch: "documentation only (patch)",
    none: "nothing changed (none)",
  };
  return told[needed];
}

function comparisonBlocks(comparison: Comparison, review: Review): readonly string[] {
  const { base, bump, findings } = comparison;
  const open = findings.filter(({ answer, waiver }) => answer !== "compatible" && !waiver);
  const waived = findings.filter(({ waiver }) => waiver !== undefined);
  const safe = findings.filter(({ answer }) => answer === "compatible");
  const release = open.length === 0 && waived.length > 0 ? neededBump(findings) : bump;
  return [
    `### Against ${codeSpan(base.label)}: ${release}`,
    ...open.map((finding, index) =>
      findingBlock(finding, comparison, review, isToldBy(open.slice(0, index), finding)),
    ),
    ...folded(`${String(waived.length)} waived`, waived.map(waivedLine)),
    ...folded(
      `${String(safe.length)} compatible`,
      safe.map((finding) => safeLine(finding, comparison, review)),
    ),
  ];
}

function findingBlock(
  finding: Finding,
  { base }: Comparison,
  review: Review,
  hasTable: boolean,
): string {
  const { witness, was, now, operations, answer, reason, fingerprint, ruleId, promise } = finding;
  const rest = operations.length - MOST_OPERATIONS;
  const shown = operations.slice(0, MOST_OPERATIONS).map((name) => codeSpan(name));
  const links = [
    placeLink("base", finding.base, base, review),
    placeLink("head", finding.head, review.head, review),
  ].filter((link) => link !== undefined);
  return [
    `#### ${answer === "undecided" ? "❔" : "💥"} ${markdownSentence(describeFinding(finding))}`,
    "",
    ...(hasTable || (was === undefined && now === undefined) ? [] : [changeTable(was, now), ""]),
    ...(operations.length === 0
      ? []
      : [`**In:** ${shown.join(", ")}${rest > 0 ? ` and ${String(rest)} more` : ""}  `]),
    `**Who breaks:** ${whoBreaks(finding)}  `,
    `**Where:** ${links.length === 0 ? "the document as a whole" : links.join(" → ")}  `,
    `**Why:** ${plainMarkdown(reason)}${finding.dependsOnConvention ? " It rests on the convention that only what is declared is sent." : ""}`,
    ...(witness === undefined
      ? []
      : [
          "",
          witness.kind === "compiler" ? "What the compiler says:" : "A message that proves it:",
          "",
          codeBlock(
            shortWitness(witness, MOST_WITNESS),
            witness.kind === "compiler" ? "ts" : "http",
          ),
        ]),
    "",
    `<sub>${ruleId} · ${promise} · waive with fingerprint ${codeSpan(fingerprint)}</sub>`,
  ].join("\n");
}

function changeTable(was: Finding["was"], now: Finding["now"]): string {
  const change = valueChange(was, now);
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    row(change.map(({ title }) => title)),
    row(change.map(() => "---")),
    row(change.map(cell)),
  ].join("\n");
}

/** What is not there is no value, and looks like none. */
function cell({ text }: ShownValue): string {
  return text === undefined ? "nothing" : cellSpan(text);
}

/** Where the wire's finding stands on the same lines, the compiler's one needs no second table. */
function isToldBy(before: readonly Finding[], finding: Finding): boolean {
  const { base, head, was, now } = finding;
  const told = JSON.stringify([base, head, was, now]);
  return before.some((one) => JSON.stringify([one.base, one.head, one.was, one.now]) === told);
}

function placeLink(
  name: string,
  position: SourcePosition | undefined,
  version: Version,
  review: Review,
): string | undefined {
  if (position === undefined) return undefined;
  const text = codeSpan(`${position.file}:${String(position.line)}:${String(position.column)}`);
  const link = linkTo(position, version, review.repositoryUrl);
  return link === undefined ? `${name} ${text}` : `${name} [${text}](${link})`;
}

function waivedLine(finding: Finding): string {
  const { waiver, fingerprint } = finding;
  return `- ${markdownSentence(describeFinding(finding))}: ${plainMarkdown(waiver?.reason ?? "")} (${plainMarkdown(waiver?.owner ?? "")}, until ${waiver?.expires ?? ""}, ${codeSpan(fingerprint)})`;
}

function safeLine(finding: Finding, { base }: Comparison, review: Review): string {
  const place =
    placeLink("head", finding.head, review.head, review) ??
    placeLink("base", finding.base, base, review);
  const told = describeFinding(finding);
  const where = inOperations(finding.operations, told);
  return `- **${finding.bump}** ${markdownSentence(told)}${where}${place === undefined ? "" : `, ${place}`}`;
}

/** The first operation, where the sentence does not name it already. */
function inOperations(operations: readonly string[], told: readonly Segment[]): string {
  const [first, ...rest] = operations;
  if (first === undefined) return "";
  const more = rest.length === 0 ? "" : ` and ${String(rest.length)} more`;
  return told.some(({ text }) => text === first) ? more : ` in ${codeSpan(first)}${more}`;
}

function folded(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  return [`<details>\n<summary>${title}</summary>\n`, ...lines.map((line) => line), "</details>"];
}

function notesOf({ waivers, changesets }: Review): readonly string[] {
  return [
    ...waivers.unused.map(
      ({ fingerprint, owner }) =>
        `- Unused waiver ${codeSpan(fingerprint)} of ${plainMarkdown(owner)}: no finding has this fingerprint. Remove it.`,
    ),
    ...waivers.expired.map(
      ({ fingerprint, owner, expires }) =>
        `- Expired waiver ${codeSpan(fingerprint)} of ${plainMarkdown(owner)}: it ended on ${expires}.`,
    ),
    ...(changesets?.packages ?? []).map(({ name, declared, isEnough }) =>
      isEnough
        ? `- Changeset of ${codeSpan(name)}: ${declared} is enough.`
        : `- Changeset of ${codeSpan(name)}: ${declared} is declared and ${changesets?.needed ?? ""} is needed. Mend it with ${codeSpan("contract-review changeset")}.`,
    ),
  ];
}
