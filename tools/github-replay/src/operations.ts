/** What a token may be granted, in the words of a workflow's `permissions`. */
export type Permission =
  "actions" | "checks" | "contents" | "issues" | "metadata" | "pull-requests" | "statuses";

export type Access = "read" | "write";

/** A permission that opens an operation. */
export interface Grant {
  readonly permission: Permission;
  readonly access: Access;
}

const read = (permission: Permission): Grant => ({ permission, access: "read" });
const write = (permission: Permission): Grant => ({ permission, access: "write" });

/**
 * The operations that are played, by GitHub's own name for them, and the permissions any one of
 * which opens each. What is about an issue is opened by `issues` where the number is an issue's and
 * by `pull-requests` where it is a pull request's: GitHub names both and says no more, so the
 * narrow reading holds.
 *
 * Source: "Permissions required for GitHub Apps" in GitHub's REST documentation; the description
 * itself says nothing of permissions.
 */
export const operations = {
  "actions/download-artifact": [read("actions")],
  "actions/get-artifact": [read("actions")],
  "actions/get-workflow-run": [read("actions")],
  "actions/list-artifacts-for-repo": [read("actions")],
  "actions/list-workflow-run-artifacts": [read("actions")],
  "checks/create": [write("checks")],
  "checks/list-for-ref": [read("checks")],
  "checks/update": [write("checks")],
  "git/get-ref": [read("contents")],
  "git/list-matching-refs": [read("contents")],
  "issues/add-labels": [write("issues"), write("pull-requests")],
  "issues/create": [write("issues")],
  "issues/create-comment": [write("issues"), write("pull-requests")],
  "issues/create-label": [write("issues"), write("pull-requests")],
  "issues/delete-comment": [write("issues"), write("pull-requests")],
  "issues/get": [read("issues"), read("pull-requests")],
  "issues/get-comment": [read("issues"), read("pull-requests")],
  "issues/get-label": [read("issues"), read("pull-requests")],
  "issues/list-comments": [read("issues"), read("pull-requests")],
  "issues/list-for-repo": [read("issues"), read("pull-requests")],
  "issues/list-labels-for-repo": [read("issues"), read("pull-requests")],
  "issues/update": [write("issues"), write("pull-requests")],
  "issues/update-comment": [write("issues"), write("pull-requests")],
  "pulls/create": [write("pull-requests")],
  "pulls/get": [read("pull-requests")],
  "pulls/list": [read("pull-requests")],
  "pulls/list-files": [read("pull-requests")],
  "pulls/update": [write("pull-requests")],
  "repos/compare-commits-with-basehead": [read("contents")],
  "repos/create-commit-status": [write("statuses")],
  "repos/create-release": [write("contents")],
  "repos/get": [read("metadata")],
  "repos/get-combined-status-for-ref": [read("statuses")],
  "repos/get-commit": [read("contents")],
  "repos/get-content": [read("contents")],
  "repos/get-release-by-tag": [read("contents")],
  "repos/list-commit-statuses-for-ref": [read("statuses")],
  "repos/list-pull-requests-associated-with-commit": [read("pull-requests")],
  "users/get-authenticated": [],
} as const satisfies Readonly<Record<string, readonly Grant[]>>;

export type OperationId = keyof typeof operations;

/** The events whose payloads are made and checked, by GitHub's name in the description. */
export const webhooks = [
  "merge-group-checks-requested",
  "pull-request-closed",
  "pull-request-edited",
  "pull-request-opened",
  "pull-request-ready-for-review",
  "pull-request-reopened",
  "pull-request-synchronize",
  "workflow-run-completed",
  "workflow-run-in-progress",
  "workflow-run-requested",
] as const;
