import { type Bump, highestBump } from "./bump.ts";
import type { Finding } from "./finding.ts";

/**
 * The release that the findings need. A waiver mutes the verdict, but SemVer has no waiver: what is
 * proved to break stays major; what was undecided has been answered by a person, and is minor.
 */
export function neededBump(findings: readonly Finding[]): Bump {
  return highestBump(
    findings.map(({ answer, bump, waiver }) => {
      if (waiver === undefined) return bump;
      return answer === "undecided" ? "minor" : waiver.mutedBump;
    }),
  );
}
