import { type Bump, highestBump } from "../verdict/bump.ts";
import { neededBump } from "../verdict/needed-bump.ts";
import type { Review } from "../verdict/review.ts";

/** How many findings are open, by answer, and how many a waiver mutes. */
export function countAnswers({ comparisons }: Review): {
  readonly open: { readonly breaking: number; readonly undecided: number };
  readonly waived: number;
} {
  const findings = comparisons.flatMap((comparison) => comparison.findings);
  const open = (answer: "breaking" | "undecided"): number =>
    findings.filter((finding) => finding.answer === answer && finding.waiver === undefined).length;
  return {
    open: { breaking: open("breaking"), undecided: open("undecided") },
    waived: findings.filter(({ waiver }) => waiver !== undefined).length,
  };
}

/** The release that all comparisons need: a waiver mutes a verdict, and SemVer knows none. */
export function neededRelease({ comparisons }: Review): Bump {
  return highestBump(comparisons.map(({ findings }) => neededBump(findings)));
}

/** The verdict in one line of our own words. */
export function verdictSentence(review: Review): string {
  const { bump, allowed, passed } = review;
  const { open, waived } = countAnswers(review);
  const told = [
    ...(open.breaking > 0 ? [`${String(open.breaking)} breaking`] : []),
    ...(open.undecided > 0 ? [`${String(open.undecided)} undecided`] : []),
    ...(waived > 0 ? [`${String(waived)} waived`] : []),
  ].join(", ");
  const what = capitalized(told === "" ? "compatible" : told);
  if (!passed) {
    const most = allowed === "none" ? "no release" : allowed;
    return `${what}: this needs a ${bump} release, and ${most} is allowed.`;
  }
  const needed = neededRelease(review);
  return needed === "none"
    ? `${what}: this needs no release.`
    : `${what}: this needs a ${needed} release.`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
