import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runOrThrow } from "@flex-channels/gear/run-or-throw";
import { registryConfig } from "./start-registry.ts";
import type { PublishedPackage } from "./stage.ts";

export interface ReleaseOptions {
  /** The throw-away clone. */
  readonly clone: string;
  /** Temporary folder for what the jobs hand to each other. */
  readonly directory: string;
  readonly registryUrl: string;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}

/** Installs the clone, and gives it a registry and a remote on this machine: no tag leaves it. */
export async function prepareClone(options: ReleaseOptions): Promise<void> {
  const { clone, directory, registryUrl, env, signal, log } = options;
  const run = (command: string, ...args: readonly string[]): Promise<string> =>
    runOrThrow(command, args, { cwd: clone, env, signal, timeoutMs: 900_000 });
  log("installing the clone");
  await run("pnpm", "install", "--frozen-lockfile", "--prefer-offline");
  await writeFile(join(clone, ".npmrc"), registryConfig(registryUrl));
  await writeFile(join(clone, ".git", "info", "exclude"), ".npmrc\n");
  await run("git", "checkout", "--quiet", "-B", "main");
  await commitAll(options, "rehearsed");
  const origin = join(directory, "origin.git");
  await run("git", "clone", "--quiet", "--bare", clone, origin);
  await run("git", "remote", "set-url", "origin", origin);
  await pushMain(options);
}

/** What a merge does: the main branch of the remote is that of the clone. */
export async function pushMain({
  clone,
  env,
  signal,
}: Pick<ReleaseOptions, "clone" | "env" | "signal">): Promise<void> {
  const git = (...args: readonly string[]): Promise<string> =>
    runOrThrow("git", args, { cwd: clone, env, signal });
  await git("push", "--quiet", "origin", "main");
  await git("remote", "set-head", "origin", "main");
}

/** What the jobs of the release workflow run, in the clone, in their order. */
export async function releasePackages(
  options: ReleaseOptions,
): Promise<readonly PublishedPackage[]> {
  const { clone, directory, env, signal, log } = options;
  const run = (command: string, ...args: readonly string[]): Promise<string> =>
    runOrThrow(command, args, { cwd: clone, env, signal, timeoutMs: 900_000 });
  const release = (...args: readonly string[]): Promise<string> =>
    run("node", "tools/release/src/cli.ts", ...args);

  log("version");
  await expectNext(await release("plan"), "version");
  await run("pnpm", "run", "version-packages");
  await commitAll(options, "version");
  await pushMain(options);
  log("pack");
  await expectNext(await release("plan"), "publish");
  const pack = join(
    directory,
    "packs",
    await run("git", "rev-parse", "--short", "HEAD").then(trim),
  );
  const packed = await release("pack", "--out", pack);
  const digest = /^digest=([0-9a-f]{64})$/m.exec(packed)?.[1];
  if (digest === undefined) throw new Error(`pack reported no digest:\n${packed}`);
  log("publish");
  await release("publish", "--from", pack, "--digest", digest);
  await release("tag", "--from", pack, "--digest", digest);
  await expectNext(await release("plan"), "nothing");
  return publicPackages(await run("pnpm", "list", "--recursive", "--depth", "-1", "--json"));
}

async function expectNext(output: string, wanted: string): Promise<void> {
  if (output.includes(`next=${wanted}\n`)) return;
  throw new Error(`plan: expected next=${wanted}, received ${output.trim()}`);
}

/** Commits whatever a step wrote; nothing where it wrote nothing. */
export async function commitAll(
  { clone, env, signal }: Pick<ReleaseOptions, "clone" | "env" | "signal">,
  message: string,
): Promise<void> {
  const git = (...args: readonly string[]): Promise<string> =>
    runOrThrow("git", args, { cwd: clone, env, signal });
  await git("add", "--all");
  await git("commit", "--quiet", "--allow-empty", "--no-verify", "--message", message);
}

function trim(text: string): string {
  return text.trim();
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
