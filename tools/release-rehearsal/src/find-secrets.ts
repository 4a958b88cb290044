import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** A place and the secret that was found there. */
export interface FoundSecret {
  readonly place: string;
  readonly secret: string;
}

/** Looks through every file of a folder, inside of tarballs too. Repositories are looked through by git. */
export async function findSecrets(
  directory: string,
  secrets: readonly string[],
  exempt: readonly string[] = [],
): Promise<readonly FoundSecret[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const found: FoundSecret[] = [];
  for (const entry of entries) {
    const place = join(entry.parentPath, entry.name);
    if (!entry.isFile() || exempt.includes(place) || place.includes("/.git/")) continue;
    const bytes = await readFile(place);
    const text = /\.(?:tgz|gz)$/.test(place) ? Buffer.concat([bytes, gunzipSync(bytes)]) : bytes;
    for (const secret of secrets) if (text.includes(secret)) found.push({ place, secret });
  }
  return found;
}
