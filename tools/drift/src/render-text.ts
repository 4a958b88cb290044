import type { Finding } from "@flex-channels/contract-review";
import {
  describeFinding,
  plainText,
  visibleBlock,
  visibleText,
} from "@flex-channels/contract-review";
import { acceptanceOf } from "./acceptance.ts";
import type { Drift } from "./drift.ts";
import { headline } from "./headline.ts";
import { placeText, valueOf } from "./value-of.ts";

/** For a terminal: nothing in it obeys what a document says. */
export function renderText(drift: Drift): string {
  const { breaks, news, accepted, unused, silent } = drift;
  const lines = [
    headline(drift),
    ...breaks.flatMap((finding) => findingLines("breaks", finding, drift)),
    ...news.flatMap((finding) => findingLines("news", finding, drift)),
    ...unused.map(
      ({ rule, at }) =>
        `no longer needed: ${visibleText(rule)} at ${visibleText(at.join(", "))}. Take it out of the accepted differences.`,
    ),
    `${String(accepted.length)} accepted; silent where ours says more: ${String(silent)}.`,
  ];
  return `${lines.join("\n")}\n`;
}

function findingLines(
  kind: "breaks" | "news",
  finding: Finding,
  { ours, theirs }: Drift,
): readonly string[] {
  return [
    "",
    `${kind}: ${visibleText(plainText(describeFinding(finding)))}`,
    `  ours    ${visibleText(placeText(finding.base, ours))}  ${valueOf(finding.was)}`,
    `  theirs  ${visibleText(placeText(finding.head, theirs))}  ${valueOf(finding.now)}`,
    "  to accept it as it stands:",
    ...indent(visibleBlock(acceptanceOf(finding).trimEnd())),
    "",
  ];
}

function indent(block: string): readonly string[] {
  return block.split("\n").map((line) => `    ${line}`);
}
