import { type PlannedRelease, type ReleaseType, isAtLeast } from "../changelog/linked-version.ts";

/**
 * What is wrong with a plan, seen from the findings: the package that carries the contract must be
 * released, and by as much as the findings need.
 */
export function checkContractRelease(
  contractPackage: string,
  since: string,
  needed: ReleaseType,
  releases: readonly PlannedRelease[],
): string | undefined {
  if (needed === "none") return undefined;
  const release = releases.find(({ name }) => name === contractPackage);
  const mend = "Write the changeset with `pnpm contract:changeset`.";
  if (release === undefined) {
    return `The contract's document changed since ${contractPackage} ${since} (${needed}), and no changeset releases that package. ${mend}`;
  }
  if (isAtLeast(release.type, needed)) return undefined;
  return `The findings since ${contractPackage} ${since} need ${needed}, and its changesets declare ${release.type}. ${mend}`;
}
