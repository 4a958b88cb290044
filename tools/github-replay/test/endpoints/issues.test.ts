import { expect, test } from "vitest";
import { githubFor, refusalOf } from "../github-for.ts";

const at = { owner: "o", repo: "r" } as const;
const list = "GET /repos/{owner}/{repo}/issues";
const create = "POST /repos/{owner}/{repo}/issues";
const update = "PATCH /repos/{owner}/{repo}/issues/{issue_number}";

test("an issue is opened with labels that are made on the way, closed and opened again", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  const { data } = await client.request(create, {
    ...at,
    title: "T",
    body: "B",
    labels: ["drift"],
  });
  expect(data).toMatchObject({ number: 1, state: "open", body: "B", labels: [{ name: "drift" }] });
  expect(github.state.labels.has("drift")).toBe(true);

  const one = { ...at, issue_number: data.number };
  const closed = await client.request(update, { ...one, state: "closed" });
  expect(closed.data).toMatchObject({ state: "closed", state_reason: "completed" });
  expect(closed.data.closed_at).not.toBeNull();
  const again = await client.request(update, { ...one, state: "open", body: "C" });
  expect(again.data).toMatchObject({ state: "open", state_reason: "reopened", body: "C" });
  expect(again.data.closed_at).toBeNull();
  await github.close();
});

test("issues are listed by state, label and creator, pull requests among them", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  const { state } = github;
  state.openIssue({ title: "Ours", labels: ["drift", "bot"], author: "github-actions[bot]" });
  state.openIssue({ title: "Theirs", labels: ["drift"], author: "octocat" });
  state.commit({ branch: "edit", parents: [state.head("main")], files: { a: "a" } });
  state.openPull({ title: "A pull request", branch: "edit" });
  const closed = state.openIssue({ title: "Closed", author: "octocat" });
  state.issues.set(closed.number, { ...closed, state: "closed" });

  const titles = async (filter: object): Promise<readonly string[]> =>
    (await client.request(list, { ...at, ...filter })).data.map(({ title }) => title);
  expect(await titles({})).toEqual(["A pull request", "Theirs", "Ours"]);
  expect(await titles({ labels: "drift,bot" })).toEqual(["Ours"]);
  expect(await titles({ creator: "github-actions[bot]" })).toEqual(["Ours"]);
  expect(await titles({ state: "closed" })).toEqual(["Closed"]);
  expect(await titles({ state: "all", direction: "asc" })).toHaveLength(4);
  const { data } = await client.request(list, at);
  expect(data.map((issue) => issue.pull_request !== undefined)).toEqual([true, false, false]);
  await github.close();
});

const refused = [
  { name: "a blank title", given: { title: " " }, want: "title can't be blank" },
  { name: "a long title", given: { title: "x".repeat(257) }, want: "title is too long" },
  {
    name: "a long body",
    given: { title: "T", body: "x".repeat(65_537) },
    want: "body is too long",
  },
] as const;

test.each(refused)("$name is refused", async ({ given, want }) => {
  await using setting = await githubFor();
  const refusal = await refusalOf(setting.client.request(create, { ...at, ...given }));
  expect(refusal.status).toBe(422);
  expect(refusal.message).toContain(want);
});

test("labels are added to those that are there, and a label is made once", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  github.state.openIssue({ title: "T" });
  const add = "POST /repos/{owner}/{repo}/issues/{issue_number}/labels";
  await client.request(add, { ...at, issue_number: 1, labels: ["one"] });
  const { data } = await client.request(add, { ...at, issue_number: 1, labels: ["one", "two"] });
  expect(data.map(({ name }) => name)).toEqual(["one", "two"]);
  const label = { ...at, name: "three", color: "ff0000" };
  await client.request("POST /repos/{owner}/{repo}/labels", label);
  expect(await refusalOf(client.request("POST /repos/{owner}/{repo}/labels", label))).toMatchObject(
    { status: 422 },
  );
  const labels = await client.request("GET /repos/{owner}/{repo}/labels", at);
  expect(labels.data.map(({ name }) => name)).toEqual(["one", "three", "two"]);
  await github.close();
});
