import type { Comparison, Review, Version } from "../verdict/review.ts";
import { describeFinding } from "./describe-finding.ts";
import type { Render } from "./render.ts";
import { plainText } from "./segment.ts";
import { witnessText } from "./witness-text.ts";

/** For programs: `findings.schema.json` of this package describes it. */
export const jsonReport: Render = (review) => `${JSON.stringify(reviewData(review), null, 2)}\n`;

function reviewData(review: Review): object {
  const { tool, head, comparisons, bump, allowed, passed, waivers, changesets } = review;
  return {
    formatVersion: 1,
    tool,
    bump,
    allowed,
    passed,
    head: versionData(head),
    comparisons: comparisons.map(comparisonData),
    waivers,
    ...(changesets === undefined ? {} : { changesets }),
  };
}

function versionData({ label, file, commit }: Version): object {
  return { label, file, ...(commit === undefined ? {} : { commit }) };
}

function comparisonData({ base, bump, findings }: Comparison): object {
  return {
    base: versionData(base),
    bump,
    findings: findings.map(({ witness, ...finding }) => ({
      ...finding,
      message: plainText(describeFinding(finding)),
      ...(witness === undefined ? {} : { witness: { ...witness, text: witnessText(witness) } }),
    })),
  };
}
