import { readFile, readdir, realpath, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Contender, Scenario } from "../scenario.ts";

const peerNames = ["openapi-fetch", "ky", "axios", "twilio"] as const;

/** What one dependency brings along. */
export const install: Scenario = {
  name: "install",
  measures: "packages that a dependency on each library installs, itself included, and their size",
  metrics: [
    { name: "packages", unit: "packages" },
    { name: "size", unit: "kB" },
  ],
  rounds: 1,
  budgets: [{ kind: "limit", metric: "packages", contender: "client", atMost: 4 }],
  prepare: async (bench) => {
    const consumer = await bench.project("client");
    const peers = await bench.peers();
    const ours: Contender = {
      name: "client",
      run: () => footprint(join(consumer, "node_modules", "@flex-channels", "client")),
    };
    const others = peerNames.map(async (name): Promise<Contender> => ({
      name,
      version: await peers.version(name),
      run: () => footprint(peers.file(name)),
    }));
    return [ours, ...(await Promise.all(others))];
  },
};

async function footprint(directory: string): Promise<Record<string, number>> {
  const directories = await reachable(await realpath(directory));
  const sizes = await Promise.all([...directories].map(sizeOf));
  return {
    packages: directories.size,
    size: sizes.reduce((sum, size) => sum + size, 0) / 1000,
  };
}

/** The package and everything that it depends on, as installed. */
async function reachable(
  directory: string,
  seen: Set<string> = new Set(),
): Promise<ReadonlySet<string>> {
  if (seen.has(directory)) return seen;
  seen.add(directory);
  const manifest: { dependencies?: Record<string, string> } = JSON.parse(
    await readFile(join(directory, "package.json"), "utf8"),
  );
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    await reachable(await packageDirectory(directory, name), seen);
  }
  return seen;
}

/** Node's own search, by folder: a package need not export its manifest. */
async function packageDirectory(from: string, name: string): Promise<string> {
  const places = createRequire(join(from, "package.json")).resolve.paths(name) ?? [];
  for (const place of places) {
    const candidate = join(place, name);
    const found = await realpath(candidate).catch(() => undefined);
    if (found !== undefined) return found;
  }
  throw new Error(`${name} is not installed beside ${from}`);
}

async function sizeOf(directory: string): Promise<number> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter(
    (entry) => entry.isFile() && !entry.parentPath.slice(directory.length).includes("node_modules"),
  );
  const sizes = await Promise.all(
    files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
