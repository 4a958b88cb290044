import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { SiteFile } from "./render-site.ts";

/** Marks a folder as one of ours, so that a mistyped `--out` never replaces somebody's work. */
const marker = ".flex-channels-docs";

/** The folder holds something that this command did not write. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

/**
 * Writes a site beside its place and moves it there whole: nobody meets half a site, and an old
 * file never outlives its page.
 * @throws {OutputError} where the folder holds something else
 */
export async function writeSite(folder: string, files: readonly SiteFile[]): Promise<void> {
  const target = resolve(folder);
  await refuseForeign(target);
  await mkdir(dirname(target), { recursive: true });
  const staged = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  const former = `${staged}-former`;
  try {
    // A folder for temporary files is closed to others; a site is there to be read.
    await chmod(staged, 0o755);
    for (const { path, text } of [...files, { path: marker, text: "" }]) {
      await mkdir(dirname(join(staged, path)), { recursive: true });
      await writeFile(join(staged, path), text);
    }
    const moved = await rename(target, former).then(
      () => true,
      () => false,
    );
    try {
      await rename(staged, target);
    } catch (error) {
      if (moved) await rename(former, target);
      throw error;
    }
  } finally {
    await rm(staged, { recursive: true, force: true });
    await rm(former, { recursive: true, force: true });
  }
}

async function refuseForeign(target: string): Promise<void> {
  const entries = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new OutputError(`${target} is no folder to write to (${error.code ?? error.message}).`);
  });
  if (entries.length === 0) return;
  const isOurs = await readFile(join(target, marker)).then(
    () => true,
    () => false,
  );
  if (isOurs) return;
  throw new OutputError(
    `${target} holds something that this command did not write. Give an empty or a new folder.`,
  );
}
