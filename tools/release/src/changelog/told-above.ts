import type { LastRelease } from "../version/last-release.ts";
import { findEntry } from "./add-section.ts";

/** For a changeset that the review wrote: its findings stand in the section above. */
export const toldAbove = "- The contract changed, as told above.";

/**
 * The changelog of a package whose entry has no such section: it was never released, so that there
 * is nothing to compare with, or the document is what it was at the last release.
 */
export function withoutSection(changelog: string, version: string, last: LastRelease): string {
  if (findEntry(changelog, version)?.includes(toldAbove) !== true) return changelog;
  // Entries stand newest first.
  return changelog.replace(
    toldAbove,
    last.kind === "never"
      ? "- The contract is released for the first time."
      : `- The contract is what it was in ${last.version}.`,
  );
}
