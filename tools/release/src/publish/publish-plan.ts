import type { PackedRelease } from "../pack/pack-plan.ts";

/** What the registry has of a version: nothing, or bytes with this digest (`sha512-`, base64). */
export type RegistryState =
  { readonly kind: "absent" } | { readonly kind: "present"; readonly integrity: string };

/** Where a tag points: nowhere, or at a commit. */
export type TagState =
  { readonly kind: "absent" } | { readonly kind: "present"; readonly commit: string };

export interface ReleaseFacts {
  readonly release: PackedRelease;
  /** Digest of the tarball as the registry writes it. */
  readonly integrity: string;
  readonly registry: RegistryState;
  readonly gitTag: TagState;
}

/** What is to be done, or why nothing may be. */
export type PublishPlan =
  | {
      readonly kind: "go";
      /** In the order of the plan: a dependency before its dependents. */
      readonly publish: readonly PackedRelease[];
      /** In the registry with these very bytes: an earlier attempt got that far. */
      readonly published: readonly PackedRelease[];
    }
  | { readonly kind: "refused"; readonly problems: readonly string[] };

/** Nothing is published twice, nothing under a tag of another commit, and all or none is begun. */
export function planPublish(facts: readonly ReleaseFacts[], commit: string): PublishPlan {
  const problems = facts.flatMap(({ release, integrity, registry, gitTag }) => {
    const id = `${release.name}@${release.version}`;
    const foreignTag = gitTag.kind === "present" && gitTag.commit !== commit;
    const foreignBytes = registry.kind === "present" && registry.integrity !== integrity;
    return [
      ...(foreignTag
        ? [
            `${id}: the tag points at ${gitTag.commit}, this release is ${commit}. Raise the version.`,
          ]
        : []),
      ...(foreignBytes
        ? [
            `${id} is in the registry with other bytes. Nothing is published again: raise the version.`,
          ]
        : []),
    ];
  });
  if (problems.length > 0) return { kind: "refused", problems };
  return {
    kind: "go",
    publish: facts
      .filter(({ registry }) => registry.kind === "absent")
      .map(({ release }) => release),
    published: facts
      .filter(({ registry }) => registry.kind === "present")
      .map(({ release }) => release),
  };
}
