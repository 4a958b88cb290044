import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { githubFor, refusalOf } from "../github-for.ts";

const at = { owner: "o", repo: "r" } as const;
const download = "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}";

test("a run lists its artifacts, and their zip comes from another origin", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  const { state } = github;
  const run = state.addRun({ headSha: state.head("main"), headBranch: "main" });
  const artifact = state.uploadArtifact(run.id, { name: "review", files: { "a.txt": "text" } });
  state.uploadArtifact(run.id, { name: "other", files: {} });

  const list = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts";
  const { data } = await client.request(list, { ...at, run_id: run.id, name: "review" });
  expect(data.artifacts.map(({ id }) => id)).toEqual([artifact.id]);
  expect(data.total_count).toBe(1);

  const zip = await client.request(download, {
    ...at,
    artifact_id: artifact.id,
    archive_format: "zip",
  });
  const files = unzipSync(new Uint8Array(zip.data as ArrayBuffer));
  expect(new TextDecoder().decode(files["a.txt"])).toBe("text");
  expect(new URL(zip.url).origin).not.toBe(github.url);
  await github.close();
});

test("an address of a zip works once, and a token that is sent there is a violation", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  const { state } = github;
  const run = state.addRun({ headSha: state.head("main"), headBranch: "main" });
  const { id } = state.uploadArtifact(run.id, { name: "review", files: { "a.txt": "text" } });
  const redirect = async (): Promise<string> => {
    const { headers } = await client.request(download, {
      ...at,
      artifact_id: id,
      archive_format: "zip",
      request: { redirect: "manual" },
    });
    return headers.location ?? "";
  };
  const address = await redirect();
  expect((await fetch(address)).status).toBe(200);
  expect((await fetch(address)).status).toBe(403);
  const sent = await fetch(await redirect(), { headers: { authorization: "Bearer all" } });
  expect(sent.status).toBe(403);
  expect(github.violations).toEqual([
    {
      operation: "actions/download-artifact",
      side: "request",
      where: "header authorization of the redirected request",
      expected: "nothing: the store is another host, and the token is not for it",
      received: "a credential",
    },
  ]);
});

test("an expired artifact is gone, and without a token there is no zip", async () => {
  await using setting = await githubFor();
  const { github, client, clientWith } = setting;
  const { state } = github;
  const run = state.addRun({ headSha: state.head("main"), headBranch: "main" });
  const { id } = state.uploadArtifact(run.id, { name: "review", files: {}, expired: true });
  const one = { ...at, artifact_id: id, archive_format: "zip" };
  expect(await refusalOf(client.request(download, one))).toMatchObject({ status: 410 });
  expect(await refusalOf(clientWith().request(download, one))).toMatchObject({ status: 401 });
});

test("a run names the pull requests of the repository, and none where it comes from a fork", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  const { state } = github;
  state.commit({ branch: "edit", parents: [state.head("main")], files: { a: "a" } });
  state.commit({ branch: "edit", parents: [state.head("main")], files: { a: "b" } }, "fork/r");
  state.openPull({ title: "Ours", branch: "edit" });
  state.openPull({ title: "Theirs", branch: "edit", headRepository: "fork/r" });
  const numbers = async (headRepository?: string): Promise<unknown> => {
    const headSha = state.head("edit", headRepository);
    const run = state.addRun({ headSha, headBranch: "edit", headRepository });
    const one = { ...at, run_id: run.id };
    const { data } = await client.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", one);
    return data.pull_requests?.map(({ number }) => number);
  };
  expect(await numbers("o/r")).toEqual([1]);
  expect(await numbers("fork/r")).toEqual([]);
  await github.close();
});
