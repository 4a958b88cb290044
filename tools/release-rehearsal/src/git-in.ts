import { runOrThrow } from "@flex-channels/gear/run-or-throw";
import type { Stage } from "./stage.ts";

/** git in a folder; what it prints. */
export function gitIn(
  cwd: string,
  { env, signal }: Pick<Stage, "env" | "signal">,
): (...args: readonly string[]) => Promise<string> {
  return (...args) => runOrThrow("git", args, { cwd, env, signal });
}
