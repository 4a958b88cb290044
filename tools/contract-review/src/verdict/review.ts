import type { Bump } from "./bump.ts";
import type { ChangesetReport } from "./changeset.ts";
import type { Finding } from "./finding.ts";
import type { WaiverReport } from "./waiver.ts";

/** One of the two documents, as a report names it. */
export interface Version {
  /** A git ref, `working tree`, or the file. */
  readonly label: string;
  readonly file: string;
  /** Commit that the text was read from, for links. */
  readonly commit?: string;
  /** The whole text, for reports that show it. */
  readonly text: string;
}

/** The judgement of the head against one base. */
export interface Comparison {
  readonly base: Version;
  readonly bump: Bump;
  readonly findings: readonly Finding[];
}

/** Everything that a report shows; reports are pure functions of it. */
export interface Review {
  readonly tool: { readonly name: string; readonly version: string };
  readonly head: Version;
  readonly comparisons: readonly Comparison[];
  /** The highest bump of all comparisons, after waivers. */
  readonly bump: Bump;
  /** The highest bump that this run lets pass. */
  readonly allowed: Bump;
  readonly passed: boolean;
  readonly waivers: WaiverReport;
  readonly changesets?: ChangesetReport;
  /** `https://github.com/owner/name`, for links; nothing: no links. */
  readonly repositoryUrl?: string;
}
