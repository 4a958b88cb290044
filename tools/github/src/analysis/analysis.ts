import type { Review } from "@flex-channels/contract-review";

/** A line of the document that its linter minds. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What a command of the gate said. */
export interface CheckResult {
  readonly name: string;
  readonly passed: boolean;
  /** The end of its output, for whoever has to mend it. */
  readonly output: string;
}

/** What the comparison of the two documents came to. */
export type Outcome =
  | { readonly kind: "reviewed"; readonly review: Review }
  /** A document, the configuration or a waiver that cannot be read. */
  | { readonly kind: "unreadable"; readonly output: string };

/**
 * Facts about one commit, without a conclusion: the half that runs with nothing but read access
 * collects them, and whoever may write draws the conclusions.
 */
export interface Analysis {
  /** The commit that was analysed; nothing for a working tree. */
  readonly commit?: string;
  /** The pull request that the runner named: a claim, to be checked. */
  readonly pull?: number;
  /** Whether the document's text, or its place, differs from a base's. */
  readonly isTouched: boolean;
  readonly outcome: Outcome;
  /** Findings that were left out of `outcome` to keep the result small; the heaviest are in it. */
  readonly omitted: number;
  readonly problems: readonly Problem[];
  readonly checks: readonly CheckResult[];
}
