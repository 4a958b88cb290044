import type { GitHub, Pull, Run } from "../rest/connect-github.ts";

/**
 * The open pull request whose head a run analysed. The branch and commit of the run are GitHub's
 * own word; the number that the result names is a stranger's, and only chooses between pull
 * requests of that very head.
 */
export async function findPull(
  github: GitHub,
  run: Run,
  claimed: number | undefined,
): Promise<Pull | undefined> {
  const { headBranch, headRepository, headSha } = run;
  const owner = headRepository?.split("/")[0];
  if (owner === undefined || headBranch === null) return undefined;
  const found: Pull[] = [];
  for await (const pull of github.openPulls({ owner, branch: headBranch })) {
    if (isPullOf(github, pull, run)) found.push(pull);
  }
  const [first, ...others] = found;
  if (others.length === 0) return first;
  return found.find(({ number, head }) => number === claimed && head.sha === headSha);
}

/** Whether a pull request into this repository still has the commit of the run as its head. */
export function isPullOf(
  { repository }: Pick<GitHub, "repository">,
  { isOpen, head, base }: Pull,
  { headSha, headRepository }: Run,
): boolean {
  return (
    isOpen &&
    head.sha === headSha &&
    head.repository === headRepository &&
    sameName(base.repository, `${repository.owner}/${repository.name}`)
  );
}

/** Names of repositories are written in any case (`GITHUB_REPOSITORY` has the canonical one). */
function sameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
