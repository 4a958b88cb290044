import { run } from "@flex-channels/contract-review/command";
import { rootOf } from "./git.ts";
import type { Terminal } from "./terminal.ts";

/** Writes the changeset that the gate asks for, and nothing if none is missing. */
export async function changesetCommand(
  document: string | undefined,
  terminal: Terminal,
): Promise<number> {
  const cwd = await rootOf(terminal.cwd);
  return run(["changeset", ...(document === undefined ? [] : ["--", document])], {
    ...terminal,
    cwd,
  });
}
