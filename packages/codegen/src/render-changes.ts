import { createTwoFilesPatch } from "diff";
import type { Change } from "./plan-changes.ts";

const reasons: Readonly<Record<Change["kind"], string>> = {
  missing: "missing",
  stale: "out of date: the document, the generator or its options have changed",
  edited: "edited by hand: the document and the generator have not changed",
  extra: "no longer generated",
  foreign: "not generated: nothing else belongs in this folder, move it",
};

/** Diff lines shown for one file; a new type can move thousands. */
const maxDiffLines = 60;

/** Lines compared after the first that differs: comparing takes the square of what is different. */
const maxComparedLines = 400;

/** Characters shown of one line; a type can stand on one. */
const maxLineLength = 400;

/** The beginning of a text, with so many lines. */
const beginning = (text: string, lines: number): string => {
  let end = -1;
  for (let count = 0; count < lines; count += 1) {
    end = text.indexOf("\n", end + 1);
    if (end === -1) return text;
  }
  return text.slice(0, end + 1);
};

/** How many lines two texts begin with together. */
const commonLines = (one: string, other: string): number => {
  let lines = 0;
  for (let at = 0; at < one.length && one[at] === other[at]; at += 1) {
    if (one[at] === "\n") lines += 1;
  }
  return lines;
};

/** The difference, and whether there is more behind it. */
const diffOf = (change: Change): readonly [diff: string, isCut: boolean] => {
  if (change.kind === "foreign") return ["", false];
  const have = change.kind === "missing" ? "" : change.have;
  const want = change.kind === "extra" ? "" : change.want;
  const compared = commonLines(have, want) + maxComparedLines;
  const [before, after] = [beginning(have, compared), beginning(want, compared)];
  const diff = createTwoFilesPatch(
    `a/${change.path}`,
    `b/${change.path}`,
    before,
    after,
    "on disk",
    "generated",
    { context: 2 },
  );
  return [diff, before !== have || after !== want];
};

const shortLine = (line: string): string =>
  line.length <= maxLineLength ? line : `${line.slice(0, maxLineLength)}…`;

const bounded = ([diff, isCut]: readonly [string, boolean]): string => {
  const lines = diff.trimEnd().split("\n");
  const shown = lines.slice(0, maxDiffLines).map(shortLine).join("\n");
  if (lines.length <= maxDiffLines) return shown;
  const more = lines.length - maxDiffLines;
  return `${shown}\n... ${isCut ? `at least ${more}` : more} more lines`;
};

/** What `--check` prints: each file with the reason and the difference, then the command that mends it. */
export const renderChanges = (changes: readonly Change[], command: string): string => {
  const blocks = changes.map((change) =>
    [`${change.path}: ${reasons[change.kind]}`, bounded(diffOf(change))].filter(Boolean).join("\n"),
  );
  return `${blocks.join("\n\n")}\n\n${changes.length} ${changes.length === 1 ? "file differs" : "files differ"} from what the document gives. To mend it: ${command}\n`;
};
