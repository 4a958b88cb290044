import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { Github } from "@flex-channels/github-replay";
import { startGithub } from "@flex-channels/github-replay";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run } from "../src/run.ts";
import type { Edit } from "./edited-upstream.ts";
import { channel, editedUpstream } from "./edited-upstream.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const token = "canary-0123456789";
const status: Edit = [`${channel}/properties/status`, { type: "string" }];

let folder = "";
let github: Github;
let out = "";
let err = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "drift-"));
  [out, err] = ["", ""];
  github = await startGithub({
    repository: "o/r",
    tokens: { [token]: { permissions: { issues: "write" } } },
  });
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await github.close();
  expect(`${out}${err}${JSON.stringify([...github.state.issues.values()])}`).not.toContain(token);
});

async function drift(text: string, ...argv: readonly string[]): Promise<number> {
  await writeFile(join(folder, "theirs.json"), text);
  return run(["theirs.json", ...argv], {
    root,
    cwd: folder,
    env: {
      GITHUB_API_URL: github.url,
      GITHUB_REPOSITORY: "o/r",
      GITHUB_TOKEN: token,
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_SHA: "c".repeat(40),
    },
    now: () => new Date("2026-11-22T05:17:00Z"),
    out: (piece) => (out += piece),
    err: (piece) => (err += piece),
  });
}

test("documents that agree end with 0", async () => {
  expect(await drift(editedUpstream())).toBe(0);
  expect(out).toContain("agree on the operations that ours describes");
  expect(github.requests).toEqual([]);
});

test("documents that have parted end with 1, and the text has both places and the entry to paste", async () => {
  expect(await drift(editedUpstream(status))).toBe(1);
  expect(out).toContain("news: The response body of 200 at status is a new property");
  expect(out).toMatch(/ours {4}spec\/openapi\.yaml:\d+:\d+/);
  expect(out).toMatch(/theirs {2}theirs\.json:\d+:\d+/);
  expect(out).toContain("- rule: response-body-property-added");
});

test("--json --output writes the differences to a file", async () => {
  expect(await drift(editedUpstream(status), "--json", "--output", "drift.json")).toBe(1);
  expect(out).toBe("");
  expect(JSON.parse(await readFile(join(folder, "drift.json"), "utf8"))).toMatchObject({
    breaks: [],
    news: [{ ruleId: "response-body-property-added" }],
    unused: [],
  });
});

test("a file that is not there, or is a folder, ends with 3 and says so", async () => {
  expect(await drift(editedUpstream(), "--accepted", "nowhere.yaml")).toBe(3);
  expect(await drift(editedUpstream(), "--document", "spec")).toBe(3);
  expect(err).toBe(
    "drift: nowhere.yaml cannot be read: there is no such file.\ndrift: spec cannot be read: that is a folder.\n",
  );
  expect(out).toBe("");
});

test("a file that is no OpenAPI document ends with 2 and says where", async () => {
  expect(await drift('{ "openapi": "3.0.1",\n  "paths": [] }')).toBe(2);
  expect(err).toContain("theirs.json:2:12");
  expect(out).toBe("");
});

test("a file that is missing ends with 3", async () => {
  const argv = ["--accepted", "no/such/file.yaml"];
  expect(await drift(editedUpstream(), ...argv)).toBe(3);
  expect(err).toContain("no/such/file.yaml");
});

test("an unknown option ends with 3 and the usage is one option away", async () => {
  expect(await drift(editedUpstream(), "--isue")).toBe(3);
  expect(err).toContain("--issue");
});

test("--help tells the exit statuses and ends with 0", async () => {
  expect(await drift(editedUpstream(), "--help")).toBe(0);
  expect(out).toContain("2 a file is no OpenAPI document");
});

test("accepted differences that are no YAML are refused with their line", async () => {
  await writeFile(join(folder, "accepted.yaml"), "- rule: a\n  rule: b\n");
  const accepted = relative(root, join(folder, "accepted.yaml"));
  expect(await drift(editedUpstream(), "--accepted", accepted)).toBe(3);
  expect(err).toMatch(/accepted\.yaml:2:\d+: expected YAML/);
});

test("one issue is opened, left alone, edited and closed as the documents part and agree", async () => {
  expect(await drift(editedUpstream(status), "--issue")).toBe(0);
  const [opened] = github.state.issues.values();
  expect(opened).toMatchObject({
    number: 1,
    state: "open",
    author: { login: "github-actions[bot]" },
  });
  expect(opened?.body).toContain(
    `https://github.com/o/r/blob/${"c".repeat(40)}/spec/openapi.yaml#L`,
  );

  expect(await drift(editedUpstream(status), "--issue")).toBe(0);
  expect(github.state.issues.get(1)).toEqual(opened);

  const edited: Edit = [`${channel}/properties/user_sid`, { type: "integer" }];
  expect(await drift(editedUpstream(edited), "--issue")).toBe(0);
  expect(github.state.issues.get(1)?.body).toContain("💥 The response body of `200` at `user_sid`");

  expect(await drift(editedUpstream(), "--issue")).toBe(0);
  expect(github.state.issues.get(1)).toMatchObject({ state: "closed" });
  expect(github.state.issues.get(1)?.body).toContain("They agree again");

  expect(await drift(editedUpstream(), "--issue")).toBe(0);
  expect(github.state.issues.size).toBe(1);
  const changes = github.requests.filter(({ method }) => method !== "GET");
  expect(changes.map(({ operation }) => operation)).toEqual([
    "issues/create",
    "issues/update",
    "issues/update",
  ]);
});

test("an issue of ours is found behind more than a page of others, one with its marker among them", async () => {
  await drift(editedUpstream(status), "--issue");
  const body = github.state.issues.get(1)?.body ?? "";
  for (let count = 0; count < 120; count += 1) {
    github.state.openIssue({ title: "Another", author: "octocat", body });
  }
  await drift(editedUpstream(status), "--issue");
  expect(github.state.issues.size).toBe(121);
});

test("without the permission to write issues the command ends with 3 and says what GitHub said", async () => {
  await github.close();
  github = await startGithub({
    repository: "o/r",
    tokens: { [token]: { permissions: { issues: "read" } } },
  });
  expect(await drift(editedUpstream(status), "--issue")).toBe(3);
  expect(err).toContain("Resource not accessible by integration");
});
