import { createHash } from "node:crypto";
import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanEnvironment } from "./clean-environment.ts";
import { runCommand } from "./run-command.ts";

export interface GearOptions {
  /** Folder with `package.json`, `pnpm-lock.yaml` and `pnpm-workspace.yaml`. */
  readonly manifestDirectory: string;
  /** Folder that keeps what was installed, one folder a lockfile. */
  readonly cacheDirectory: string;
  /** Told before something slow begins. */
  readonly log: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface Gear {
  readonly directory: string;
  /** Absolute path of something inside an installed package. */
  readonly file: (packageName: string, ...path: readonly string[]) => string;
  /** Installed version, read from the package itself. */
  readonly version: (packageName: string) => Promise<string>;
}

const manifestFiles = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"] as const;

/** Written last: an interrupted install is never taken for a whole one. */
const finished = ".finished";

/**
 * Installs what a manifest lists, exactly as its lockfile says, unless that was done before.
 * Folders of older lockfiles are removed: they are large, and nothing refers to them.
 */
export async function installGear(options: GearOptions): Promise<Gear> {
  const manifests = await Promise.all(
    manifestFiles.map((name) => readFile(join(options.manifestDirectory, name))),
  );
  const hash = createHash("sha256");
  for (const bytes of manifests) hash.update(bytes);
  const name = `gear-${hash.digest("hex").slice(0, 12)}`;
  const directory = join(options.cacheDirectory, name);

  if (!(await exists(join(directory, finished)))) {
    options.log(`installing the gear of ${options.manifestDirectory} (once; it is kept in .cache)`);
    await install(options, directory);
    await removeOthers(options.cacheDirectory, name);
  }
  const file: Gear["file"] = (packageName, ...path) =>
    join(directory, "node_modules", packageName, ...path);
  return {
    directory,
    file,
    version: async (packageName) => {
      const manifest: { version: string } = JSON.parse(
        await readFile(file(packageName, "package.json"), "utf8"),
      );
      return manifest.version;
    },
  };
}

async function install(options: GearOptions, directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  await Promise.all(
    manifestFiles.map((name) => cp(join(options.manifestDirectory, name), join(directory, name))),
  );
  const result = await runCommand("pnpm", ["install", "--frozen-lockfile"], {
    cwd: directory,
    env: cleanEnvironment(process.env, { CI: "true" }),
    signal: options.signal,
    timeoutMs: 900_000,
  });
  if (result.status !== 0) {
    const shown = `${result.stdout}${result.stderr}`;
    throw new Error(`pnpm could not install ${options.manifestDirectory}:\n${shown}`);
  }
  await writeFile(join(directory, finished), "");
}

async function removeOthers(cacheDirectory: string, kept: string): Promise<void> {
  const entries = await readdir(cacheDirectory);
  await Promise.all(
    entries
      .filter((entry) => entry.startsWith("gear-") && entry !== kept)
      .map((entry) => rm(join(cacheDirectory, entry), { recursive: true, force: true })),
  );
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
