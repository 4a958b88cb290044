/** A changelog that has no entry for the version that it should tell of. */
export class ChangelogError extends Error {
  override readonly name = "ChangelogError";
}

const emptyEntry = "No changes in this release.";

/** Adds a section to the entry of a version, above what the changesets say. */
export function addSection(changelog: string, version: string, section: string): string {
  const { before, entry, after } = entryOf(changelog, version);
  const rest = entry.trim() === emptyEntry ? "" : `\n${entry.trim()}\n`;
  return `${before}\n${section.trim()}\n${rest}${after === "" ? "" : `\n${after}`}`;
}

/** The text of a version's entry; nothing where there is none. */
export function findEntry(changelog: string, version: string): string | undefined {
  try {
    return entryOf(changelog, version).entry.trim();
  } catch (error) {
    if (error instanceof ChangelogError) return undefined;
    throw error;
  }
}

/** The version of the topmost entry. */
export function latestEntry(changelog: string): string | undefined {
  return /^## (\S+)$/m.exec(changelog)?.[1];
}

function entryOf(
  changelog: string,
  version: string,
): { readonly before: string; readonly entry: string; readonly after: string } {
  const heading = `## ${version}\n`;
  const at = `\n${changelog}`.indexOf(`\n${heading}`);
  if (at === -1) {
    throw new ChangelogError(`The changelog has no entry "## ${version}".`);
  }
  const start = at + heading.length;
  const next = changelog.slice(start).search(/^## /m);
  const end = next === -1 ? changelog.length : start + next;
  return {
    before: changelog.slice(0, start),
    entry: changelog.slice(start, end),
    after: changelog.slice(end),
  };
}
