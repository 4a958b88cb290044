import { join } from "node:path";
import { driver } from "./driver.ts";
import { runOrThrow } from "@flex-channels/gear/run-or-throw";
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
  await runOrThrow(
    stage.gear.file("node-24", "bin", "node"),
    [driver("bundle.mjs"), bundler, stage.gear.directory, join(project, entry), file],
    { cwd: project, env: stage.env, signal: stage.signal },
  );
  return file;
}
