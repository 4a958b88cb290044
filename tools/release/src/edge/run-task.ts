import { runVisibly } from "./run.ts";
import type { WorkspacePackage } from "./workspace.ts";

/** Runs a task of the workspace: for some packages and what they need, or for all that have it. */
export function runTask(
  root: string,
  task: "build" | "generate",
  packages: readonly WorkspacePackage[] = [],
): void {
  const filters = packages.map(({ manifest }) => `--filter=${manifest.name}`);
  runVisibly("turbo", ["run", task, ...filters, "--output-logs=errors-only"], { cwd: root });
}
