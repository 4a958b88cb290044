import type { GitHub, Issue } from "@flex-channels/github/rest";
import type { IssuePlan, IssuePlanRequest } from "./plan-issue.ts";
import { planIssue } from "./plan-issue.ts";

/** Does on GitHub what the plan says, and returns the plan. */
export async function reportIssue(
  github: GitHub,
  request: Omit<IssuePlanRequest, "issues">,
): Promise<IssuePlan> {
  const issues: Issue[] = [];
  for await (const issue of github.issues({ state: "all", author: request.author })) {
    issues.push(issue);
  }
  const plan = planIssue({ ...request, issues });
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
