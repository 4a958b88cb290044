import type { CommitStatus, GitHub } from "../rest/connect-github.ts";
import type { CommentPlan } from "./plan-comment.ts";

/** Carries out what was planned for a comment; answers with its address. */
export async function applyComment(
  github: GitHub,
  pull: number,
  plan: CommentPlan,
  existingUrl: string | undefined,
): Promise<string | undefined> {
  switch (plan.kind) {
    case "leave":
      return existingUrl;
    case "create":
      return (await github.createComment(pull, plan.body)).url;
    case "update":
      return (await github.updateComment(plan.id, plan.body)).url;
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
