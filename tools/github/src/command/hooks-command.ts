import { readdir } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { rootOf, gitText } from "./git.ts";
import { type ExitStatus, type Terminal, UsageError, exitStatus } from "./terminal.ts";

const FOLDER = ".githooks";

/** Installs the repository's hooks for this clone, or takes them out again. */
export async function hooksCommand(
  { remove }: { readonly remove: boolean },
  terminal: Terminal,
): Promise<ExitStatus> {
  const root = await rootOf(terminal.cwd);
  const own = (await gitText(root, ["config", "--local", "core.hooksPath"])) === FOLDER;
  if (remove) {
    if (own) await gitText(root, ["config", "--local", "--unset-all", "core.hooksPath"]);
    terminal.out(own ? "The hooks are gone.\n" : "No hooks of this repository are installed.\n");
    return exitStatus.passed;
  }
  const others = own ? undefined : await hooksOfOthers(root);
  if (others !== undefined) {
    throw new UsageError(
      `This clone has hooks of its own (${others}), which would run no more. Call ${FOLDER}/pre-push from there.`,
    );
  }
  if ((await gitText(root, ["config", "--local", "core.hooksPath", FOLDER])) === undefined) {
    throw new UsageError("git would not set core.hooksPath.");
  }
  terminal.out(`git now runs ${FOLDER}/pre-push. To take it out again: pnpm hooks --remove.\n`);
  return exitStatus.passed;
}

/** git looks in one folder only: a hook that is anywhere else would be silenced by ours. */
async function hooksOfOthers(root: string): Promise<string | undefined> {
  const set = (await gitText(root, ["config", "core.hooksPath"])) ?? "";
  if (set !== "" && set !== FOLDER) return `core.hooksPath is ${set}`;
  const folder = resolve(root, (await gitText(root, ["rev-parse", "--git-path", "hooks"])) ?? "");
  const [first] = (await filesOf(folder)).filter((name) => !name.endsWith(".sample")).toSorted();
  return first === undefined ? undefined : relative(root, join(folder, first));
}

async function filesOf(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
