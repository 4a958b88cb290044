import { expect, test } from "vitest";
import { githubFor, refusalOf } from "../github-for.ts";

const list = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
const create = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
const update = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
const at = { owner: "o", repo: "r", issue_number: 1 } as const;

test("a comment is written by the token's account, read, changed and deleted", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  github.state.openIssue({ title: "An issue" });

  const { status, data, headers } = await client.request(create, { ...at, body: "First" });
  expect(status).toBe(201);
  expect(data).toMatchObject({
    body: "First",
    user: { login: "github-actions[bot]", type: "Bot" },
  });
  expect(headers.location).toBe(data.url);

  const one = { owner: "o", repo: "r", comment_id: data.id };
  const changed = await client.request(update, { ...one, body: "Second" });
  expect(changed.data.body).toBe("Second");
  expect(Date.parse(changed.data.updated_at)).toBeGreaterThan(Date.parse(data.updated_at));
  expect((await client.request(list, at)).data.map(({ body }) => body)).toEqual(["Second"]);

  await client.request("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", one);
  expect(await refusalOf(client.request(update, { ...one, body: "Third" }))).toMatchObject({
    status: 404,
  });
  await github.close();
});

test("a client that follows the links finds every comment once, oldest first", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  github.state.openIssue({ title: "An issue" });
  for (let count = 1; count <= 205; count += 1) github.state.comment(1, `Comment ${String(count)}`);

  const found = await client.paginate(list, { ...at, per_page: 100 });
  expect(found.map(({ body }) => body)).toEqual(
    Array.from({ length: 205 }, (_, index) => `Comment ${String(index + 1)}`),
  );
  expect(github.requests.map(({ query }) => query["page"] ?? "1")).toEqual(["1", "2", "3"]);
  await github.close();
});

test("a page holds 30 comments unless asked, and 100 whatever is asked", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  github.state.openIssue({ title: "An issue" });
  for (let count = 0; count < 120; count += 1) github.state.comment(1, "Comment");
  expect((await client.request(list, at)).data).toHaveLength(30);
  const most = await client.request(list, { ...at, per_page: 500 });
  expect(most.data).toHaveLength(100);
  expect(most.headers.link).toBe(
    `<${github.url}/repos/o/r/issues/1/comments?per_page=500&page=2>; rel="next", <${github.url}/repos/o/r/issues/1/comments?per_page=500&page=2>; rel="last"`,
  );
  await github.close();
});

test("a body may have 65,536 characters and no more", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  github.state.openIssue({ title: "An issue" });
  const { status } = await client.request(create, { ...at, body: "x".repeat(65_536) });
  expect(status).toBe(201);
  const refusal = await refusalOf(client.request(create, { ...at, body: "x".repeat(65_537) }));
  expect(refusal).toMatchObject({ status: 422 });
  expect(refusal.message).toContain("body is too long (maximum is 65536 characters)");
  await github.close();
});

test("a blank comment is refused", async () => {
  await using setting = await githubFor();
  setting.github.state.openIssue({ title: "An issue" });
  const refusal = await refusalOf(setting.client.request(create, { ...at, body: " \n" }));
  expect(refusal.message).toContain("body can't be blank");
});

test("a locked conversation takes no comment", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  const issue = github.state.openIssue({ title: "An issue" });
  github.state.issues.set(1, { ...issue, locked: true });
  expect(await refusalOf(client.request(create, { ...at, body: "Text" }))).toMatchObject({
    status: 403,
  });
});
