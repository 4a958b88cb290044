import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { consumerFile } from "./driver.ts";
import { runOrThrow } from "@flex-channels/gear/run-or-throw";
import { registryConfig } from "./start-registry.ts";
import type { Stage } from "./stage.ts";

export interface ProjectOptions {
  readonly name: string;
  /** Packages of ours, at the version that was just published. */
  readonly dependencies: readonly string[];
  /** Packages of others, with their versions. */
  readonly others?: Readonly<Record<string, string>>;
  /** Files of `consumer/` to copy to the project's root. */
  readonly files: readonly string[];
  /** Command that installs; npm's unless a runtime brings its own. */
  readonly install?: readonly [command: string, ...args: readonly string[]];
}

export type ProjectStage = Pick<
  Stage,
  "gear" | "directory" | "registryUrl" | "packages" | "env" | "signal"
>;

/** A fresh project outside the workspace, with our packages installed from the local registry. */
export async function createProject(stage: ProjectStage, options: ProjectOptions): Promise<string> {
  const directory = join(stage.directory, "projects", options.name);
  await mkdir(directory, { recursive: true });
  const dependencies = Object.fromEntries(
    options.dependencies.map((name) => [name, versionOf(stage, name)]),
  );
  const manifest = {
    name: `rehearsal-${options.name}`,
    private: true,
    type: "module",
    dependencies: { ...dependencies, ...options.others },
  };
  await writeFile(join(directory, "package.json"), JSON.stringify(manifest, undefined, 2));
  await writeFile(join(directory, ".npmrc"), registryConfig(stage.registryUrl));
  await Promise.all(
    options.files.map((file) => cp(consumerFile(file), join(directory, file), { recursive: true })),
  );
  const [command, ...args] = options.install ?? [
    stage.gear.file("node-24", "bin", "node"),
    stage.gear.file("npm", "bin", "npm-cli.js"),
    "install",
    "--no-audit",
    "--no-fund",
    "--no-update-notifier",
  ];
  await runOrThrow(command, args, { cwd: directory, env: stage.env, signal: stage.signal });
  return directory;
}

function versionOf(stage: ProjectStage, name: string): string {
  const found = stage.packages.find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`${name} is not among the published packages`);
  return found.version;
}
