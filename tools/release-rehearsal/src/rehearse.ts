import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { cleanEnvironment } from "@flex-channels/gear/clean-environment";
import { type Gear, installGear } from "@flex-channels/gear/install-gear";
import { runCommand } from "@flex-channels/gear/run-command";
import type { CheckGroup } from "./check-groups.ts";
import { cloneRepository } from "./clone-repository.ts";
import { findSecrets } from "./find-secrets.ts";
import { gitIn } from "./git-in.ts";
import { prepareClone, releasePackages } from "./release-packages.ts";
import { checkRow, type Row } from "./row.ts";
import type { PublishedPackage, Stage } from "./stage.ts";
import { startMock } from "./start-mock.ts";
import { startRegistry } from "./start-registry.ts";
import { startRehearsedGithub } from "./workflow/start-github.ts";

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
  const canary = (): string => `canary-${randomUUID()}`;
  const tokens = { registry: canary(), propose: canary(), tell: canary() };
  const github = cleanUp.use(await startRehearsedGithub(clone, tokens));
  const written: string[] = [];
  const heard = (text: string): void => {
    written.push(text);
  };
  const registryUrl = registry.ready;
  const places = { clone, directory, registryUrl, env, signal, log };
  const releaseOptions = { ...places, github, tokens, heard };
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

  const backstage = { ...releaseOptions, gear, packages };
  const rows: Row[] = [release, fresh];
  let mockUrl = "";
  const mocked = await checkRow("mock server, installed", "", async () => {
    const mock = cleanUp.use(await startMock(backstage));
    mockUrl = mock.ready;
    return "listens on loopback";
  });
  rows.push(mocked);
  const stage: Stage = { ...backstage, mockUrl };
  for (const group of options.groups) {
    log(`${group.name}: ${group.summary}`);
    rows.push(...(await checkGroup(stage, group)));
  }
  rows.push(await checkRow("tokens", "", () => expectNoTokens(stage, written)));
  return rows;
}

/** What was given to one job is nowhere else: not in what was written, handed on, committed or published. */
async function expectNoTokens(stage: Stage, written: readonly string[]): Promise<string> {
  const { clone, directory } = stage;
  const tokens = Object.values(stage.tokens);
  const commits = await gitIn(clone, stage)("log", "-p", "--all", "rehearsed..");
  for (const token of tokens) {
    if (written.some((text) => text.includes(token))) throw new Error("a job wrote a token");
    if (commits.includes(token)) throw new Error("a commit holds a token");
  }
  const places = await readdir(directory);
  const handed = places
    .filter((name) => /^(?:release|pull)-/.test(name))
    .map((name) => join(directory, name));
  const logins = handed.map((place) => join(place, "npmrc"));
  for (const place of [...handed, join(directory, "registry", "storage")]) {
    const [found] = await findSecrets(place, tokens, logins);
    if (found !== undefined) throw new Error(`${found.place} holds a token`);
  }
  return `in no output, artifact, commit or package`;
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

/** The gear's npm under its own names, for programs that call it: the machine's may be any, or none. */
async function writeNpm(gear: Gear, directory: string): Promise<string> {
  await mkdir(directory);
  const node = gear.file("node-24", "bin", "node");
  for (const name of ["npm", "npx"]) {
    const script = `#!/bin/sh\nexec "${node}" "${gear.file("npm", "bin", `${name}-cli.js`)}" "$@"\n`;
    await writeFile(join(directory, name), script, { mode: 0o755 });
  }
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
