import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { cleanEnvironment } from "@flex-channels/gear/clean-environment";
import { type Gear, installGear } from "@flex-channels/gear/install-gear";
import { runCommand } from "@flex-channels/gear/run-command";
import type { CheckGroup } from "./check-groups.ts";
import { cloneRepository } from "./clone-repository.ts";
import { prepareClone, releasePackages } from "./release-packages.ts";
import { checkRow, type Row } from "./row.ts";
import type { PublishedPackage, Stage } from "./stage.ts";
import { startMock } from "./start-mock.ts";
import { startRegistry } from "./start-registry.ts";

export interface RehearsalOptions {
  /** Root of the repository to clone. */
  readonly repository: string;
  /** This tool's folder. */
  readonly toolDirectory: string;
  readonly groups: readonly CheckGroup[];
  readonly workingTree: boolean;
  /** Leaves the temporary folder behind. */
  readonly keep: boolean;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}

/** The story: gear, clone, registry, release, mock, checks. Whatever it starts is ended, whatever happens. */
export async function rehearse(options: RehearsalOptions): Promise<readonly Row[]> {
  const { signal, log } = options;
  await using cleanUp = new AsyncDisposableStack();
  const gear = await installGear({
    manifestDirectory: join(options.toolDirectory, "gear"),
    cacheDirectory: join(options.toolDirectory, ".cache"),
    log,
    signal,
  });

  const directory = await mkdtemp(join(tmpdir(), "release-rehearsal-"));
  cleanUp.defer(async () => {
    if (options.keep) log(`kept ${directory}`);
    else await rm(directory, { recursive: true, force: true, maxRetries: 3 });
  });
  const programs = await writeNpm(gear, join(directory, "bin"));
  const env = rehearsalEnvironment(directory, [programs, ...pathOf(options.repository)]);

  const clone = join(directory, "clone");
  const { repository, workingTree } = options;
  await cloneRepository({ repository, directory: clone, workingTree, env, signal, log });
  const registry = cleanUp.use(await startRegistry({ gear, directory, env, signal }));

  let packages: readonly PublishedPackage[] = [];
  const registryUrl = registry.ready;
  const releaseOptions = { clone, directory, registryUrl, env, signal, log };
  const release = await checkRow("version, pack, publish, tag", "", async () => {
    await prepareClone(releaseOptions);
    packages = await releasePackages(releaseOptions);
    return packages
      .map(({ name, version }) => `${name.replace(/^.*\//, "")} ${version}`)
      .join(", ");
  });
  if (release.result === "fail") return [release];

  const fresh = await checkRow("generated code is fresh", "", async () => {
    const check = ["--recursive", "run", "fresh"];
    const { status, stdout, stderr } = await runCommand("pnpm", check, { cwd: clone, env, signal });
    if (status !== 0) {
      throw new Error(`stale once the versions are set: generate anew\n${stdout}${stderr}`);
    }
    return "what is published is what the document gives";
  });

  const backstage = { gear, directory, registryUrl, clone, packages, env, signal };
  const rows: Row[] = [release, fresh];
  let mockUrl = "";
  const mocked = await checkRow("mock server, installed", "", async () => {
    const mock = cleanUp.use(await startMock(backstage));
    mockUrl = mock.ready;
    return "listens on loopback";
  });
  rows.push(mocked);
  const stage: Stage = { ...backstage, mockUrl, log };
  for (const group of options.groups) {
    log(`${group.name}: ${group.summary}`);
    rows.push(...(await checkGroup(stage, group)));
  }
  return rows;
}

/** A group that cannot even begin is one failed row, so that the others still run. */
async function checkGroup(stage: Stage, group: CheckGroup): Promise<readonly Row[]> {
  let rows: readonly Row[] = [];
  const begun = await checkRow(group.name, "", async () => {
    rows = await group.check(stage);
    return "";
  });
  return begun.result === "fail" ? [begun] : rows;
}

/** The gear's npm under its own name, for programs that call it: the machine's may be any, or none. */
async function writeNpm(gear: Gear, directory: string): Promise<string> {
  await mkdir(directory);
  const [node, npm] = [gear.file("node-24", "bin", "node"), gear.file("npm", "bin", "npm-cli.js")];
  const script = `#!/bin/sh\nexec "${node}" "${npm}" "$@"\n`;
  await writeFile(join(directory, "npm"), script, { mode: 0o755 });
  return directory;
}

function pathOf(repository: string): readonly string[] {
  return [
    join(repository, "node_modules", ".bin"),
    dirname(process.execPath),
    process.env["PATH"] ?? "",
  ];
}

/** Its own package manager caches: a version that is published anew every time must not be remembered. */
function rehearsalEnvironment(directory: string, path: readonly string[]): Record<string, string> {
  return cleanEnvironment(process.env, {
    PATH: path.join(delimiter),
    CI: "true",
    npm_config_cache: join(directory, "cache", "npm"),
    BUN_INSTALL_CACHE_DIR: join(directory, "cache", "bun"),
    DENO_DIR: join(directory, "cache", "deno"),
    DENO_NO_UPDATE_CHECK: "1",
    GIT_AUTHOR_NAME: "rehearsal",
    GIT_AUTHOR_EMAIL: "rehearsal@localhost",
    GIT_COMMITTER_NAME: "rehearsal",
    GIT_COMMITTER_EMAIL: "rehearsal@localhost",
  });
}
