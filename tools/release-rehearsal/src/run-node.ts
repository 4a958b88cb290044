import { runOrThrow } from "@flex-channels/gear/run-or-throw";
import type { Stage } from "./stage.ts";

/** A program in a folder, on one of the gear's Nodes; what it prints. */
export function runNode(
  { gear, env, signal }: Pick<Stage, "gear" | "env" | "signal">,
  cwd: string,
  args: readonly string[],
  node = "node-24",
): Promise<string> {
  return runOrThrow(gear.file(node, "bin", "node"), args, { cwd, env, signal });
}
