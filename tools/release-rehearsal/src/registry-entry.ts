import type { PublishedPackage, Stage } from "./stage.ts";

/** What the registry says of one published version. */
export interface RegistryEntry {
  readonly tarball: string;
  /** Subresource integrity of the tarball. */
  readonly integrity: string;
}

/** Asks the local registry for a package. */
export async function registryEntry(
  stage: Pick<Stage, "registryUrl" | "signal">,
  published: Pick<PublishedPackage, "name" | "version">,
): Promise<RegistryEntry> {
  const address = `${stage.registryUrl}${published.name.replace("/", "%2f")}`;
  const response = await fetch(address, { signal: stage.signal });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const document: { versions: Record<string, { dist: RegistryEntry }> } = JSON.parse(
    await response.text(),
  );
  const entry = document.versions[published.version];
  if (entry === undefined) throw new Error(`${published.name}@${published.version} is not there`);
  return entry.dist;
}
