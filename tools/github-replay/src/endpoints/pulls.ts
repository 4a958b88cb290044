import type { JsonObject } from "../json.ts";
import { presentPull } from "../present/conversation.ts";
import { presentAccount } from "../present/repository.ts";
import type { Answer, Call } from "../server/answer.ts";
import { found } from "../server/answer.ts";
import { paginate } from "../server/paginate.ts";
import type { ChangedFile } from "../state/diff-trees.ts";
import { ancestors, diffTrees, mergeBase } from "../state/diff-trees.ts";
import type { Pull } from "../state/model.ts";
import { resolveCommit } from "./resolve-commit.ts";

export function listPulls(call: Call): Answer {
  const [wanted, base, head] = [call.text("state") ?? "open", call.text("base"), call.text("head")];
  const label = (pull: Pull): string =>
    `${pull.head.repository?.split("/")[0] ?? "unknown"}:${pull.head.branch}`;
  const pulls = [...call.state.pulls.values()]
    .filter((pull) => wanted === "all" || pull.state === wanted)
    .filter((pull) => base === undefined || pull.base.branch === base)
    .filter((pull) => head === undefined || label(pull) === head)
    .toSorted((left, right) => right.number - left.number);
  return paginate(call, pulls, (pull) => presentPull(call, pull));
}

export function getPull(call: Call): Answer {
  return { status: 200, body: presentWhole(call, findPull(call)) };
}

/** With what only a single pull request shows. */
export function presentWhole(call: Call, pull: Pull): JsonObject {
  return {
    ...presentPull(call, pull),
    merged: pull.mergedAt !== null,
    merged_by: pull.mergedAt === null ? null : presentAccount(call, pull.author),
    mergeable: null,
    changed_files: changedFiles(call, pull).length,
  };
}

export function listPullFiles(call: Call): Answer {
  const pull = findPull(call);
  return paginate(call, changedFiles(call, pull), (file) => presentFile(call, file, pull.head.sha));
}

/** The pull requests that hold a commit; a fork's are found here, unlike in a run. */
export function listPullsOfCommit(call: Call): Answer {
  const { sha } = resolveCommit(call, call.text("commit_sha") ?? "");
  const { commits, pulls } = call.state;
  const holding = [...pulls.values()].filter(
    ({ head, base }) =>
      ancestors(commits, head.sha).has(sha) && !ancestors(commits, base.sha).has(sha),
  );
  return paginate(call, holding, (pull) => presentPull(call, pull));
}

export function compareCommits(call: Call): Answer {
  const [from = "", to = ""] = (call.text("basehead") ?? "").split("...");
  const { commits } = call.state;
  const base = resolveCommit(call, from);
  const head = resolveCommit(call, to);
  const common = found(mergeBase(commits, base.sha, head.sha));
  const [inBase, inHead] = [ancestors(commits, base.sha), ancestors(commits, head.sha)];
  const ahead = [...inHead].filter((sha) => !inBase.has(sha)).length;
  const behind = [...inBase].filter((sha) => !inHead.has(sha)).length;
  const status = ahead > 0 && behind > 0 ? "diverged" : ahead > 0 ? "ahead" : "behind";
  return {
    status: 200,
    body: {
      status: ahead === 0 && behind === 0 ? "identical" : status,
      ahead_by: ahead,
      behind_by: behind,
      total_commits: ahead,
      base_commit: { sha: base.sha },
      merge_base_commit: { sha: common.sha },
      commits: [],
      files: diffTrees(common, head).map((file) => presentFile(call, file, head.sha)),
    },
  };
}

function presentFile({ state, url }: Call, file: ChangedFile, sha: string): JsonObject {
  const path = file.filename.split("/").map(encodeURIComponent).join("/");
  return {
    filename: file.filename,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    contents_url: `${url}/repos/${state.repository}/contents/${path}?ref=${sha}`,
    ...(file.previousFilename === undefined ? {} : { previous_filename: file.previousFilename }),
  };
}

/** Compared with the commit that both sides grew from, as three dots do. */
function changedFiles({ state }: Call, { head, base }: Pull): readonly ChangedFile[] {
  const from = found(mergeBase(state.commits, base.sha, head.sha));
  return diffTrees(from, found(state.commits.get(head.sha)));
}

export function findPull({ state, number }: Call): Pull {
  return found(state.pulls.get(number("pull_number") ?? 0));
}
