import { expect, test } from "vitest";
import { githubFor, refusalOf } from "../github-for.ts";

const at = { owner: "o", repo: "r", issue_number: 1 } as const;
const create = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";

test("a rate limit holds for as many requests as were said, and tells how long to wait", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  github.state.openIssue({ title: "An issue" });
  const limit = { kind: "secondary-rate-limit", status: 429, retryAfterSeconds: 7 } as const;
  github.fail("issues/create-comment", limit, 2);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await expect(client.request(create, { ...at, body: "Text" })).rejects.toMatchObject({
      status: 429,
      response: { headers: { "retry-after": "7" } },
    });
  }
  expect((await client.request(create, { ...at, body: "Text" })).status).toBe(201);
  expect(github.state.comments.size).toBe(1);
  await github.close();
});

test("the hour's limit tells when it is over", async () => {
  await using setting = await githubFor();
  setting.github.state.openIssue({ title: "An issue" });
  setting.github.fail("issues/create-comment", { kind: "primary-rate-limit", resetsAtSeconds: 9 });
  await expect(setting.client.request(create, { ...at, body: "Text" })).rejects.toMatchObject({
    status: 403,
    response: { headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "9" } },
  });
});

test("a bad gateway answers without JSON", async () => {
  await using setting = await githubFor();
  setting.github.state.openIssue({ title: "An issue" });
  setting.github.fail("issues/create-comment", { kind: "status", status: 502 });
  await expect(setting.client.request(create, { ...at, body: "Text" })).rejects.toMatchObject({
    status: 502,
  });
});

test("a lost request did nothing, and a lost answer hides what was done", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  github.state.openIssue({ title: "An issue" });
  github.fail("issues/create-comment", { kind: "lost-request" });
  await expect(client.request(create, { ...at, body: "Text" })).rejects.toMatchObject({
    status: 500,
  });
  expect(github.state.comments.size).toBe(0);
  github.fail("issues/create-comment", { kind: "lost-answer" });
  await expect(client.request(create, { ...at, body: "Text" })).rejects.toMatchObject({
    status: 500,
  });
  expect(github.state.comments.size).toBe(1);
  expect(github.requests.map(({ status }) => status)).toEqual([0, 0]);
});

test("a request that is never answered is the client's to end", async () => {
  await using setting = await githubFor();
  setting.github.fail("repos/get", { kind: "hang" });
  const leaving = new AbortController();
  const request = { signal: leaving.signal };
  const sent = setting.client.request("GET /repos/{owner}/{repo}", { ...at, request });
  await expect.poll(() => setting.github.requests.length).toBe(1);
  leaving.abort();
  await expect(sent).rejects.toThrow("aborted");
});

test("a slow answer comes after what it waits for", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  const { promise, resolve } = Promise.withResolvers<string>();
  github.fail("repos/get", { kind: "slow", until: promise });
  const repository = { owner: "o", repo: "r" };
  const slow = client.request("GET /repos/{owner}/{repo}", repository);
  await client.request("GET /repos/{owner}/{repo}/issues", repository);
  resolve("now");
  expect((await slow).status).toBe(200);
  expect(github.requests.map(({ operation }) => operation)).toEqual([
    "issues/list-for-repo",
    "repos/get",
  ]);
  await github.close();
});

test("the state changes in the moment before a request is judged", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  github.state.openIssue({ title: "An issue" });
  const { id } = github.state.comment(1, "Text", "github-actions[bot]");
  github.before("issues/update-comment", ({ comments }) => void comments.delete(id));
  const update = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
  const sent = client.request(update, { owner: "o", repo: "r", comment_id: id, body: "Other" });
  expect(await refusalOf(sent)).toMatchObject({ status: 404 });
});

test("what nobody ran into is left, by name", async () => {
  await using setting = await githubFor();
  const { github } = setting;
  github.fail("issues/create", { kind: "status", status: 500 });
  github.before("pulls/get", () => undefined);
  expect(github.left()).toEqual(["status of issues/create", "what happens before pulls/get"]);
});
