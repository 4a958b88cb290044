import { readdir, readFile, rm } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { writeWhole, writerOf } from "@flex-channels/document/write-whole";
import type { Change } from "./plan-changes.ts";

/** A file that another run is writing this moment: it is about to be renamed, and not part of the folder. */
const isBeingWritten = (name: string): boolean => {
  const pid = writerOf(name);
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

const readText = (file: string): Promise<string> =>
  readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });

/** Every file below `folder`, by its path relative to it with `/`; a folder that is not there has none. */
export const readFolder = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  const files = entries.filter((entry) => !entry.isDirectory() && !isBeingWritten(entry.name));
  return new Map(
    await Promise.all(
      files.map(async (entry) => {
        const path = relative(folder, join(entry.parentPath, entry.name));
        // What a link or a pipe leads to is not ours to read, nor what stands in a folder below: it was
        // not generated, that is enough. A file that another run removed meanwhile has no text either.
        const isOurs = entry.isFile() && entry.parentPath === folder;
        const text = isOurs ? await readText(join(folder, path)) : "";
        return [path.split(sep).join("/"), text] as const;
      }),
    ),
  );
};

/** Carries a plan out. A file that was never generated is left alone: it is not ours to remove. */
export const applyChanges = async (folder: string, changes: readonly Change[]): Promise<void> => {
  for (const change of changes) {
    if (change.kind === "extra") await rm(join(folder, change.path), { force: true });
    else if (change.kind !== "foreign") await writeWhole(join(folder, change.path), change.want);
  }
};
