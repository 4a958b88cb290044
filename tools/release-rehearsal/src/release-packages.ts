import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runOrThrow } from "@flex-channels/gear/run-or-throw";
import { gitIn } from "./git-in.ts";
import type { ReleaseOptions } from "./release-options.ts";
import { registryConfig } from "./start-registry.ts";
import type { PublishedPackage } from "./stage.ts";
import { runJob } from "./workflow/run-job.ts";
import { readJob } from "./workflow/workflow.ts";

/** The branch that the workflow proposes a release on. */
const proposed = "release/next";

/** Installs the clone, and gives it a registry and a remote on this machine: no tag leaves it. */
export async function prepareClone(options: ReleaseOptions): Promise<void> {
  const { clone, directory, registryUrl, log } = options;
  const git = gitIn(clone, options);
  log("installing the clone");
  await installCheckout(clone, options);
  await writeFile(join(clone, ".npmrc"), registryConfig(registryUrl));
  await writeFile(join(clone, ".git", "info", "exclude"), ".npmrc\n/pack\n/version.patch\n");
  await git("checkout", "--quiet", "-B", "main");
  await commitAll(options, "rehearsed");
  await git("tag", "rehearsed");
  const origin = join(directory, "origin.git");
  await git("clone", "--quiet", "--bare", clone, origin);
  await git("remote", "set-url", "origin", origin);
  await pushMain(options);
}

/** What a job does first on GitHub, once. */
export async function installCheckout(
  checkout: string,
  { env, signal }: Pick<ReleaseOptions, "env" | "signal">,
): Promise<void> {
  const install = ["install", "--frozen-lockfile", "--prefer-offline"];
  await runOrThrow("pnpm", install, { cwd: checkout, env, signal, timeoutMs: 900_000 });
}

/**
 * What a merge to the main branch sets off: the jobs of `release.yml`, by their own text. The
 * version pull request is merged as it was proposed.
 */
export async function releasePackages(
  options: ReleaseOptions,
): Promise<readonly PublishedPackage[]> {
  const { clone, directory, env, signal, log } = options;
  const git = gitIn(clone, options);
  const place = await mkdtemp(join(directory, "release-"));
  const jobs = new Jobs(options, place);

  log("version");
  await jobs.run("plan", { next: "version" });
  await jobs.run("version");
  // The next job, and the merge, meet a checkout as it was pushed.
  await git("reset", "--quiet", "--hard", "origin/main");
  const { github } = options;
  // The service learns of a branch by the push that goes to the bare repository here.
  const { state } = github.replay;
  state.commit({ branch: proposed, parents: [state.head("main")], message: proposed });
  await jobs.runAlone("propose", github.env);
  log(`merge: ${github.merge(proposed).title}`);
  await git("fetch", "--quiet", "origin", proposed);
  await git("merge", "--quiet", "--no-ff", "-m", "Merge the version pull request", "FETCH_HEAD");
  await pushMain(options);

  log("pack");
  await jobs.run("plan", { next: "publish" });
  await jobs.run("pack");
  log("publish");
  await jobs.runAlone("publish", { NPM_CONFIG_USERCONFIG: await writeLogin(options, place) });
  await jobs.runAlone("tag", { NPM_CONFIG_USERCONFIG: join(clone, ".npmrc") });
  await git("fetch", "--quiet", "--tags", "origin");
  await jobs.run("plan", { next: "nothing" });
  const listed = await runOrThrow("pnpm", ["list", "--recursive", "--depth", "-1", "--json"], {
    cwd: clone,
    env,
    signal,
  });
  return publicPackages(listed);
}

/** The jobs of one run of the workflow, and what they have reported so far. */
class Jobs {
  readonly #options: ReleaseOptions;
  readonly #place: string;
  readonly #needs: Record<string, string> = {};

  constructor(options: ReleaseOptions, place: string) {
    this.#options = options;
    this.#place = place;
  }

  /** In the clone, where everything is installed. */
  async run(name: string, wanted: Readonly<Record<string, string>> = {}): Promise<void> {
    const outputs = await this.#run(name, this.#options.clone, {});
    for (const [output, value] of Object.entries(wanted)) {
      if (outputs[output] === value) continue;
      throw new Error(`${name}: expected ${output}=${value}, received ${outputs[output]}`);
    }
  }

  /** In a checkout of its own, where nothing is installed. */
  async runAlone(name: string, extra: Readonly<Record<string, string>>): Promise<void> {
    const { directory } = this.#options;
    const checkout = join(this.#place, name);
    const git = gitIn(directory, this.#options);
    await git("clone", "--quiet", "--branch", "main", "origin.git", checkout);
    await this.#run(name, checkout, extra);
  }

  async #run(
    name: string,
    checkout: string,
    extra: Readonly<Record<string, string>>,
  ): Promise<Readonly<Record<string, string>>> {
    const job = await readJob(checkout, "release.yml", name);
    const { env, signal, heard, tokens } = this.#options;
    const outputs = await runJob(job, {
      checkout,
      temp: join(this.#place, `${name}-temp`),
      artifacts: join(this.#place, "artifacts"),
      values: { ...this.#needs, "github.token": tokens.propose },
      env: { ...env, ...extra },
      signal,
      heard,
    });
    for (const [output, value] of Object.entries(outputs)) {
      this.#needs[`needs.${name}.outputs.${output}`] = value;
    }
    return outputs;
  }
}

/** The login of the publishing job: it stands where npm looks, outside of every checkout. */
async function writeLogin({ registryUrl, tokens }: ReleaseOptions, place: string): Promise<string> {
  const file = join(place, "npmrc");
  await writeFile(file, registryConfig(registryUrl, tokens.registry));
  return file;
}

type Clone = Pick<ReleaseOptions, "clone" | "env" | "signal">;

/** What a merge does: the main branch of the remote is that of the clone. */
export async function pushMain(options: Clone): Promise<void> {
  const git = gitIn(options.clone, options);
  await git("push", "--quiet", "origin", "main");
  await git("remote", "set-head", "origin", "main");
}

/** Commits whatever a step wrote; an empty commit where it wrote nothing. */
export async function commitAll(options: Clone, message: string): Promise<void> {
  const git = gitIn(options.clone, options);
  await git("add", "--all");
  await git("commit", "--quiet", "--allow-empty", "--no-verify", "--message", message);
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
