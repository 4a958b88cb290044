import { rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { randomUUID } from "node:crypto";
import { makeFolder } from "./make-folder.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Writes a file whole or not at all: to a temporary name first, then renamed. What is there and is
 * no file, such as `/dev/stdout`, is written to as it is.
 *
 * @throws UsageError where it cannot be written, with its path and what to do.
 */
export async function writeWhole(cwd: string, file: string, text: string): Promise<void> {
  const target = resolve(cwd, file);
  try {
    await makeFolder(dirname(target));
    const found = await stat(target).catch(() => undefined);
    if (found === undefined || found.isFile()) await replace(target, text);
    else await writeFile(target, text);
  } catch (error) {
    throw refusalOf(file, error);
  }
}

async function replace(target: string, text: string): Promise<void> {
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, text, { flag: "wx" });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EISDIR: "it is a folder. Name a file in it",
  EEXIST: "a part of its path is a file. Name a file in a folder",
  ENOTDIR: "a part of its path is a file. Name a file in a folder",
  EACCES: "permission is denied. Name a file in a folder that you may write to",
  EPERM: "permission is denied. Name a file in a folder that you may write to",
  EROFS: "its file system is read-only. Name a file elsewhere",
  ENOENT: "its folder cannot be made. Name a file in a folder that exists",
  ENOSPC: "no space is left there. Free some, or name a file elsewhere",
  ENAMETOOLONG: "its name is too long. Name it shorter",
};

function refusalOf(file: string, error: unknown): unknown {
  if (!(error instanceof Error && "code" in error && typeof error.code === "string")) return error;
  const reason = Object.hasOwn(REASONS, error.code) ? REASONS[error.code] : undefined;
  const told = reason ?? "the system refuses. Name a file elsewhere";
  return new UsageError(`${file} cannot be written: ${told} (${error.code}).`, { cause: error });
}
