import { expect, test } from "vitest";
import type { Github } from "../../src/index.ts";
import { githubFor, refusalOf } from "../github-for.ts";

const at = { owner: "o", repo: "r" } as const;

function edit(github: Github, repository = "o/r", branch = "edit"): string {
  const { state } = github;
  const parents = [state.head("main")];
  return state.commit(
    {
      branch,
      parents,
      files: { "spec/openapi.yaml": "one\nthree\n", "new.md": "new\n", "old.md": null },
    },
    repository,
  ).sha;
}

test("a pull request shows its head and base, and what it changes since they parted", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  const { state } = github;
  state.commit({ branch: "main", files: { "old.md": "old\n", "moved.md": "the same\n" } });
  const sha = state.commit({
    branch: "edit",
    parents: [state.head("main")],
    files: {
      "spec/openapi.yaml": "one\nthree\nfour\n",
      "old.md": null,
      "moved.md": null,
      "docs/moved.md": "the same\n",
      "new.md": "new\n",
    },
  }).sha;
  state.commit({ branch: "main", files: { "elsewhere.md": "not in the pull request\n" } });
  state.openPull({ title: "Edit", branch: "edit", draft: true });

  const one = { ...at, pull_number: 1 };
  const { data } = await client.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", one);
  expect(data).toMatchObject({
    number: 1,
    draft: true,
    changed_files: 4,
    head: { ref: "edit", sha, label: "o:edit", repo: { full_name: "o/r" } },
    base: { ref: "main", sha: state.head("main") },
  });
  const files = await client.request("GET /repos/{owner}/{repo}/pulls/{pull_number}/files", one);
  expect(
    files.data.map(({ filename, status, previous_filename, additions, deletions }) => [
      filename,
      status,
      previous_filename,
      additions,
      deletions,
    ]),
  ).toEqual([
    ["docs/moved.md", "renamed", "moved.md", 0, 0],
    ["new.md", "added", undefined, 1, 0],
    ["old.md", "removed", undefined, 0, 1],
    ["spec/openapi.yaml", "modified", undefined, 2, 1],
  ]);
  await github.close();
});

test("a pull request of a fork is found by owner and branch, and keeps its head when the fork is gone", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  const { state } = github;
  const sha = edit(github, "fork/r");
  const pull = state.openPull({ title: "Edit", branch: "edit", headRepository: "fork/r" });
  const list = "GET /repos/{owner}/{repo}/pulls";
  const found = await client.request(list, { ...at, head: "fork:edit" });
  expect(found.data.map((each) => each.head.repo.full_name)).toEqual(["fork/r"]);
  expect((await client.request(list, { ...at, head: "o:edit" })).data).toEqual([]);

  state.pulls.set(pull.number, { ...pull, head: { ...pull.head, repository: undefined } });
  const one = { ...at, pull_number: pull.number };
  const { data } = await client.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", one);
  expect(data.head).toMatchObject({ repo: null, user: null, sha });
  await github.close();
});

test("the pull requests of a commit are those that bring it", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  const sha = edit(github, "fork/r");
  github.state.openPull({ title: "Edit", branch: "edit", headRepository: "fork/r" });
  const of = "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls";
  const { data } = await client.request(of, { ...at, commit_sha: sha });
  expect(data.map(({ number }) => number)).toEqual([1]);
  const base = github.state.head("main");
  expect((await client.request(of, { ...at, commit_sha: base })).data).toEqual([]);
  await github.close();
});

test("a push moves the head", async () => {
  await using setting = await githubFor();
  const { github } = setting;
  const before = edit(github);
  github.state.openPull({ title: "Edit", branch: "edit" });
  const { head } = github.state.push(1, { files: { "more.md": "more\n" } });
  expect(head.sha).not.toBe(before);
  expect(github.state.commits.get(head.sha)?.parents).toEqual([before]);
});

test("a pull request is opened once, changed and closed", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  edit(github);
  const create = "POST /repos/{owner}/{repo}/pulls";
  const wanted = { ...at, title: "Edit", head: "edit", base: "main", body: "Why" };
  const { data } = await client.request(create, wanted);
  expect(data).toMatchObject({ number: 1, user: { login: "github-actions[bot]" } });
  const again = await refusalOf(client.request(create, wanted));
  expect(again.message).toContain("A pull request already exists for o:edit.");
  const nothing = await refusalOf(client.request(create, { ...wanted, head: "nothing" }));
  expect(nothing).toMatchObject({ status: 422 });
  const same = await refusalOf(client.request(create, { ...wanted, head: "main" }));
  expect(same.message).toContain("No commits between main and main");

  const update = "PATCH /repos/{owner}/{repo}/pulls/{pull_number}";
  const one = { ...at, pull_number: 1 };
  const changed = await client.request(update, { ...one, title: "Other", state: "closed" });
  expect(changed.data).toMatchObject({ title: "Other", body: "Why", state: "closed" });
  await github.close();
});

test("a comparison tells how far two commits are apart", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  edit(github);
  const base = github.state.head("main");
  github.state.commit({ branch: "main", files: { "other.md": "other\n" } });
  const compare = "GET /repos/{owner}/{repo}/compare/{basehead}";
  const { data } = await client.request(compare, { ...at, basehead: "main...edit" });
  expect(data).toMatchObject({ status: "diverged", ahead_by: 1, behind_by: 1 });
  expect(data.merge_base_commit.sha).toBe(base);
  expect(data.files?.map(({ filename }) => filename)).toEqual(["new.md", "spec/openapi.yaml"]);
  await github.close();
});
