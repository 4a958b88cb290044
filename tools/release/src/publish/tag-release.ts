import { read } from "../edge/run.ts";
import { readPack } from "../pack/read-pack.ts";
import { tagOf } from "../version/last-release.ts";
import { gatherFacts, headOf } from "./publish-release.ts";
import type { ReleaseFacts } from "./publish-plan.ts";
import { registryAddress } from "./registry.ts";

/** A tag that would say what is not so. */
export class TagError extends Error {
  override readonly name = "TagError";
}

export interface TagOptions {
  readonly root: string;
  readonly from: string;
  readonly digest: string;
  readonly log: (line: string) => void;
}

/** The tags that a release lacks: only for what lies in the registry, byte for byte. */
export function planTags(facts: readonly ReleaseFacts[], commit: string): readonly string[] {
  const tags: string[] = [];
  for (const { release, integrity, registry, gitTag } of facts) {
    const tag = tagOf(release.name, release.version);
    if (registry.kind === "absent") {
      throw new TagError(`${tag} is not in the registry: publish it before it is tagged.`);
    }
    if (registry.integrity !== integrity) {
      throw new TagError(`${tag} is in the registry with other bytes than these.`);
    }
    if (gitTag.kind === "absent") tags.push(tag);
    else if (gitTag.commit !== commit) {
      throw new TagError(`The tag ${tag} points at ${gitTag.commit}, and this is ${commit}.`);
    }
  }
  return tags;
}

/** Tags the present commit with what was published from it, and pushes the tags to `origin`. */
export async function tagRelease(options: TagOptions): Promise<void> {
  const { root, from, digest, log } = options;
  const facts = await gatherFacts(root, registryAddress(root), readPack(from, digest));
  for (const tag of planTags(facts, headOf(root))) {
    read("git", ["tag", "--annotate", tag, "--message", tag], { cwd: root });
    log(`tagged ${tag}`);
  }
  const tags = facts.map(({ release }) => `refs/tags/${tagOf(release.name, release.version)}`);
  if (tags.length === 0) return;
  read("git", ["push", "--quiet", "origin", ...tags], { cwd: root });
  log("pushed the tags");
}
