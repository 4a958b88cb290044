import { expect, test } from "vitest";
import { githubFor, refusalOf } from "../github-for.ts";

const at = { owner: "o", repo: "r" } as const;
const content = "GET /repos/{owner}/{repo}/contents/{path}";

test("a file is read at a branch or a commit, as base64 in lines or raw", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  const text = `${"0123456789".repeat(20)}\n`;
  const { sha } = github.state.commit({ branch: "edit", files: { "a b/ü.md": text } });
  const { data } = await client.request(content, { ...at, path: "a b/ü.md", ref: sha });
  const file = data as { readonly content: string };
  expect(file.content).toContain("\n");
  expect(Buffer.from(file.content, "base64").toString("utf8")).toBe(text);
  const raw = await client.request(content, {
    ...at,
    path: "a b/ü.md",
    ref: "edit",
    mediaType: { format: "raw" },
  });
  expect(raw.data).toBe(text);
  await github.close();
});

test("a folder lists its files and folders, and nothing is there on another branch", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  github.state.commit({ branch: "main", files: { "spec/examples/a.json": "{}" } });
  const { data } = await client.request(content, { ...at, path: "spec" });
  const entries = data as readonly { readonly path: string; readonly type: string }[];
  expect(entries.map(({ path, type }) => `${type} ${path}`)).toEqual([
    "dir spec/examples",
    "file spec/openapi.yaml",
  ]);
  for (const wanted of [{ path: "nothing" }, { path: "spec", ref: "nothing" }]) {
    expect(await refusalOf(client.request(content, { ...at, ...wanted }))).toMatchObject({
      status: 404,
    });
  }
  await github.close();
});

test("references are found by the beginning of their names", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  const { state } = github;
  const { sha } = state.commit({
    branch: "edit",
    parents: [state.head("main")],
    files: { a: "a" },
  });
  state.commit({ branch: "edit-2", files: {} });
  state.commit({ branch: "edit", files: {} }, "fork/r");
  const matching = "GET /repos/{owner}/{repo}/git/matching-refs/{ref}";
  const { data } = await client.request(matching, { ...at, ref: "heads/edit" });
  expect(data.map(({ ref }) => ref)).toEqual(["refs/heads/edit", "refs/heads/edit-2"]);
  expect(data[0]?.object.sha).toBe(sha);
  expect((await client.request(matching, { ...at, ref: "heads/nothing" })).data).toEqual([]);
  const one = "GET /repos/{owner}/{repo}/git/ref/{ref}";
  expect((await client.request(one, { ...at, ref: "heads/edit" })).data.object.sha).toBe(sha);
  expect(await refusalOf(client.request(one, { ...at, ref: "heads/e" }))).toMatchObject({
    status: 404,
  });
  await github.close();
});

test("a release is made once for a tag and found by it; a draft is not", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  const create = "POST /repos/{owner}/{repo}/releases";
  await client.request(create, { ...at, tag_name: "v1", body: "What is new" });
  expect(await refusalOf(client.request(create, { ...at, tag_name: "v1" }))).toMatchObject({
    status: 422,
  });
  await client.request(create, { ...at, tag_name: "v2", draft: true });
  const byTag = "GET /repos/{owner}/{repo}/releases/tags/{tag}";
  expect((await client.request(byTag, { ...at, tag: "v1" })).data.body).toBe("What is new");
  expect(await refusalOf(client.request(byTag, { ...at, tag: "v2" }))).toMatchObject({
    status: 404,
  });
  await github.close();
});

test("a commit and the repository are read", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  const { data } = await client.request("GET /repos/{owner}/{repo}/commits/{ref}", {
    ...at,
    ref: "heads/main",
  });
  expect(data.sha).toBe(github.state.head("main"));
  const repository = await client.request("GET /repos/{owner}/{repo}", at);
  expect(repository.data).toMatchObject({ full_name: "o/r", default_branch: "main" });
  await github.close();
});

test("who is asking is told to a person, and refused to a workflow's token", async () => {
  await using setting = await githubFor();
  const { client, clientWith } = setting;
  expect((await clientWith("person").request("GET /user")).data.login).toBe("octocat");
  expect(await refusalOf(client.request("GET /user"))).toMatchObject({ status: 403 });
});
