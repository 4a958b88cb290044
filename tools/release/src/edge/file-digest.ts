import { hash } from "node:crypto";
import { readFileSync } from "node:fs";

/** SHA-256 of a file, lower-case hexadecimal: what one job reports of a file to the next. */
export function fileDigest(file: string): string {
  return hash("sha256", readFileSync(file));
}
