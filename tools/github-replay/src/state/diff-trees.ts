import type { Commit } from "./model.ts";

export interface ChangedFile {
  readonly filename: string;
  readonly status: "added" | "removed" | "modified" | "renamed";
  readonly previousFilename?: string;
  readonly additions: number;
  readonly deletions: number;
}

/** The files that differ between two commits, by name; a moved file with equal text is renamed. */
export function diffTrees(base: Commit, head: Commit): readonly ChangedFile[] {
  const removed = [...base.files].filter(([name]) => !head.files.has(name));
  const changes: ChangedFile[] = [];
  for (const [filename, text] of head.files) {
    const before = base.files.get(filename);
    if (before === text) continue;
    if (before !== undefined) {
      const [additions, deletions] = countLines(before, text);
      changes.push({ filename, status: "modified", additions, deletions });
      continue;
    }
    const moved = removed.findIndex(([, content]) => content === text);
    const [from] = moved === -1 ? [] : removed.splice(moved, 1);
    changes.push(
      from === undefined
        ? { filename, status: "added", additions: linesOf(text).length, deletions: 0 }
        : { filename, status: "renamed", previousFilename: from[0], additions: 0, deletions: 0 },
    );
  }
  for (const [filename, text] of removed) {
    changes.push({ filename, status: "removed", additions: 0, deletions: linesOf(text).length });
  }
  return changes.toSorted((left, right) => (left.filename < right.filename ? -1 : 1));
}

/** Commit that both sides grew from; the first one listed where there are several. */
export function mergeBase(
  commits: ReadonlyMap<string, Commit>,
  base: string,
  head: string,
): Commit | undefined {
  const known = ancestors(commits, base);
  for (const sha of ancestors(commits, head)) if (known.has(sha)) return commits.get(sha);
  return undefined;
}

/** A commit and all before it, nearest first. */
export function ancestors(commits: ReadonlyMap<string, Commit>, sha: string): ReadonlySet<string> {
  const seen = new Set([sha]);
  for (const next of seen) for (const parent of commits.get(next)?.parents ?? []) seen.add(parent);
  return seen;
}

/** Lines that only one side has: near enough to what `git diff --numstat` counts. */
function countLines(before: string, after: string): readonly [number, number] {
  const left = linesOf(before);
  const right = linesOf(after);
  const [inLeft, inRight] = [new Set(left), new Set(right)];
  return [
    right.filter((line) => !inLeft.has(line)).length,
    left.filter((line) => !inRight.has(line)).length,
  ];
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\n$/, "").split("\n");
}
