import type { Pull, Run } from "../rest/connect-github.ts";
import { findPull, isPullOf } from "./find-pull.ts";
import type { Publication } from "./publication.ts";

/** What a run is about, and how to find out whether it still is. */
export type Subject =
  | {
      readonly kind: "pull";
      readonly pull: Pull;
      readonly isStillHead: () => Promise<boolean>;
    }
  | { readonly kind: "merge-group"; readonly isStillHead: () => Promise<boolean> }
  | { readonly kind: "nothing"; readonly why: string };

/** Whether a run is one of the analysis, and of what. */
export async function locateRun(
  { github, workflow }: Publication,
  run: Run,
  claimed: number | undefined,
): Promise<Subject> {
  if (run.workflow !== workflow) return nothing("the run is of another workflow");
  if (run.event === "merge_group") return locateGroup({ github }, run);
  if (run.event !== "pull_request") return nothing("the run is of another event");
  const pull = await findPull(github, run, claimed);
  if (pull === undefined) return nothing("no open pull request has this commit as its head");
  return {
    kind: "pull",
    pull,
    isStillHead: async () => isPullOf(github, await github.pull(pull.number), run),
  };
}

/** A merge queue tests a branch of its own, in this repository. */
async function locateGroup({ github }: Pick<Publication, "github">, run: Run): Promise<Subject> {
  const { headBranch, headSha, headRepository } = run;
  const { owner, name } = github.repository;
  if (headBranch === null || headRepository !== `${owner}/${name}`) {
    return nothing("the merge queue is another repository's");
  }
  const isStillHead = async (): Promise<boolean> =>
    (await github.branchHead(headBranch)) === headSha;
  return (await isStillHead())
    ? { kind: "merge-group", isStillHead }
    : nothing("the merge queue has moved on");
}

function nothing(why: string): Subject {
  return { kind: "nothing", why };
}
