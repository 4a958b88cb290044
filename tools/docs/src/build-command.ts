import { join, relative, resolve } from "node:path";
import { toolFolder } from "./folders.ts";
import { renderRepository } from "./render-repository.ts";
import { writeSite } from "./write-site.ts";

/** Writes the site to a folder, by default beside the sources. */
export async function buildCommand(out: string | undefined): Promise<void> {
  const folder = out === undefined ? join(toolFolder, "dist") : resolve(out);
  const files = await renderRepository();
  await writeSite(folder, files);
  console.log(`${String(files.length)} files in ${relative(process.cwd(), folder) || folder}`);
}
