import { resolve } from "node:path";
import { writeWhole as write } from "@flex-channels/document/write-whole";
import { UsageError } from "./usage-error.ts";

/**
 * Writes a file whole or not at all.
 *
 * @throws UsageError where it cannot be written, with its path and what to do.
 */
export async function writeWhole(cwd: string, file: string, text: string): Promise<void> {
  try {
    await write(resolve(cwd, file), text);
  } catch (error) {
    throw refusalOf(file, error);
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
