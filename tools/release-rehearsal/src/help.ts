import { checkGroups } from "./check-groups.ts";

const width = Math.max(...checkGroups.map((group) => group.name.length));

/** What `--help` prints. */
export const help: string = `Rehearses a release: versions and publishes the packages to a local registry,
installs from it, and runs and type-checks what was installed everywhere.

Usage: pnpm rehearse [options]

  --only <group>[,<group>]  only these checks; the release itself is always made
  --working-tree            rehearse uncommitted changes too; else the last commit
  --strict                  a skipped row is a failure
  --keep                    leave the temporary folder behind
  -h, --help                this text

Groups:
${checkGroups.map((group) => `  ${group.name.padEnd(width)}  ${group.summary}`).join("\n")}

Exit status: 0 all rows passed (skipped rows say why); 1 a row failed; 2 the
rehearsal could not be held; 3 wrong arguments; 130 interrupted.

The programs it needs (1.6 GB) are installed once into .cache/, exactly as
gear/pnpm-lock.yaml says. Servers listen on loopback only. Nothing is written to
the repository: versions, changelogs and tags are made in a clone.`;
