import type { Bump } from "../verdict/bump.ts";
import type { Finding, SourcePosition } from "../verdict/finding.ts";
import type { Comparison, Review, Version } from "../verdict/review.ts";
import { describeFinding } from "./describe-finding.ts";
import type { Render } from "./render.ts";
import { linkTo } from "./link.ts";
import { cellSpan, codeBlock, codeSpan, markdownSentence, plainMarkdown } from "./markdown-text.ts";
import { valueText } from "./value-text.ts";
import { verdictSentence } from "./verdict-sentence.ts";
import { shorten } from "./visible-text.ts";
import { whoBreaks } from "./who-breaks.ts";
import { witnessText } from "./witness-text.ts";

/** The longest body that GitHub takes for a comment, in characters. */
const MOST_CHARACTERS = 65_536;
const MOST_OPERATIONS = 8;
const MOST_WITNESS = 1500;

/** For a pull request's comment: what breaks first, with its proof; the safe part folded away. */
export const markdownReport: Render = (review) => {
  const blocks = [
    `## ${emoji(review)} ${heading(review)}`,
    verdictSentence(review),
    ...review.comparisons.flatMap((comparison) => comparisonBlocks(comparison, review)),
    ...footer(review),
  ];
  return `${cut(blocks)}\n`;
};

function emoji({ bump, passed }: Review): string {
  if (!passed) return "🔴";
  return bump === "none" || bump === "patch" ? "🟢" : "🟡";
}

function heading({ bump }: Review): string {
  const told: Readonly<Record<Bump, string>> = {
    major: "Contract review: breaking (major)",
    minor: "Contract review: compatible (minor)",
    patch: "Contract review: documentation only (patch)",
    none: "Contract review: nothing changed (none)",
  };
  return told[bump];
}

function comparisonBlocks(comparison: Comparison, review: Review): readonly string[] {
  const { base, bump, findings } = comparison;
  const open = findings.filter(({ answer, waiver }) => answer !== "compatible" && !waiver);
  const waived = findings.filter(({ waiver }) => waiver !== undefined);
  const safe = findings.filter(({ answer }) => answer === "compatible");
  return [
    `### Against ${codeSpan(base.label)}: ${bump}`,
    ...open.map((finding) => findingBlock(finding, comparison, review)),
    ...folded(`${String(waived.length)} waived`, waived.map(waivedLine)),
    ...folded(
      `${String(safe.length)} compatible`,
      safe.map((finding) => safeLine(finding, comparison, review)),
    ),
  ];
}

function findingBlock(finding: Finding, { base }: Comparison, review: Review): string {
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
    `| was | now |\n| --- | --- |\n| ${cellSpan(valueText(was))} | ${cellSpan(valueText(now))} |`,
    "",
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
            shorten(witnessText(witness), MOST_WITNESS),
            witness.kind === "compiler" ? "ts" : "http",
          ),
        ]),
    "",
    `<sub>${ruleId} · ${promise} · waive with fingerprint ${codeSpan(fingerprint)}</sub>`,
  ].join("\n");
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
  const [operation] = finding.operations;
  const rest = finding.operations.length - 1;
  const where =
    operation === undefined
      ? ""
      : ` in ${codeSpan(operation)}${rest > 0 ? ` and ${String(rest)} more` : ""}`;
  return `- **${finding.bump}** ${markdownSentence(describeFinding(finding))}${where}${place === undefined ? "" : `, ${place}`}`;
}

function folded(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  return [`<details>\n<summary>${title}</summary>\n`, ...lines.map((line) => line), "</details>"];
}

function footer({ waivers, changesets, tool }: Review): readonly string[] {
  const lines = [
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
  return [
    ...(lines.length === 0 ? [] : ["### Waivers and changesets", ...lines]),
    `<sub>${tool.name} ${tool.version}</sub>`,
  ];
}

/** Leaves whole blocks out, from the end, and says how many; a fold that is open is closed. */
function cut(blocks: readonly string[]): string {
  const whole = join(blocks);
  if (whole.length <= MOST_CHARACTERS - 1) return whole;
  const kept: string[] = [];
  let length = 0;
  for (const block of blocks) {
    if (length + block.length + 2 > MOST_CHARACTERS - 400) break;
    kept.push(block);
    length += block.length + 2;
  }
  const isOpen =
    kept.filter((block) => block.startsWith("<details>")).length >
    kept.filter((block) => block === "</details>").length;
  const left = blocks
    .slice(kept.length)
    .filter((block) => block.startsWith("#### ") || block.startsWith("- ")).length;
  return join([
    ...kept,
    ...(isOpen ? ["</details>"] : []),
    `**Cut:** a comment holds 65,536 characters, and ${String(left)} more findings do not fit. The whole report is in the other formats.`,
  ]);
}

/** Items of a list stand together, everything else apart. */
function join(blocks: readonly string[]): string {
  return blocks.reduce((text, block, index) => {
    if (index === 0) return block;
    const isItem = block.startsWith("- ") && blocks[index - 1]?.startsWith("- ") === true;
    return `${text}${isItem ? "\n" : "\n\n"}${block}`;
  }, "");
}
