// What changesets calls for the lines of a changelog (`changelog` in .changeset/config.json). It is
// not told whose changelog a line is for, so what the contract's findings ask is added afterwards,
// by the version step, which knows.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isGeneratedChangeset } from "./generated-changeset.ts";
import { toldAbove } from "./told-above.ts";

const folder = join(import.meta.dirname, "..", "..", "..", "..", ".changeset");

interface ChangesetLine {
  readonly id: string;
  readonly summary: string;
}

interface UpdatedDependency {
  readonly name: string;
  readonly newVersion: string;
}

/** The line of one changeset. */
export async function getReleaseLine({ id, summary }: ChangesetLine): Promise<string> {
  const text = await readFile(join(folder, `${id}.md`), "utf8").catch(() => "");
  return releaseLine(summary, isGeneratedChangeset(id, text));
}

/** The lines of a package that moves because packages that it depends on do. */
export async function getDependencyReleaseLine(
  _changesets: readonly unknown[],
  dependencies: readonly UpdatedDependency[],
): Promise<string> {
  return dependencyLine(dependencies);
}

export function releaseLine(summary: string, isGenerated: boolean): string {
  if (isGenerated) return toldAbove;
  const [first = "", ...rest] = summary.trim().split("\n");
  const more = rest.map((line) => (line.trim() === "" ? "" : `  ${line}`));
  return [`- ${first}`, ...more].join("\n");
}

export function dependencyLine(dependencies: readonly UpdatedDependency[]): string {
  if (dependencies.length === 0) return "";
  const names = dependencies.map(({ name, newVersion }) => `\`${name}\` ${newVersion}`);
  return `- Built on ${names.join(", ")}.`;
}
