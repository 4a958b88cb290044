/** What a release must at least raise (SemVer 2.0.0), least first. */
export const bumps = ["none", "patch", "minor", "major"] as const;

export type Bump = (typeof bumps)[number];

export function isBump(value: unknown): value is Bump {
  return bumps.some((bump) => bump === value);
}

export function isWithinBump(bump: Bump, limit: Bump): boolean {
  return bumps.indexOf(bump) <= bumps.indexOf(limit);
}

export function highestBump(found: Iterable<Bump>): Bump {
  let highest: Bump = "none";
  for (const bump of found) if (!isWithinBump(bump, highest)) highest = bump;
  return highest;
}
