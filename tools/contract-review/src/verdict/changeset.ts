import { parseChangesetFile } from "@changesets/parse";
import { type Bump, highestBump, isBump, isWithinBump } from "./bump.ts";

/** A file of `.changeset/`, as it stands in the head. */
export interface ChangesetFile {
  readonly file: string;
  readonly text: string;
}

/** Whether the pending changesets declare what the findings need. */
export interface ChangesetReport {
  readonly needed: Bump;
  readonly packages: readonly {
    readonly name: string;
    readonly declared: Bump;
    readonly isEnough: boolean;
  }[];
  readonly isEnough: boolean;
}

/** A changeset file that cannot be read. */
export class ChangesetError extends Error {
  override readonly name = "ChangesetError";
}

/** Compares the declared bumps of the packages that carry the contract with the needed one. */
export function reportChangesets(
  files: readonly ChangesetFile[],
  packages: readonly string[],
  needed: Bump,
): ChangesetReport {
  const declared = new Map<string, Bump>();
  for (const { file, text } of files) {
    for (const { name, type } of parse(file, text)) {
      if (isBump(type)) declared.set(name, highestBump([declared.get(name) ?? "none", type]));
    }
  }
  const report = packages.map((name) => {
    const bump = declared.get(name) ?? "none";
    return { name, declared: bump, isEnough: isWithinBump(needed, bump) };
  });
  return { needed, packages: report, isEnough: report.every(({ isEnough }) => isEnough) };
}

function parse(file: string, text: string): readonly { name: string; type: string }[] {
  try {
    return parseChangesetFile(text).releases;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ChangesetError(`${file}: ${message}`, { cause: error });
  }
}
