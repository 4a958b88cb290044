import { type PlannedRelease, type ReleaseType, isAtLeast } from "../changelog/linked-version.ts";

/** What `changeset status --output` writes, as far as it is read. */
export interface WrittenPlan {
  readonly changesets: readonly {
    readonly releases: readonly { readonly name: string; readonly type: ReleaseType }[];
  }[];
  readonly releases: readonly {
    readonly name: string;
    readonly type: ReleaseType;
    readonly newVersion: string;
  }[];
}

/** The releases that will be made. Linking raises their types; what was declared is kept beside. */
export function readPlan({ changesets, releases }: WrittenPlan): readonly PlannedRelease[] {
  const declared = new Map<string, ReleaseType>();
  for (const { name, type } of changesets.flatMap((changeset) => changeset.releases)) {
    if (isAtLeast(type, declared.get(name) ?? "none")) declared.set(name, type);
  }
  return releases
    .filter(({ type }) => type !== "none")
    .map(({ name, type, newVersion }) => {
      const own = declared.get(name) ?? "none";
      return { name, type, newVersion, declared: own === "none" ? "patch" : own };
    });
}
