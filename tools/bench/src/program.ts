import { fileURLToPath } from "node:url";

/** A script that a measured process runs. */
export function program(name: string): string {
  return fileURLToPath(new URL(`../programs/${name}`, import.meta.url));
}
