import { join } from "node:path";
import { driver } from "./driver.ts";
import { runNode } from "./run-node.ts";
import type { Stage } from "./stage.ts";

export const bundlers = ["esbuild", "rollup", "vite", "webpack"] as const;
export type Bundler = (typeof bundlers)[number];

/** Bundles an entry of a project for the web, as a module, and returns the file. */
export async function bundle(
  stage: Pick<Stage, "gear" | "env" | "signal">,
  bundler: Bundler,
  project: string,
  entry: string,
): Promise<string> {
  const file = join(project, "out", bundler, `${entry.replace(/\.\w+$/, "")}.js`);
  const args = [bundler, stage.gear.directory, join(project, entry), file];
  await runNode(stage, project, [driver("bundle.mjs"), ...args]);
  return file;
}
