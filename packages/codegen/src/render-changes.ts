import { createTwoFilesPatch } from "diff";
import type { Change } from "./plan-changes.ts";

const reasons: Readonly<Record<Change["kind"], string>> = {
  missing: "missing",
  stale: "out of date: the document, the generator or its options have changed",
  edited: "edited by hand: the document and the generator have not changed",
  extra: "no longer generated",
  foreign: "not generated: nothing else belongs in this folder, move it",
};

const diffOf = (change: Change): string => {
  if (change.kind === "foreign") return "";
  const have = change.kind === "missing" ? "" : change.have;
  const want = change.kind === "extra" ? "" : change.want;
  return createTwoFilesPatch(
    `a/${change.path}`,
    `b/${change.path}`,
    have,
    want,
    "on disk",
    "generated",
    { context: 2 },
  );
};

/** Diff lines shown for one file; a new type can move thousands. */
const maxDiffLines = 60;

const bounded = (diff: string): string => {
  const lines = diff.split("\n");
  if (lines.length <= maxDiffLines) return diff;
  return `${lines.slice(0, maxDiffLines).join("\n")}\n... ${lines.length - maxDiffLines} more lines`;
};

/** What `--check` prints: each file with the reason and the difference, then the command that mends it. */
export const renderChanges = (changes: readonly Change[], command: string): string => {
  const blocks = changes.map((change) =>
    [`${change.path}: ${reasons[change.kind]}`, bounded(diffOf(change)).trimEnd()]
      .filter(Boolean)
      .join("\n"),
  );
  return `${blocks.join("\n\n")}\n\n${changes.length} ${changes.length === 1 ? "file differs" : "files differ"} from what the document gives. To mend it: ${command}\n`;
};
