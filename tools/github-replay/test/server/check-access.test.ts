import { expect, test } from "vitest";
import { githubFor, refusalOf } from "../github-for.ts";

const at = { owner: "o", repo: "r" } as const;
const comment = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
const forbidden = { status: 403 } as const;

const rows = [
  {
    name: "pull-requests: write comments on a pull request",
    permissions: { "pull-requests": "write" },
    issue: 1,
    want: 200,
  },
  {
    name: "pull-requests: write does not comment on an issue",
    permissions: { "pull-requests": "write" },
    issue: 2,
    want: 403,
  },
  {
    name: "issues: write comments on an issue",
    permissions: { issues: "write" },
    issue: 2,
    want: 200,
  },
  {
    name: "issues: write does not comment on a pull request",
    permissions: { issues: "write" },
    issue: 1,
    want: 403,
  },
  {
    name: "pull-requests: read does not comment",
    permissions: { "pull-requests": "read" },
    issue: 1,
    want: 403,
  },
  { name: "nothing does not comment", permissions: {}, issue: 1, want: 403 },
] as const;

test.each(rows)("$name", async ({ permissions, issue, want }) => {
  await using setting = await githubFor({ tokens: { narrow: { permissions } } });
  const { github, clientWith } = setting;
  const { state } = github;
  state.commit({ branch: "edit", parents: [state.head("main")], files: { a: "a" } });
  state.openPull({ title: "A pull request", branch: "edit" });
  state.openIssue({ title: "An issue" });
  const sent = clientWith("narrow").request(comment, { ...at, issue_number: issue, body: "Text" });
  expect(await refusalOf(sent)).toMatchObject({ status: want });
  await github.close();
});

test("a refusal names the permissions that would do", async () => {
  await using setting = await githubFor({ tokens: { narrow: { permissions: {} } } });
  setting.github.state.openIssue({ title: "An issue" });
  const sent = setting
    .clientWith("narrow")
    .request(comment, { ...at, issue_number: 1, body: "Text" });
  await expect(sent).rejects.toMatchObject({
    ...forbidden,
    message: expect.stringContaining("Resource not accessible by integration"),
    response: { headers: { "x-accepted-github-permissions": "issues=write" } },
  });
});

test("an unknown token is bad even where none is needed", async () => {
  await using setting = await githubFor();
  const list = "GET /repos/{owner}/{repo}/issues";
  expect(await refusalOf(setting.clientWith("stolen").request(list, at))).toMatchObject({
    status: 401,
    message: expect.stringContaining("Bad credentials"),
  });
});

test("a public repository is read without a token, and not written", async () => {
  await using setting = await githubFor();
  setting.github.state.openIssue({ title: "An issue" });
  const nobody = setting.clientWith();
  const list = "GET /repos/{owner}/{repo}/issues";
  expect((await nobody.request(list, at)).data).toHaveLength(1);
  const sent = nobody.request(comment, { ...at, issue_number: 1, body: "Text" });
  expect(await refusalOf(sent)).toMatchObject({ status: 401 });
});

test("a private repository is not there for whoever has no token, nor is any other repository", async () => {
  await using setting = await githubFor({ visibility: "private" });
  const list = "GET /repos/{owner}/{repo}/issues";
  expect(await refusalOf(setting.clientWith().request(list, at))).toMatchObject({ status: 404 });
  const other = { owner: "o", repo: "other" };
  expect(await refusalOf(setting.client.request(list, other))).toMatchObject({ status: 404 });
});
