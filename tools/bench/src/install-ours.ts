import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { runOrThrow } from "@flex-channels/gear/run-or-throw";

export interface InstallOptions {
  /** The project to make. */
  readonly directory: string;
  /** Packages of ours, dependencies first. */
  readonly folders: readonly string[];
  /** npm's program. */
  readonly npm: string;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Builds, packs and installs by npm: what is measured is what is shipped. */
export async function installOurs(options: InstallOptions): Promise<string> {
  const { directory, env, signal } = options;
  const run = (cwd: string, command: string, ...args: readonly string[]): Promise<string> =>
    runOrThrow(command, args, { cwd, env, signal });
  await mkdir(directory);
  const tarballs: string[] = [];
  for (const folder of options.folders) {
    const tarball = join(directory, `${basename(folder)}.tgz`);
    await run(folder, "pnpm", "run", "build");
    await run(folder, "pnpm", "pack", "--out", tarball);
    tarballs.push(tarball);
  }
  const manifest = { name: "bench-project", private: true, type: "module" };
  await writeFile(join(directory, "package.json"), JSON.stringify(manifest));
  const quiet = ["--no-audit", "--no-fund", "--no-update-notifier"];
  await run(directory, process.execPath, options.npm, "install", ...quiet, ...tarballs);
  return directory;
}
