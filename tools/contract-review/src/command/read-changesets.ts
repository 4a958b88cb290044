import { readFile, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { gitText } from "../git/git.ts";
import type { ChangesetFile } from "../verdict/changeset.ts";

/** The `.changeset` folder of the repository, or of the current folder outside of one. */
export async function changesetFolder(cwd: string): Promise<string> {
  const root = await gitText(cwd, ["rev-parse", "--show-toplevel"]);
  return join(root ?? cwd, ".changeset");
}

/** The pending changesets; the folder's README is none. */
export async function readChangesets(cwd: string): Promise<readonly ChangesetFile[]> {
  const folder = await changesetFolder(cwd);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const pending = names.filter(
    (name) => name.endsWith(".md") && name.toLowerCase() !== "readme.md",
  );
  return Promise.all(
    pending.toSorted().map(async (name) => ({
      file: relative(cwd, join(folder, name)),
      text: await readFile(join(folder, name), "utf8"),
    })),
  );
}
