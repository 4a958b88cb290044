import type { JsonObject } from "../json.ts";
import type { Call } from "../server/answer.ts";
import type {
  Account,
  Artifact,
  CheckRun,
  Comment,
  CommitStatus,
  Issue,
  Label,
  Pull,
  Release,
  Run,
  Side,
} from "../state/model.ts";

/** Where pages for people would be. */
const website = "https://github.com";

/** The members that the state knows; `complete` adds those that the description requires. */
export function presentAccount({ url }: Call, { id, login, type }: Account): JsonObject {
  return {
    id,
    login,
    type,
    site_admin: false,
    url: `${url}/users/${encodeURIComponent(login)}`,
    html_url: `${website}/${type === "Bot" ? `apps/${login.replace(/\[bot\]$/, "")}` : login}`,
  };
}

export function presentRepository(call: Call, fullName: string): JsonObject {
  const { state, url } = call;
  const [owner = "", name = ""] = fullName.split("/");
  return {
    id: state.account(`${fullName}.git`).id,
    name,
    full_name: fullName,
    owner: presentAccount(call, state.account(owner)),
    private: state.visibility === "private",
    visibility: state.visibility,
    fork: fullName !== state.repository,
    default_branch: state.defaultBranch,
    url: `${url}/repos/${fullName}`,
    html_url: `${website}/${fullName}`,
  };
}

export function presentIssue(call: Call, issue: Issue): JsonObject {
  const { state, url } = call;
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
    user: presentAccount(call, author),
    labels: issue.labels.map((name) => presentLabel(call, name)),
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
export function presentPull(call: Call, pull: Pull): JsonObject {
  const {
    pull_request: _,
    state_reason: __,
    repository_url: ___,
    comments: ____,
    ...issue
  } = presentIssue(call, pull);
  return {
    ...issue,
    url: `${call.url}/repos/${call.state.repository}/pulls/${String(pull.number)}`,
    draft: pull.draft,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommit,
    head: presentSide(call, pull.head),
    base: presentSide(call, pull.base),
  };
}

/** The repository of a deleted fork is `null`. */
function presentSide(call: Call, { repository, branch, sha }: Side): JsonObject {
  const [owner] = (repository ?? "").split("/");
  return {
    label: repository === undefined ? `unknown:${branch}` : `${owner ?? ""}:${branch}`,
    ref: branch,
    sha,
    user:
      owner === undefined || owner === "" ? null : presentAccount(call, call.state.account(owner)),
    repo: repository === undefined ? null : presentRepository(call, repository),
  };
}

export function presentComment(call: Call, comment: Comment): JsonObject {
  const { state, url } = call;
  const { id, issue } = comment;
  const kind = state.pulls.has(issue) ? "pull" : "issues";
  return {
    id,
    body: comment.body,
    user: presentAccount(call, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: "NONE",
    issue_url: `${url}/repos/${state.repository}/issues/${String(issue)}`,
    url: `${url}/repos/${state.repository}/issues/comments/${String(id)}`,
    html_url: `${website}/${state.repository}/${kind}/${String(issue)}#issuecomment-${String(id)}`,
  };
}

/** A label that was only ever put on an issue has GitHub's grey. */
export function presentLabel({ state, url }: Call, name: string): JsonObject {
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

export function presentStatus(call: Call, status: CommitStatus): JsonObject {
  return {
    id: status.id,
    state: status.state,
    context: status.context,
    description: status.description,
    target_url: status.targetUrl,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    url: `${call.url}/repos/${call.state.repository}/statuses/${status.sha}`,
    creator: presentAccount(call, status.author),
  };
}

export function presentCheckRun({ state, url }: Call, check: CheckRun): JsonObject {
  return {
    id: check.id,
    name: check.name,
    head_sha: check.sha,
    status: check.status,
    conclusion: check.conclusion,
    details_url: check.detailsUrl,
    external_id: check.externalId,
    started_at: check.startedAt,
    completed_at: check.completedAt,
    output: {
      ...check.output,
      annotations_count: check.annotations.length,
      annotations_url: `${url}/repos/${state.repository}/check-runs/${String(check.id)}/annotations`,
    },
    url: `${url}/repos/${state.repository}/check-runs/${String(check.id)}`,
    html_url: `${website}/${state.repository}/runs/${String(check.id)}`,
  };
}

/** Of a run from a fork GitHub lists no pull request: who wants to know must ask for the commit's. */
export function presentRun(call: Call, run: Run): JsonObject {
  const { state, url } = call;
  const api = `${url}/repos/${state.repository}/actions/runs/${String(run.id)}`;
  const pulls = [...state.pulls.values()].filter(
    ({ head }) => head.branch === run.headBranch && head.repository === state.repository,
  );
  return {
    id: run.id,
    name: run.name,
    path: run.path,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    run_attempt: run.attempt,
    head_branch: run.headBranch,
    head_sha: run.headSha,
    actor: presentAccount(call, run.actor),
    triggering_actor: presentAccount(call, run.actor),
    pull_requests: (run.headRepository === state.repository ? pulls : []).map((pull) => ({
      id: pull.number,
      number: pull.number,
      url: `${url}/repos/${state.repository}/pulls/${String(pull.number)}`,
      head: presentMinimalSide(call, pull.head),
      base: presentMinimalSide(call, pull.base),
    })),
    repository: presentRepository(call, state.repository),
    head_repository:
      run.headRepository === undefined ? null : presentRepository(call, run.headRepository),
    created_at: run.createdAt,
    updated_at: run.createdAt,
    run_started_at: run.createdAt,
    url: api,
    artifacts_url: `${api}/artifacts`,
    html_url: `${website}/${state.repository}/actions/runs/${String(run.id)}`,
  };
}

function presentMinimalSide(call: Call, { repository, branch, sha }: Side): JsonObject {
  const { id, name, url } = presentRepository(call, repository ?? "");
  return { ref: branch, sha, repo: { id: id ?? 0, name: name ?? "", url: url ?? "" } };
}

export function presentArtifact({ state, url }: Call, artifact: Artifact): JsonObject {
  const api = `${url}/repos/${state.repository}/actions/artifacts/${String(artifact.id)}`;
  const run = state.runs.get(artifact.run);
  return {
    id: artifact.id,
    name: artifact.name,
    size_in_bytes: artifact.bytes.length,
    expired: artifact.expired,
    created_at: artifact.createdAt,
    updated_at: artifact.createdAt,
    expires_at: null,
    url: api,
    archive_download_url: `${api}/zip`,
    ...(run === undefined
      ? {}
      : { workflow_run: { id: run.id, head_branch: run.headBranch, head_sha: run.headSha } }),
  };
}

export function presentRelease(call: Call, release: Release): JsonObject {
  const { state, url } = call;
  return {
    id: release.id,
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    author: presentAccount(call, release.author),
    created_at: release.createdAt,
    published_at: release.draft ? null : release.createdAt,
    url: `${url}/repos/${state.repository}/releases/${String(release.id)}`,
    html_url: `${website}/${state.repository}/releases/tag/${encodeURIComponent(release.tag)}`,
  };
}
