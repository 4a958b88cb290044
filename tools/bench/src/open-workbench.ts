import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { cleanEnvironment } from "@flex-channels/gear/clean-environment";
import { installGear, type Gear } from "@flex-channels/gear/install-gear";
import { installOurs } from "./install-ours.ts";
import { once } from "./once.ts";
import { ownProjects, type Workbench } from "./workbench.ts";

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
  const projects = new Map<string, Promise<string>>();
  const project: Workbench["project"] = async (name) => {
    const known = projects.get(name);
    if (known !== undefined) return known;
    log(`packing ${name} and installing it as a consumer does`);
    const made = installOurs({
      directory: join(root, name),
      folders: ownProjects[name].map((folder) => join(repository, folder)),
      npm: (await peers()).file("npm", "bin", "npm-cli.js"),
      env,
      signal,
    });
    projects.set(name, made);
    return made;
  };
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
        project,
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
