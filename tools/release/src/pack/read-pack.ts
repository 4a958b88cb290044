import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileDigest } from "../edge/file-digest.ts";
import { publicPackages } from "../edge/workspace.ts";
import { checkPackage } from "./check-package.ts";
import { type PackedRelease, parsePackPlan, planFile } from "./pack-plan.ts";
import { readTarball } from "./read-tarball.ts";

/** A pack that is not what was built, or that must not be published. */
export class PackError extends Error {
  override readonly name = "PackError";
}

/** A release with the bytes of its tarball. */
export interface PackedTarball {
  readonly release: PackedRelease;
  readonly file: string;
  readonly bytes: Buffer;
}

/** Digest of a pack: its plan holds the digest of every tarball. */
export function packDigest(directory: string): string {
  return fileDigest(join(directory, planFile));
}

/** Reads a pack and holds every tarball against the digest that was written when it was built. */
export function readPack(directory: string, digest: string): readonly PackedTarball[] {
  const received = packDigest(directory);
  if (received !== digest) {
    throw new PackError(
      `${planFile}: expected the digest that the build reported, ${digest}, received ${received}. These are not the files that were built.`,
    );
  }
  return parsePackPlan(readFileSync(join(directory, planFile), "utf8")).map((release) => {
    const file = join(directory, release.path);
    const bytes = readFileSync(file);
    const integrity = `sha256-${hash("sha256", bytes, "base64")}`;
    if (integrity !== release.integrity) {
      throw new PackError(
        `${release.path}: expected ${release.integrity}, received ${integrity}. This is not the file that was built.`,
      );
    }
    return { release, file, bytes };
  });
}

/** What is wrong with the tarballs of a pack, seen from the sources that they were built from. */
export async function checkPack(
  root: string,
  pack: readonly PackedTarball[],
  isPublished: (name: string, version: string) => Promise<boolean>,
  repository?: string,
): Promise<readonly string[]> {
  const versions = new Map(
    publicPackages(root).map(({ manifest }) => [manifest.name, manifest.version]),
  );
  const available = new Set<string>();
  for (const [name, version] of versions) {
    if (await isPublished(name, version)) available.add(`${name}@${version}`);
  }
  const problems: string[] = [];
  for (const { release, bytes } of pack) {
    const { name, version } = release;
    const wanted = versions.get(name);
    if (wanted !== version) {
      problems.push(`${name}@${version}: the sources are at ${wanted ?? "no version"}`);
    }
    problems.push(
      ...checkPackage({
        name,
        version,
        files: readTarball(bytes),
        versions,
        isAvailable: (dependency, at) => available.has(`${dependency}@${at}`),
        ...(repository === undefined ? {} : { repository }),
      }),
    );
    // What the plan publishes before is there when its dependents are.
    available.add(`${name}@${version}`);
  }
  return problems;
}
