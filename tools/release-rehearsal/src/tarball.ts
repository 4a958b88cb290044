import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runOrThrow } from "@flex-channels/gear/run-or-throw";
import { registryEntry } from "./registry-entry.ts";
import type { PublishedPackage, Stage } from "./stage.ts";

export interface Tarball {
  /** The file as the registry serves it. */
  readonly file: string;
  /** Where it is unpacked. */
  readonly directory: string;
  /** Sorted paths of what it holds. */
  readonly entries: readonly string[];
}

/** Downloads what was published and unpacks it: the registry's word, not the workspace's. */
export async function fetchTarball(
  stage: Pick<Stage, "directory" | "registryUrl" | "env" | "signal">,
  published: PublishedPackage,
): Promise<Tarball> {
  const entry = await registryEntry(stage, published);
  const download = await fetch(entry.tarball, { signal: stage.signal });

  const directory = join(stage.directory, "tarballs", published.name.replace(/^.*\//, ""));
  await mkdir(directory, { recursive: true });
  const file = `${directory}.tgz`;
  await writeFile(file, new Uint8Array(await download.arrayBuffer()));
  await runOrThrow("tar", ["-xzf", file, "-C", directory, "--strip-components=1"], {
    cwd: directory,
    env: stage.env,
    signal: stage.signal,
  });
  const found = await readdir(directory, { recursive: true, withFileTypes: true });
  const entries = found
    .filter((item) => !item.isDirectory())
    .map((item) =>
      join(item.parentPath, item.name)
        .slice(directory.length + 1)
        .replaceAll("\\", "/"),
    )
    .toSorted();
  return { file, directory, entries };
}
