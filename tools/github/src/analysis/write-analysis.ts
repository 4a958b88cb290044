import { type Review, renderReview } from "@flex-channels/contract-review";
import type { Analysis } from "./analysis.ts";
import { limits } from "./limits.ts";

/** The result as text, small enough to be read by somebody who trusts nobody. */
export async function writeAnalysis(analysis: Analysis): Promise<string> {
  const { outcome, omitted, problems, checks, ...rest } = analysis;
  const cut = outcome.kind === "reviewed" ? cutReview(outcome.review) : undefined;
  return `${JSON.stringify({
    formatVersion: 1,
    ...rest,
    omitted: omitted + (cut?.omitted ?? 0),
    outcome:
      cut === undefined
        ? { ...outcome, ...("output" in outcome ? { output: tail(outcome.output) } : {}) }
        : {
            kind: "reviewed",
            review: JSON.parse(await renderReview("json", cut.review, { color: false })),
          },
    problems: problems
      .slice(0, limits.problems)
      .map((problem) => ({ ...problem, message: problem.message.slice(0, 2000) })),
    checks: checks.map((check) => ({ ...check, output: tail(check.output) })),
  })}\n`;
}

function cutReview(review: Review): { readonly review: Review; readonly omitted: number } {
  let omitted = 0;
  const comparisons = review.comparisons.map((comparison) => {
    const findings = comparison.findings.slice(0, limits.findings);
    omitted += comparison.findings.length - findings.length;
    return { ...comparison, findings };
  });
  return { review: { ...review, comparisons }, omitted };
}

/** The end of an output says what went wrong. */
function tail(output: string): string {
  return output.length <= limits.output ? output : output.slice(-limits.output);
}
