import type { Bump } from "../verdict/bump.ts";
import type { Finding, SourcePosition } from "../verdict/finding.ts";
import type { Comparison, Review } from "../verdict/review.ts";
import { describeFinding } from "./describe-finding.ts";
import type { Render } from "./render.ts";
import type { Segment } from "./segment.ts";
import { valueChange } from "./value-change.ts";
import { verdictSentence } from "./verdict-sentence.ts";
import { shorten, visibleBlock, visibleText } from "./visible-text.ts";
import { shortWitness } from "./witness-lines.ts";

type Style = "bold" | "dim" | "red" | "yellow" | "green" | "cyan";
type Paint = (style: Style, text: string) => string;

const CODES: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  cyan: [36, 39],
};

const MOST_OPERATIONS = 5;
const MOST_WITNESS = 4000;

/** For a person at a terminal: the heaviest group first, each finding with its proof. */
export const terminalReport: Render = (review, { color }) => {
  const paint: Paint = (style, text) => {
    const [start, end] = CODES[style];
    return color ? `\u001B[${String(start)}m${text}\u001B[${String(end)}m` : text;
  };
  const lines = review.comparisons.flatMap((comparison) =>
    comparisonLines(comparison, review, paint),
  );
  return `${[...lines, ...closingLines(review, paint)].join("\n")}\n`;
};

function comparisonLines(
  { base, bump, findings }: Comparison,
  review: Review,
  paint: Paint,
): readonly string[] {
  const groups: readonly (readonly [string, Style, readonly Finding[]])[] = [
    [
      "Breaking",
      "red",
      findings.filter((finding) => finding.answer === "breaking" && !isMuted(finding)),
    ],
    [
      "Undecided",
      "yellow",
      findings.filter((finding) => finding.answer === "undecided" && !isMuted(finding)),
    ],
    ["Waived", "cyan", findings.filter(isMuted)],
    ["Compatible", "green", findings.filter(({ answer }) => answer === "compatible")],
  ];
  const title = `${visibleText(base.label)} → ${visibleText(review.head.label)}  ${visibleText(review.head.file)}`;
  return [
    `${paint("bold", title)}  ${paintBump(bump, paint)}`,
    "",
    ...groups.flatMap(([name, style, group]) =>
      group.length === 0
        ? []
        : [
            paint(style, `${name} (${String(group.length)})`),
            ...group.flatMap((finding) => findingLines(finding, style, paint)),
            "",
          ],
    ),
    ...(findings.length === 0 ? ["Both documents mean the same.", ""] : []),
  ];
}

function isMuted({ waiver }: Finding): boolean {
  return waiver !== undefined;
}

function findingLines(finding: Finding, style: Style, paint: Paint): readonly string[] {
  const { base, head, was, now, witness, waiver, operations } = finding;
  const told = sentenceText(describeFinding(finding), paint);
  const meta = `${finding.ruleId} · ${finding.promise} · ${finding.fingerprint}`;
  const lines = [`  ${paint(style, "●")} ${told}`, `    ${paint("dim", meta)}`];
  if (operations.length > 0) {
    const shown = operations.slice(0, MOST_OPERATIONS).map(visibleText).join(", ");
    const rest = operations.length - MOST_OPERATIONS;
    lines.push(`    in ${shown}${rest > 0 ? ` and ${String(rest)} more` : ""}`);
  }
  if (base !== undefined) lines.push(`    base ${positionText(base)}`);
  if (head !== undefined) lines.push(`    head ${positionText(head)}`);
  if (was !== undefined || now !== undefined) {
    lines.push(`    ${changeText(was, now)}`);
  }
  if (finding.answer === "compatible") return lines;
  if (witness !== undefined) {
    lines.push(
      "",
      ...visibleBlock(shortWitness(witness, MOST_WITNESS))
        .split("\n")
        .map((line) => `      ${line}`),
      "",
    );
  }
  lines.push(`    ${paint("dim", visibleText(finding.reason))}`);
  if (finding.dependsOnConvention) {
    lines.push(
      `    ${paint("dim", "Rests on the convention that only what is declared is sent.")}`,
    );
  }
  if (waiver !== undefined) {
    lines.push(
      `    waived by ${visibleText(waiver.owner)} until ${waiver.expires}: ${visibleText(waiver.reason)}`,
    );
  }
  return lines;
}

function sentenceText(segments: readonly Segment[], paint: Paint): string {
  return segments
    .map(({ kind, text }) =>
      kind === "quote" ? paint("bold", visibleText(shorten(text, 200))) : text,
    )
    .join("");
}

function changeText(was: Finding["was"], now: Finding["now"]): string {
  const [before, after] = valueChange(was, now).map(({ title, text = "nothing" }) => {
    return title === "was" || title === "now" ? visibleText(text) : `${title} ${visibleText(text)}`;
  });
  return `${before ?? ""} → ${after ?? ""}`;
}

function positionText({ file, line, column }: SourcePosition): string {
  return `${visibleText(file)}:${String(line)}:${String(column)}`;
}

function paintBump(bump: Bump, paint: Paint): string {
  const style = { major: "red", minor: "yellow", patch: "green", none: "green" } as const;
  return paint(style[bump], bump);
}

function closingLines(review: Review, paint: Paint): readonly string[] {
  const { waivers, changesets } = review;
  const lines = [
    ...waivers.unused.map(
      ({ fingerprint, owner }) =>
        `Unused waiver ${fingerprint} (${visibleText(owner)}): no finding has this fingerprint.`,
    ),
    ...waivers.expired.map(
      ({ fingerprint, owner, expires }) =>
        `Expired waiver ${fingerprint} (${visibleText(owner)}): it ended on ${expires}.`,
    ),
    ...(changesets?.packages ?? []).map(({ name, declared, isEnough }) =>
      isEnough
        ? `Changeset of ${visibleText(name)}: ${declared} is enough.`
        : `Changeset of ${visibleText(name)}: ${declared} is declared, ${changesets?.needed ?? ""} is needed. Run: contract-review changeset`,
    ),
  ];
  const verdict = verdictSentence(review);
  return [...lines, paint(review.passed ? "green" : "red", verdict)];
}
