import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseChangesetFile } from "@changesets/parse";
import type { Changelog, PendingChange } from "./page/changelog-page.ts";

/** What the repository knows of the releases of a package. */
export async function readChangelog(
  repository: string,
  { name, folder }: { readonly name: string; readonly folder: string },
): Promise<Changelog> {
  return {
    package: name,
    markdown: await readIfThere(join(repository, folder, "CHANGELOG.md")),
    pending: await readPending(join(repository, ".changeset"), name),
  };
}

async function readPending(folder: string, name: string): Promise<readonly PendingChange[]> {
  const entries = await readdir(folder).catch(() => []);
  const files = entries.filter((entry) => entry.endsWith(".md") && entry !== "README.md");
  const changes = await Promise.all(
    files.toSorted().map(async (file): Promise<readonly PendingChange[]> => {
      const { releases, summary } = parseChangesetFile(await readFile(join(folder, file), "utf8"));
      return releases
        .filter((release) => release.name === name)
        .map(({ type }) => ({ bump: type, summary }));
    }),
  );
  return changes.flat();
}

async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch(() => undefined);
}
