import { readFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../edge/write-whole.ts";

/** The client reads no file at run time, so its version is a line of code. */
export function writeClientVersion(root: string, version: string): void {
  const file = join(root, "packages", "client", "src", "version.ts");
  writeWhole(file, writeVersion(readFileSync(file, "utf8"), version));
}

/** The line of code that repeats a version, with that version. */
export function writeVersion(text: string, version: string): string {
  const line = `version = ${JSON.stringify(version)}`;
  const written = text.replace(/version = "[^"]*"/, line);
  if (written.includes(line)) return written;
  throw new Error('Expected a line such as `export const version = "0.0.0";`.');
}
