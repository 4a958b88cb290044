import { runCommand, type CommandResult } from "@flex-channels/gear/run-command";
import type { Stage } from "./stage.ts";
import type { Compiler } from "./type-settings.ts";

/** A compiler on the `tsconfig.json` of a folder. */
export function runCompiler(
  { gear, env, signal }: Stage,
  compiler: Compiler,
  project: string,
): Promise<CommandResult> {
  const script = compiler === "typescript-7" ? ["bin", "tsc"] : ["lib", "tsc.js"];
  return runCommand(
    gear.file("node-24", "bin", "node"),
    [gear.file(compiler, ...script), "--project", project, "--pretty", "false"],
    { cwd: project, env, signal },
  );
}
