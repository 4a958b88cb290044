import { randomUUID } from "node:crypto";
import { rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { makeFolder } from "./make-folder.ts";

/**
 * Writes a file whole or not at all: under another name beside it first, then renamed, so that a
 * reader sees the old text or the new one. Folders that are not there are made. What is there and is
 * no file, such as `/dev/stdout`, is written to as it is.
 *
 * @throws what the file system says, with nothing left behind
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  await makeFolder(dirname(file));
  const found = await stat(file).catch(() => undefined);
  if (found !== undefined && !found.isFile()) return writeFile(file, text);
  const temporary = `${file}.${process.pid}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, text, { flag: "wx" });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** The process that is writing a file of this name, if it is such a name. */
export function writerOf(name: string): number | undefined {
  const pid = /\.(\d+)\.[\da-f-]{36}\.tmp$/.exec(name)?.[1];
  return pid === undefined ? undefined : Number(pid);
}
