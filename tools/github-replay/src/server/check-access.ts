import type { Grant, OperationId } from "../operations.ts";
import { operations } from "../operations.ts";
import type { GithubState } from "../state/github-state.ts";
import type { Token } from "../state/model.ts";
import { GithubRefusal } from "./answer.ts";

/**
 * Refuses what the token may not do. A public repository is read without a token; a token must be
 * granted even that, so that a workflow which passes here works in a private repository too.
 * `metadata: read` comes with every token.
 */
export function checkAccess(
  operation: OperationId,
  token: Token | undefined,
  state: GithubState,
  issue: number | undefined,
): void {
  const grants: readonly Grant[] = operations[operation];
  const isRead = grants.every(({ access }) => access === "read");
  if (token === undefined) {
    if (isRead && grants.length > 0 && state.visibility === "public") return;
    throw state.visibility === "public"
      ? new GithubRefusal(401, "Requires authentication")
      : new GithubRefusal(404, "Not Found");
  }
  const opening = grants.filter(
    ({ permission }) => issue === undefined || isMeant(permission, state.pulls.has(issue)),
  );
  const isOpen = opening.some(
    ({ permission, access }) =>
      permission === "metadata" ||
      token.permissions[permission] === "write" ||
      token.permissions[permission] === access,
  );
  if (isOpen || grants.length === 0) return;
  const accepted = opening
    .map(({ permission, access }) => `${permission.replace("-", "_")}=${access}`)
    .join("; ");
  throw new GithubRefusal(403, "Resource not accessible by integration", [], {
    "x-accepted-github-permissions": accepted,
  });
}

function isMeant(permission: string, isPull: boolean): boolean {
  if (permission === "issues") return !isPull;
  return permission === "pull-requests" ? isPull : true;
}
