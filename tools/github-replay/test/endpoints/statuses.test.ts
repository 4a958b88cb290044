import { expect, test } from "vitest";
import { githubFor, refusalOf } from "../github-for.ts";

const at = { owner: "o", repo: "r" } as const;
const create = "POST /repos/{owner}/{repo}/statuses/{sha}";

test("every status is kept, newest first, and of a context the newest counts", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  const sha = github.state.head("main");
  const set = async (state: "pending" | "failure" | "success", context: string): Promise<void> => {
    await client.request(create, { ...at, sha, state, context, description: state });
  };
  const combined = async (): Promise<unknown> =>
    (await client.request("GET /repos/{owner}/{repo}/commits/{ref}/status", { ...at, ref: "main" }))
      .data.state;
  expect(await combined()).toBe("pending");
  await set("pending", "contract");
  await set("success", "other");
  expect(await combined()).toBe("pending");
  await set("failure", "contract");
  expect(await combined()).toBe("failure");
  await set("success", "contract");
  expect(await combined()).toBe("success");

  const list = "GET /repos/{owner}/{repo}/commits/{ref}/statuses";
  const { data } = await client.request(list, { ...at, ref: sha });
  expect(data.map(({ state, context }) => `${context}: ${state}`)).toEqual([
    "contract: success",
    "contract: failure",
    "other: success",
    "contract: pending",
  ]);
  await github.close();
});

const refused = [
  {
    name: "a description of 141 characters",
    given: { description: "x".repeat(141) },
    want: "description is too long (maximum is 140 characters)",
  },
  {
    name: "a target that is no web address",
    given: { target_url: "javascript:alert(1)" },
    want: "target_url must use http(s) scheme",
  },
  {
    name: "a commit that nobody knows",
    given: { sha: "f".repeat(40) },
    want: "No commit found for SHA",
  },
] as const;

test.each(refused)("$name is refused", async ({ given, want }) => {
  await using setting = await githubFor();
  const { github, client } = setting;
  const sha = github.state.head("main");
  const refusal = await refusalOf(
    client.request(create, { ...at, sha, state: "success", ...given }),
  );
  expect(refusal.status).toBe(422);
  expect(refusal.message).toContain(want);
  await github.close();
});

test("a check run is made, filled and concluded", async () => {
  await using setting = await githubFor();
  const { github, client } = setting;
  const head_sha = github.state.head("main");
  const { data } = await client.request("POST /repos/{owner}/{repo}/check-runs", {
    ...at,
    name: "contract",
    head_sha,
    status: "in_progress",
  });
  expect(data).toMatchObject({ status: "in_progress", conclusion: null });
  const annotation = {
    path: "spec/openapi.yaml",
    start_line: 1,
    end_line: 1,
    annotation_level: "failure",
    message: "No",
  } as const;
  const output = { title: "T", summary: "S", annotations: [annotation] };
  const one = { ...at, check_run_id: data.id, output };
  const update = "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}";
  await client.request(update, one);
  const done = await client.request(update, { ...one, conclusion: "failure" });
  expect(done.data).toMatchObject({ status: "completed", output: { annotations_count: 2 } });
  const list = "GET /repos/{owner}/{repo}/commits/{ref}/check-runs";
  const runs = await client.request(list, { ...at, ref: "main", check_name: "contract" });
  expect(runs.data.check_runs.map(({ conclusion }) => conclusion)).toEqual(["failure"]);
  await github.close();
});
