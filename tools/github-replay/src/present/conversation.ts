import type { JsonObject } from "../json.ts";
import type { Comment, Issue, Label, Pull, Side } from "../state/model.ts";
import { presentAccount, presentRepository } from "./repository.ts";
import type { Scene } from "./scene.ts";
import { website } from "./scene.ts";

export function presentIssue(scene: Scene, issue: Issue): JsonObject {
  const { state, url } = scene;
  const { number, author } = issue;
  const isPull = state.pulls.has(number);
  const api = `${url}/repos/${state.repository}`;
  return {
    id: number,
    number,
    title: issue.title,
    body: issue.body,
    state: issue.state,
    state_reason: issue.stateReason,
    user: presentAccount(scene, author),
    labels: issue.labels.map((name) => presentLabel(scene, name)),
    locked: issue.locked,
    comments: [...state.comments.values()].filter((comment) => comment.issue === number).length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: "NONE",
    repository_url: api,
    url: `${api}/issues/${String(number)}`,
    html_url: `${website}/${state.repository}/${isPull ? "pull" : "issues"}/${String(number)}`,
    ...(isPull
      ? {
          pull_request: {
            url: `${api}/pulls/${String(number)}`,
            html_url: `${website}/${state.repository}/pull/${String(number)}`,
            diff_url: `${website}/${state.repository}/pull/${String(number)}.diff`,
            patch_url: `${website}/${state.repository}/pull/${String(number)}.patch`,
          },
        }
      : {}),
  };
}

/** The list leaves out what only a single pull request shows. */
export function presentPull(scene: Scene, pull: Pull): JsonObject {
  const {
    pull_request: _,
    state_reason: __,
    repository_url: ___,
    comments: ____,
    ...issue
  } = presentIssue(scene, pull);
  return {
    ...issue,
    url: `${scene.url}/repos/${scene.state.repository}/pulls/${String(pull.number)}`,
    draft: pull.draft,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommit,
    head: presentSide(scene, pull.head),
    base: presentSide(scene, pull.base),
  };
}

/** The repository of a deleted fork is `null`. */
function presentSide(scene: Scene, { repository, branch, sha }: Side): JsonObject {
  const [owner] = (repository ?? "").split("/");
  return {
    label: repository === undefined ? `unknown:${branch}` : `${owner ?? ""}:${branch}`,
    ref: branch,
    sha,
    user:
      owner === undefined || owner === ""
        ? null
        : presentAccount(scene, scene.state.account(owner)),
    repo: repository === undefined ? null : presentRepository(scene, repository),
  };
}

export function presentComment(scene: Scene, comment: Comment): JsonObject {
  const { state, url } = scene;
  const { id, issue } = comment;
  const kind = state.pulls.has(issue) ? "pull" : "issues";
  return {
    id,
    body: comment.body,
    user: presentAccount(scene, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: "NONE",
    issue_url: `${url}/repos/${state.repository}/issues/${String(issue)}`,
    url: `${url}/repos/${state.repository}/issues/comments/${String(id)}`,
    html_url: `${website}/${state.repository}/${kind}/${String(issue)}#issuecomment-${String(id)}`,
  };
}

/** A label that was only ever put on an issue has GitHub's grey. */
export function presentLabel({ state, url }: Scene, name: string): JsonObject {
  const label: Label = state.labels.get(name) ?? {
    id: 0,
    name,
    color: "ededed",
    description: null,
  };
  return {
    id: label.id,
    name,
    color: label.color,
    description: label.description,
    default: false,
    url: `${url}/repos/${state.repository}/labels/${encodeURIComponent(name)}`,
  };
}
