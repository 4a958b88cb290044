import { readFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { describeDifference, expectedFiles, isBundlersOwn } from "../expected-files.ts";
import { gitIn } from "../git-in.ts";
import { hasNoSource } from "../has-no-source.ts";
import { checkRow, type Row } from "../row.ts";
import type { PublishedPackage, Stage } from "../stage.ts";
import { fetchTarball, type Tarball } from "../tarball.ts";

/** What lies in each tarball, and what its manifest promises. */
export async function checkTarballs(stage: Stage): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const published of stage.packages) {
    const { name, version } = published;
    const fetched = fetchTarball(stage, published);
    rows.push(
      await checkRow(`${name} files`, version, async () =>
        checkFiles(stage, published, await fetched),
      ),
      await checkRow(`${name} source maps`, version, async () => checkSourceMaps(await fetched)),
      await checkRow(`${name} manifest`, version, async () => checkManifest(await fetched)),
    );
  }
  return rows;
}

async function checkFiles(
  stage: Stage,
  published: PublishedPackage,
  tarball: Tarball,
): Promise<string> {
  const tracked = await gitIn(published.sourceDirectory, stage)("ls-files", "-z");
  const trackedFiles = tracked.split("\0").filter((file) => file !== "");
  const manifest = await readManifest(tarball);
  const wanted = expectedFiles({ manifest, trackedFiles });
  const received = tarball.entries.filter((file) => !isBundlersOwn({ manifest }, file));
  const difference = describeDifference(wanted, received);
  if (difference !== undefined) throw new Error(difference);
  return `${tarball.entries.length} files, each expected`;
}

/** Source map, revision 3, as far as it is looked at (ECMA-426). */
interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent?: readonly (string | null)[];
}

async function checkSourceMaps(tarball: Tarball): Promise<string> {
  const outputs = tarball.entries.filter((entry) => /^dist\/.*\.(js|d\.ts)$/.test(entry));
  for (const output of outputs) {
    const text = await readFile(join(tarball.directory, output), "utf8");
    const map = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(text)?.[1];
    if (map === undefined) {
      if (hasNoSource(text)) continue;
      throw new Error(`${output} names no source map`);
    }
    const mapFile = join(dirname(output), map);
    const { sources, sourcesContent = [] }: SourceMap = JSON.parse(
      await readFile(join(tarball.directory, mapFile), "utf8"),
    );
    for (const [index, source] of sources.entries()) {
      const path = normalize(join(dirname(mapFile), source)).replaceAll("\\", "/");
      // What a dependency contributed to a bundle stands in another package: the map carries it.
      const isCarried = path.startsWith("../") && typeof sourcesContent[index] === "string";
      if (!isCarried && !tarball.entries.includes(path)) {
        throw new Error(`${mapFile} points to ${path}, which is not shipped`);
      }
    }
  }
  if (outputs.length === 0) throw new Error("no output in dist");
  return `${outputs.length} outputs lead to shipped sources`;
}

const installScripts = ["preinstall", "install", "postinstall", "prepare"] as const;

async function checkManifest(tarball: Tarball): Promise<string> {
  const manifest = await readManifest(tarball);
  for (const field of ["description", "license", "repository", "engines", "exports"] as const) {
    if (manifest[field] === undefined) throw new Error(`package.json has no ${field}`);
  }
  const script = installScripts.find((name) => manifest.scripts?.[name] !== undefined);
  if (script !== undefined) throw new Error(`package.json has the install script ${script}`);
  const ranges = Object.entries({ ...manifest.dependencies, ...manifest.peerDependencies });
  const local = ranges.find(([, range]) => /^(workspace|catalog|link|file):/.test(range));
  if (local !== undefined)
    throw new Error(`dependency ${local[0]} is ${local[1]} outside the workspace`);
  return `${ranges.length} dependencies, no install script`;
}

interface Manifest {
  readonly files?: readonly string[];
  readonly description?: string;
  readonly license?: string;
  readonly repository?: unknown;
  readonly engines?: unknown;
  readonly exports?: unknown;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

async function readManifest(tarball: Tarball): Promise<Manifest> {
  const text = await readFile(join(tarball.directory, "package.json"), "utf8");
  const manifest: Manifest = JSON.parse(text);
  return manifest;
}
