import { cp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A script that a measured process runs. */
export function program(name: string): string {
  return fileURLToPath(new URL(`../programs/${name}`, import.meta.url));
}

/** Puts a program into a project, so that it imports what that project has installed. */
export async function installProgram(project: string, name: string): Promise<string> {
  const file = join(project, name);
  await cp(program(name), file);
  return file;
}
