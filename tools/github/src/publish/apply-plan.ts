import {
  type Comment,
  type CommitStatus,
  type GitHub,
  isGitHubError,
} from "../rest/connect-github.ts";
import type { CommentPlan } from "./plan-comment.ts";

/** What became of the comment. */
export type CommentResult =
  | { readonly kind: "stands"; readonly url: string | undefined }
  /** Locked conversations take none: the status speaks alone. */
  | { readonly kind: "refused" };

/** Carries out what was planned for a comment. */
export async function applyComment(
  github: GitHub,
  pull: number,
  plan: CommentPlan,
  existingUrl: string | undefined,
): Promise<CommentResult> {
  try {
    return { kind: "stands", url: (await write(github, pull, plan))?.url ?? existingUrl };
  } catch (error) {
    // GitHub answers 403 to a right that is missing and to a rate limit, too: those are failures.
    if (!isGitHubError(error) || error.status !== 403) throw error;
    if ((await github.pull(pull)).isLocked) return { kind: "refused" };
    throw error;
  }
}

async function write(
  github: GitHub,
  pull: number,
  plan: CommentPlan,
): Promise<Comment | undefined> {
  switch (plan.kind) {
    case "leave":
      return undefined;
    case "create":
      return github.createComment(pull, plan.body);
    case "update":
      try {
        return await github.updateComment(plan.id, plan.body);
      } catch (error) {
        // Somebody deleted it since it was found.
        if (!isGitHubError(error) || error.status !== 404) throw error;
        return github.createComment(pull, plan.body);
      }
  }
}

/** Sets a status if `isStillHead` says so at the last moment: a commit is judged as a head or not at all. */
export async function applyStatus(
  github: GitHub,
  commit: string,
  status: CommitStatus,
  isStillHead: () => Promise<boolean>,
): Promise<boolean> {
  if (!(await isStillHead())) return false;
  await github.setStatus(commit, status);
  return true;
}
