import type { Call } from "../server/answer.ts";
import { GithubRefusal } from "../server/answer.ts";
import type { Commit } from "../state/model.ts";

/** The commit that a whole hash, a branch (`main`, `heads/main`, `refs/heads/main`) or a tag means. */
export function resolveCommit({ state }: Call, reference: string): Commit {
  const name = reference.replace(/^(refs\/)?(heads|tags)\//, "");
  const tagged = [...state.releases.values()].find(({ tag }) => tag === name)?.target;
  const commit = [
    reference,
    state.branches.get(`${state.repository}:${name}`),
    tagged,
    state.branches.get(`${state.repository}:${tagged ?? ""}`),
  ]
    .map((sha) => state.commits.get(sha ?? ""))
    .find((found) => found !== undefined);
  if (commit === undefined) {
    throw new GithubRefusal(422, `No commit found for SHA: ${reference}`);
  }
  return commit;
}
