import type { Review } from "../verdict/review.ts";

/** The verdict in one line of our own words. */
export function verdictSentence({ bump, allowed, passed, comparisons }: Review): string {
  const findings = comparisons.flatMap((comparison) => comparison.findings);
  const count = (answer: "breaking" | "undecided"): number =>
    findings.filter((finding) => finding.answer === answer && finding.waiver === undefined).length;
  const told = [
    ...(count("breaking") > 0 ? [`${String(count("breaking"))} breaking`] : []),
    ...(count("undecided") > 0 ? [`${String(count("undecided"))} undecided`] : []),
  ].join(", ");
  const what = told === "" ? "compatible" : told;
  if (passed)
    return `${capitalized(what)}: this needs a release of ${bump}.`.replace(
      "a release of none",
      "no release",
    );
  return `${capitalized(what)}: this needs a release of ${bump}, and ${allowed} is allowed.`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
