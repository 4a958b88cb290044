import { hash } from "node:crypto";
import { read, tryToRead } from "../edge/run.ts";
import { tagOf } from "../version/last-release.ts";
import { PackError, type PackedTarball, checkPack, readPack } from "../pack/read-pack.ts";
import { type ReleaseFacts, type TagState, planPublish } from "./publish-plan.ts";
import { redact, secretsOf } from "./redact.ts";
import { registryAddress, registryState } from "./registry.ts";
import { trustedPublishingProblem } from "./trusted-publishing.ts";

/** The registry did not take a package. */
export class PublishError extends Error {
  override readonly name = "PublishError";
}

export interface PublishOptions {
  /** Checkout of the commit that was built. */
  readonly root: string;
  /** Folder of the pack. */
  readonly from: string;
  /** Digest that the build reported, by another way than the pack itself. */
  readonly digest: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: (line: string) => void;
}

/**
 * Publishes the tarballs that were built, in their order. It uses Node and npm alone, so that no
 * code of a dependency runs beside the credential.
 */
export async function publishRelease(options: PublishOptions): Promise<void> {
  const { root, from, digest, env, log } = options;
  const tooOld = trustedPublishingProblem(env, read("npm", ["--version"], { cwd: root }));
  if (tooOld !== undefined) throw new PublishError(tooOld);
  const pack = readPack(from, digest);
  const address = registryAddress(root);
  const facts = await gatherFacts(root, address, pack);
  const problems = await checkPack(root, pack, isPublishedAt(address), repositoryOf(env));
  if (problems.length > 0) throw new PackError(problems.join("\n"));
  const plan = planPublish(facts, headOf(root));
  if (plan.kind === "refused") throw new PublishError(plan.problems.join("\n"));
  for (const { name, version } of plan.published) log(`${name}@${version} is published already`);
  for (const release of plan.publish) {
    const { name, version, tag, access } = release;
    const packed = pack.find((one) => one.release === release);
    if (packed === undefined) continue;
    const args = ["publish", packed.file, "--access", access, "--tag", tag, "--ignore-scripts"];
    const { status, stdout, stderr } = tryToRead("npm", args, { cwd: root, env });
    if (status !== 0) {
      const told = redact(`${stderr}${stdout}`.trim(), secretsOf(env));
      throw new PublishError(
        `npm refused ${name}@${version}. What was published before it stays; run this again.\n${told}`,
      );
    }
    log(`published ${name}@${version}`);
  }
}

/** What the registry and git know of each release. */
export async function gatherFacts(
  root: string,
  address: string,
  pack: readonly PackedTarball[],
): Promise<readonly ReleaseFacts[]> {
  return Promise.all(
    pack.map(async ({ release, bytes }) => ({
      release,
      integrity: `sha512-${hash("sha512", bytes, "base64")}`,
      registry: await registryState(address, release.name, release.version),
      gitTag: tagState(root, tagOf(release.name, release.version)),
    })),
  );
}

export function headOf(root: string): string {
  return read("git", ["rev-parse", "HEAD"], { cwd: root });
}

function tagState(root: string, tag: string): TagState {
  const { status, stdout } = tryToRead(
    "git",
    ["rev-parse", "--verify", "--quiet", `refs/tags/${tag}^{commit}`],
    { cwd: root },
  );
  return status === 0 ? { kind: "present", commit: stdout.trim() } : { kind: "absent" };
}

/** Whether the registry at an address has a version. */
export function isPublishedAt(
  address: string,
): (name: string, version: string) => Promise<boolean> {
  return async (name, version) => {
    const state = await registryState(address, name, version);
    return state.kind === "present";
  };
}

/** Address of the repository that a workflow's provenance names. */
function repositoryOf(env: NodeJS.ProcessEnv): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = env;
  return server === undefined || name === undefined ? undefined : `${server}/${name}`;
}
