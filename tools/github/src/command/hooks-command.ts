import { rootOf, gitText } from "./git.ts";
import { type ExitStatus, type Terminal, UsageError, exitStatus } from "./terminal.ts";

const FOLDER = ".githooks";

/** Installs the repository's hooks for this clone, or takes them out again. */
export async function hooksCommand(
  { remove }: { readonly remove: boolean },
  terminal: Terminal,
): Promise<ExitStatus> {
  const root = await rootOf(terminal.cwd);
  const set = (await gitText(root, ["config", "--local", "core.hooksPath"])) ?? "";
  if (set !== "" && set !== FOLDER) {
    throw new UsageError(
      `This clone has hooks of its own (core.hooksPath is ${set}). Call ${FOLDER}/pre-push from there.`,
    );
  }
  if (remove) {
    await gitText(root, ["config", "--local", "--unset-all", "core.hooksPath"]);
    terminal.out("The hooks are gone.\n");
    return exitStatus.passed;
  }
  if ((await gitText(root, ["config", "--local", "core.hooksPath", FOLDER])) === undefined) {
    throw new UsageError("git would not set core.hooksPath.");
  }
  terminal.out(`git now runs ${FOLDER}/pre-push. To take it out again: pnpm hooks --remove.\n`);
  return exitStatus.passed;
}
