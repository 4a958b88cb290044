import type { JsonValue } from "../json.ts";
import type { Call } from "../server/answer.ts";
import { GithubRefusal, found, invalid } from "../server/answer.ts";
import type { Account, Issue } from "../state/model.ts";

/** The issue or pull request that the path names. */
export function findIssue({ state, number }: Call): Issue {
  const at = number("issue_number") ?? 0;
  return found(state.issues.get(at) ?? state.pulls.get(at));
}

export function storeIssue({ state }: Call, issue: Issue): void {
  const pull = state.pulls.get(issue.number);
  if (pull === undefined) state.issues.set(issue.number, issue);
  else state.pulls.set(issue.number, { ...pull, ...issue });
}

/** Whoever the token belongs to. */
export function actor({ token }: Call): Account {
  if (token === undefined) throw new GithubRefusal(401, "Requires authentication");
  return token.account;
}

/** GitHub's limit for what people write, in UTF-16 units as its database counts characters. */
export function checkBody(resource: string, text: string): void {
  if (text.length > 65_536) {
    throw invalid(resource, "body", "body is too long (maximum is 65536 characters)");
  }
}

export function textOf(value: JsonValue | undefined): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value : undefined;
}
