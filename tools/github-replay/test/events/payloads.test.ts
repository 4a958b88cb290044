import { expect, test } from "vitest";
import type { PullAction, RunAction } from "../../src/index.ts";
import { githubFor } from "../github-for.ts";

const pullActions: readonly PullAction[] = [
  "opened",
  "synchronize",
  "reopened",
  "edited",
  "closed",
  "ready_for_review",
];

test.each(pullActions)(
  "a pull request of a fork that is %s is told as GitHub tells it",
  async (action) => {
    await using setting = await githubFor();
    const { state, events } = setting.github;
    const parents = [state.head("main")];
    const { sha } = state.commit({ branch: "edit", parents, files: { a: "a" } }, "fork/r");
    state.openPull({ title: "Edit", branch: "edit", headRepository: "fork/r" });
    expect(events.pull(1, action)).toMatchObject({
      action,
      number: 1,
      pull_request: { head: { sha, repo: { full_name: "fork/r" } }, base: { ref: "main" } },
      repository: { full_name: "o/r" },
    });
  },
);

const runActions: readonly RunAction[] = ["requested", "in_progress", "completed"];

test.each(runActions)("a run that is %s is told as GitHub tells it", async (action) => {
  await using setting = await githubFor();
  const { state, events } = setting.github;
  const run = state.addRun({ headSha: state.head("main"), headBranch: "main" });
  expect(events.run(run.id, action)).toMatchObject({
    action,
    workflow_run: { id: run.id, event: "pull_request", head_sha: run.headSha },
  });
});

test("a merge group is told as GitHub tells it", async () => {
  await using setting = await githubFor();
  const { state, events } = setting.github;
  const baseSha = state.head("main");
  const branch = "gh-readonly-queue/main/pr-1";
  const { sha: headSha } = state.commit({ branch, parents: [baseSha], files: { a: "a" } });
  const headRef = `refs/heads/${branch}`;
  expect(events.mergeGroup({ headSha, baseSha, headRef })).toMatchObject({
    action: "checks_requested",
    merge_group: { head_sha: headSha, base_sha: baseSha, base_ref: "refs/heads/main" },
  });
});

test("what the state lacks has no payload", async () => {
  await using setting = await githubFor();
  expect(() => setting.github.events.pull(7, "opened")).toThrow("Not Found");
});
