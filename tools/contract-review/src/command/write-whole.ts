import { rename, rm, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { randomUUID } from "node:crypto";
import { makeFolder } from "./make-folder.ts";

/** Writes a file whole or not at all: to a temporary name first, then renamed. */
export async function writeWhole(cwd: string, file: string, text: string): Promise<void> {
  const target = resolve(cwd, file);
  await makeFolder(dirname(target));
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, text, { flag: "wx" });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
