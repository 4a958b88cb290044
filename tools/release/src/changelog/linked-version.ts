export const releaseTypes = ["none", "patch", "minor", "major"] as const;

export type ReleaseType = (typeof releaseTypes)[number];

/** One package of a release, as changesets plans it. */
export interface PlannedRelease {
  readonly name: string;
  /** What its own changesets declare; `patch` where it moves with a dependency only. */
  readonly declared: ReleaseType;
  /** What it gets: at least that of the packages that it is linked with. */
  readonly type: ReleaseType;
  readonly newVersion: string;
}

/**
 * Linked packages share a version, so a package may jump further than its own changes ask. Its
 * changelog says so: a reader of `1.0.0` looks for what broke.
 */
export function linkedVersionSentence(
  release: PlannedRelease,
  releases: readonly PlannedRelease[],
  linked: readonly (readonly string[])[],
): string | undefined {
  if (rank(release.type) <= rank(release.declared)) return undefined;
  const group = linked.find((names) => names.includes(release.name)) ?? [];
  const leader = releases.find(
    ({ name, declared }) => group.includes(name) && declared === release.type,
  );
  if (leader === undefined) return undefined;
  return `The version follows \`${leader.name}\`, whose change is ${leader.declared}: packages that are released together carry one version.`;
}

export function isAtLeast(type: ReleaseType, wanted: ReleaseType): boolean {
  return rank(type) >= rank(wanted);
}

function rank(type: ReleaseType): number {
  return releaseTypes.indexOf(type);
}
