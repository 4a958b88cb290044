import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { makeFolder } from "./make-folder.ts";
import type { Change } from "./plan-changes.ts";

/** Every file below `folder`, by its path relative to it with `/`; a folder that is not there has none. */
export const readFolder = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  const files = entries.filter((entry) => !entry.isDirectory());
  return new Map(
    await Promise.all(
      files.map(async (entry) => {
        const path = relative(folder, join(entry.parentPath, entry.name));
        // What a link or a pipe leads to is not ours to read; it was not generated, that is enough.
        const text = entry.isFile() ? await readFile(join(folder, path), "utf8") : "";
        return [path.split(sep).join("/"), text] as const;
      }),
    ),
  );
};

/** Writes beside the target and renames, so that a reader sees the old file or the new one. */
const replaceFile = async (target: string, text: string): Promise<void> => {
  await makeFolder(dirname(target));
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
};

/** Carries a plan out. A file that was never generated is left alone: it is not ours to remove. */
export const applyChanges = async (folder: string, changes: readonly Change[]): Promise<void> => {
  for (const change of changes) {
    if (change.kind === "extra") await rm(join(folder, change.path));
    else if (change.kind !== "foreign") await replaceFile(join(folder, change.path), change.want);
  }
};
