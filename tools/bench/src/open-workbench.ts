import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { cleanEnvironment } from "@flex-channels/gear/clean-environment";
import { installGear, type Gear } from "@flex-channels/gear/install-gear";
import { once } from "./once.ts";
import { runOrThrow } from "@flex-channels/gear/run-or-throw";
import type { Workbench } from "./workbench.ts";

export interface SessionOptions {
  readonly repository: string;
  /** This tool's folder. */
  readonly toolDirectory: string;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}

/** One session: what several scenarios need is made once, when the first of them asks. */
export interface Session extends AsyncDisposable {
  readonly open: () => Promise<Workbench & AsyncDisposable>;
}

/** Begins a session in a temporary folder that goes with it. */
export async function beginSession(options: SessionOptions): Promise<Session> {
  const { repository, toolDirectory, signal, log } = options;
  const root = await mkdtemp(join(tmpdir(), "bench-"));
  const path = [join(repository, "node_modules", ".bin"), dirname(process.execPath)];
  const env = cleanEnvironment(process.env, {
    PATH: [...path, process.env["PATH"] ?? ""].join(delimiter),
  });
  const gear = (name: string): (() => Promise<Gear>) =>
    once(() =>
      installGear({
        manifestDirectory: join(toolDirectory, "gear", name),
        cacheDirectory: join(toolDirectory, ".cache", name),
        log,
        signal,
      }),
    );
  const peers = gear("peers");
  const documents = gear("documents");
  const consumer = once(async () => {
    log("packing the client and installing it as a consumer does");
    return installClient({ repository, env, signal, peers: await peers(), root });
  });

  const peerProject = once(async () => {
    const directory = join(root, "peers");
    await mkdir(directory);
    await writeFile(join(directory, "package.json"), JSON.stringify({ type: "module" }));
    await symlink(join((await peers()).directory, "node_modules"), join(directory, "node_modules"));
    return directory;
  });

  let opened = 0;
  return {
    open: async () => {
      opened += 1;
      const directory = join(root, String(opened));
      await mkdir(directory);
      const cleanUp = new AsyncDisposableStack();
      return {
        repository,
        directory,
        env,
        peers,
        documents,
        consumer,
        peerProject,
        cleanUp,
        signal,
        log,
        [Symbol.asyncDispose]: () => cleanUp.disposeAsync(),
      };
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true, maxRetries: 3 }),
  };
}

interface InstallOptions {
  readonly repository: string;
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly peers: Gear;
}

/** Builds, packs and installs by npm: what is measured is what is shipped. */
async function installClient(options: InstallOptions): Promise<string> {
  const { repository, root, env, signal } = options;
  const run = (cwd: string, command: string, ...args: readonly string[]): Promise<string> =>
    runOrThrow(command, args, { cwd, env, signal });
  const filters = ["--filter", "@flex-channels/contract", "--filter", "@flex-channels/client"];
  await run(repository, "pnpm", ...filters, "run", "build");
  const tarballs: string[] = [];
  for (const name of ["contract", "client"]) {
    const tarball = join(root, `${name}.tgz`);
    await run(join(repository, "packages", name), "pnpm", "pack", "--out", tarball);
    tarballs.push(tarball);
  }
  const directory = join(root, "consumer");
  await mkdir(directory);
  await writeFile(
    join(directory, "package.json"),
    JSON.stringify({ name: "bench-consumer", private: true, type: "module" }),
  );
  const npm = options.peers.file("npm", "bin", "npm-cli.js");
  const quiet = ["--no-audit", "--no-fund", "--no-update-notifier"];
  await run(directory, process.execPath, npm, "install", ...quiet, ...tarballs);
  return directory;
}
