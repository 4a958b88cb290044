/** Where a package was last released: nowhere yet, or at a tag. */
export type LastRelease =
  | { readonly kind: "never" }
  | { readonly kind: "released"; readonly version: string; readonly tag: string };

/** A release whose tag is not here. */
export class MissingTagError extends Error {
  override readonly name = "MissingTagError";
}

/** Version of a package that was never released. */
const unreleased = "0.0.0";

export function tagOf(name: string, version: string): string {
  return `${name}@${version}`;
}

/** The last release of a package: its version before the next one is set, and its tag. */
export function lastRelease(name: string, version: string, tags: ReadonlySet<string>): LastRelease {
  const tag = tagOf(name, version);
  if (tags.has(tag)) return { kind: "released", version, tag };
  if (version === unreleased) return { kind: "never" };
  throw new MissingTagError(
    `${name} is at ${version}, and there is no tag ${tag} to compare the contract with. Fetch the tags: git fetch --tags. If the release was never made, publish it first.`,
  );
}
