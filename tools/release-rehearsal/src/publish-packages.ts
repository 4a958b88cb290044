import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { registryConfig } from "./start-registry.ts";
import { runOrThrow } from "@flex-channels/gear/run-or-throw";
import type { PublishedPackage } from "./stage.ts";

export interface PublishOptions {
  /** The throw-away clone. */
  readonly clone: string;
  readonly registryUrl: string;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}

/** What the release workflow does, in the clone: install, version, build, publish. */
export async function publishPackages(
  options: PublishOptions,
): Promise<readonly PublishedPackage[]> {
  const { clone, env, signal, log } = options;
  const pnpm = (...args: readonly string[]): Promise<string> =>
    runOrThrow("pnpm", args, { cwd: clone, env, signal, timeoutMs: 900_000 });

  log("installing the clone");
  await pnpm("install", "--frozen-lockfile", "--prefer-offline");
  await writeFile(join(clone, ".npmrc"), registryConfig(options.registryUrl));
  await versionPackages(options, pnpm);
  const packages = await publicPackages(
    await pnpm("list", "--recursive", "--depth", "-1", "--json"),
  );
  log(`building ${packages.length} packages`);
  const filters = packages.flatMap(({ name }) => ["--filter", name]);
  await pnpm("--recursive", ...filters, "run", "build");
  log("changeset publish");
  await pnpm("exec", "changeset", "publish");
  return packages;
}

/** Script of the root manifest that a release workflow runs in place of `changeset version` alone. */
const versionScript = "version-packages";

/** Versions as the repository says: its own script, where there is more to do than changesets knows. */
async function versionPackages(
  { clone, log }: PublishOptions,
  pnpm: (...args: readonly string[]) => Promise<string>,
): Promise<void> {
  const manifest: { scripts?: Record<string, string> } = JSON.parse(
    await readFile(join(clone, "package.json"), "utf8"),
  );
  if (manifest.scripts?.[versionScript] === undefined) {
    log("changeset version");
    await pnpm("exec", "changeset", "version");
  } else {
    log(versionScript);
    await pnpm("run", versionScript);
  }
}

interface ListedPackage {
  readonly name: string;
  readonly path: string;
  readonly private: boolean;
}

async function publicPackages(listed: string): Promise<readonly PublishedPackage[]> {
  const all: readonly ListedPackage[] = JSON.parse(listed);
  const packages = all.filter((entry) => !entry.private);
  return Promise.all(
    packages.map(async ({ name, path }) => {
      const manifest: { version: string } = JSON.parse(
        await readFile(join(path, "package.json"), "utf8"),
      );
      return { name, version: manifest.version, sourceDirectory: path };
    }),
  );
}
