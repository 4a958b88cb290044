import { cp, mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gitIn } from "./git-in.ts";

export interface CloneOptions {
  readonly repository: string;
  readonly directory: string;
  /** Also takes over what is not committed yet. */
  readonly workingTree: boolean;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}

/** A throw-away clone of the last commit: versions, changelogs and tags are written there, never here. */
export async function cloneRepository(options: CloneOptions): Promise<void> {
  const { repository, directory } = options;
  const git = gitIn(repository, options);
  await git("clone", "--quiet", "--no-hardlinks", repository, directory);

  const status = await git("status", "--porcelain", "-z", "--no-renames");
  const changed = status
    .split("\0")
    .filter((entry) => entry !== "")
    .map((entry) => ({ code: entry.slice(0, 2), path: entry.slice(3) }));
  if (changed.length === 0) return;
  if (!options.workingTree) {
    options.log(
      `${changed.length} uncommitted changes are not rehearsed (--working-tree takes them over)`,
    );
    return;
  }
  for (const { code, path } of changed) {
    if (code.includes("D")) {
      await rm(join(directory, path), { force: true });
      continue;
    }
    const target = join(directory, path);
    await mkdir(dirname(target), { recursive: true });
    await cp(join(repository, path), target, { recursive: true });
  }
  await gitIn(directory, options)("add", "--all");
}
