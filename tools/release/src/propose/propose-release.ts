import { fileDigest } from "../edge/file-digest.ts";
import { read } from "../edge/run.ts";
import { publicPackages } from "../edge/workspace.ts";
import { tagOf } from "../version/last-release.ts";
import { PatchError, checkPatch } from "./check-patch.ts";
import { type GitHub, type PullRequestText, openPullRequest } from "./pull-request.ts";

export const releaseBranch = "release/next";
const baseBranch = "main";

export interface ProposeOptions {
  /** Checkout of the commit that the versions were made for. */
  readonly root: string;
  readonly patch: string;
  /** SHA-256 of the patch, lower-case hexadecimal, reported by the job that wrote it. */
  readonly digest: string;
  readonly github: GitHub;
  readonly log: (line: string) => void;
}

/** Puts the versions that another job wrote on a branch, and opens its pull request. */
export async function proposeRelease(options: ProposeOptions): Promise<void> {
  const { root, patch, digest, github, log } = options;
  const received = fileDigest(patch);
  if (received !== digest) {
    throw new PatchError(
      `The patch is not the one that was made: expected ${digest}, received ${received}.`,
    );
  }
  const git = (...args: readonly string[]): string => read("git", args, { cwd: root });
  const before = versionsOf(root);
  git("checkout", "--quiet", "-B", releaseBranch);
  git("apply", "--index", "--whitespace=nowarn", patch);
  checkPatch(git("diff", "--cached", "--raw", "-z", "--no-renames", "HEAD"));
  const text = describe(before, versionsOf(root));
  git("commit", "--quiet", "--no-verify", "--message", text.title);
  git("push", "--quiet", "--force", "origin", `HEAD:refs/heads/${releaseBranch}`);
  log(await openPullRequest(github, releaseBranch, baseBranch, text));
}

function versionsOf(root: string): ReadonlyMap<string, string> {
  return new Map(publicPackages(root).map(({ manifest }) => [manifest.name, manifest.version]));
}

/** Names and versions only: a changelog is read in the diff, where nothing is executed or linked. */
export function describe(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): PullRequestText {
  const moved = [...after].filter(([name, version]) => before.get(name) !== version);
  return {
    title: `Release ${moved.map(([name, version]) => tagOf(name.replace(/^.*\//, ""), version)).join(", ")}`,
    body: [
      "Merging this publishes:",
      "",
      ...moved.map(
        ([name, version]) => `- \`${name}\` ${before.get(name) ?? "(new)"} → **${version}**`,
      ),
      "",
      "The changelogs in the diff say what changes for whom. Do not edit this branch: the next push to the main branch writes it anew.",
      "",
    ].join("\n"),
  };
}
