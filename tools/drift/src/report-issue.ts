import type { GitHub, Issue } from "@flex-channels/github/rest";
import type { IssuePlan, IssuePlanRequest } from "./plan-issue.ts";
import { isOurs, planIssue } from "./plan-issue.ts";

/** Does on GitHub what the plan says, and returns the plan. */
export async function reportIssue(
  github: GitHub,
  author: string,
  request: Omit<IssuePlanRequest, "newest">,
): Promise<IssuePlan> {
  const newest = await findNewest(github, author);
  const plan = planIssue({ ...request, newest });
  switch (plan.kind) {
    case "nothing":
      break;
    case "open":
      await github.createIssue({ title: plan.title, body: plan.body });
      break;
    case "edit":
      await github.updateIssue(plan.number, { body: plan.body });
      break;
    case "close":
      await github.updateIssue(plan.number, { body: plan.body, state: "closed" });
      break;
  }
  return plan;
}

/**
 * GitHub lists the newest first. Neither the search nor a label is asked: the one lags behind, the
 * other can be taken away, and a second issue would be opened.
 */
async function findNewest(github: GitHub, author: string): Promise<Issue | undefined> {
  for await (const issue of github.issues({ state: "all" })) {
    if (isOurs(issue, author)) return issue;
  }
  return undefined;
}
