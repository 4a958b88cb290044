import type { Comparison, Finding, Review, Version } from "@flex-channels/contract-review";

/** The JSON report of contract-review, which its schema has been held against. */
interface ReviewData extends Omit<Review, "head" | "comparisons"> {
  readonly formatVersion: 1;
  readonly head: Omit<Version, "text">;
  readonly comparisons: readonly (Omit<Comparison, "base" | "findings"> & {
    readonly base: Omit<Version, "text">;
    readonly findings: readonly (Finding & { readonly message: string })[];
  })[];
}

/**
 * The review that a JSON report came from, without the documents' texts. Sentences are made anew
 * from the findings, so those of the report are left.
 */
export function parseReview(json: unknown): Review {
  const { formatVersion: _, head, comparisons, ...rest } = json as ReviewData;
  return {
    ...rest,
    head: { ...head, text: "" },
    comparisons: comparisons.map(({ base, bump, findings }) => ({
      base: { ...base, text: "" },
      bump,
      findings: findings.map(({ message: _message, ...finding }) => finding),
    })),
  };
}
