import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Github, startGithub } from "@flex-channels/github-replay";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { run } from "../src/command/run.ts";
import { hostileBranch, hostileText } from "./hostile.ts";
import { commandsIn, renderMarkdown } from "./inert.ts";
import { conversation, permissions, statuses } from "./publish/github-setting.ts";
import {
  type ScratchRepository,
  scratchRepository,
  scratchTerminal,
} from "./scratch-repository.ts";
import { type StepResult, root, runStep, stepOf } from "./workflow-steps.ts";

// Real programs on a machine that has other work: slow is not wrong.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const action = ".github/actions/contract-review/action.yml";
const analyseStep = stepOf(action, "Analyse");
const gateStep = stepOf(action, "Gate");
const tellStep = stepOf(".github/workflows/contract-review-comment.yml", "Tell");

let repository: ScratchRepository;
let trusted: ScratchRepository;
let temporary = "";
let github: Github;

beforeEach(async () => {
  temporary = await mkdtemp(join(tmpdir(), "contract-runner-"));
  repository = await scratchRepository();
  // What the main branch has: the gate and the tools, none of it the pull request's.
  trusted = await scratchRepository();
  await symlink(join(root, "tools"), join(trusted.root, "tools"));
  github = await startGithub({ repository: "o/r", tokens: { "gh-token": { permissions } } });
  github.state.commit({ branch: "main", sha: repository.git("rev-parse", "HEAD"), files: {} });
});
afterEach(async () => {
  await github.close();
  await Promise.all([repository.remove(), trusted.remove()]);
  await rm(temporary, { recursive: true, force: true });
});

async function eventFile(event: object): Promise<string> {
  const file = join(temporary, "event.json");
  await writeFile(file, JSON.stringify(event));
  return file;
}

/** The half that may only read, with an event as GitHub sends it. */
async function analyse(event: object): Promise<{
  readonly analysed: StepResult;
  readonly gate: StepResult;
  readonly summary: string;
  readonly artifact: Readonly<Record<string, Uint8Array>>;
}> {
  const folder = join(temporary, "runner");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const summaryFile = join(temporary, "summary.md");
  await writeFile(summaryFile, "");
  const variables = {
    GITHUB_ACTION_PATH: join(root, ".github", "actions", "contract-review"),
    GITHUB_EVENT_PATH: await eventFile(event),
    GITHUB_REPOSITORY: "o/r",
    GITHUB_RUN_ID: "42",
    GITHUB_STEP_SUMMARY: summaryFile,
    RUNNER_TEMP: folder,
  };
  const inputs = { "inputs.document": "", "inputs.bases": "\n" };
  const analysed = await runStep(analyseStep, repository.root, variables, inputs);
  const gate = await runStep(gateStep, repository.root, variables, inputs);
  const left = join(folder, "contract-review");
  const artifact: Record<string, Uint8Array> = {};
  for (const name of await readdir(left).catch(() => [])) {
    artifact[name] = await readFile(join(left, name));
  }
  return { analysed, gate, summary: await readFile(summaryFile, "utf8"), artifact };
}

/** The half that may write. */
async function tell(action_: "in_progress" | "completed", id: number): Promise<StepResult> {
  return runStep(
    tellStep,
    trusted.root,
    {
      GITHUB_API_URL: github.url,
      GITHUB_EVENT_PATH: await eventFile({
        action: action_,
        workflow_run: { id, pull_requests: [{ number: 999 }], display_title: hostileText },
      }),
      GITHUB_REPOSITORY: "o/r",
    },
    { "github.token": "gh-token" },
  );
}

interface Opened {
  readonly branch: string;
  readonly headRepository: string;
}

const pullEvent = ({ branch, headRepository }: Opened, number: number): object => ({
  action: "synchronize",
  pull_request: {
    number,
    title: hostileText,
    base: { sha: repository.git("rev-parse", "main") },
    head: {
      sha: repository.git("rev-parse", "HEAD"),
      ref: branch,
      repo: { full_name: headRepository },
    },
  },
});

/** Pushes what lies in the repository and lets both halves run, as GitHub would. */
async function push(opened: Opened, number: number): Promise<Awaited<ReturnType<typeof analyse>>> {
  const { branch, headRepository } = opened;
  const sha = repository.commit(hostileText);
  const { state } = github;
  if (state.pulls.has(number)) {
    state.push(number, { sha });
  } else {
    state.commit({ branch, sha, parents: [state.head("main")] }, headRepository);
    state.openPull({ title: hostileText, branch, headRepository });
  }
  const begun = state.addRun({
    headSha: sha,
    headBranch: branch,
    headRepository,
    status: "in_progress",
    conclusion: null,
  });
  const announced = await tell("in_progress", begun.id);
  expect(announced.status, announced.log).toBe(0);
  const left = await analyse(pullEvent(opened, number));
  state.runs.set(begun.id, { ...begun, status: "completed", conclusion: "success" });
  if (Object.keys(left.artifact).length > 0) {
    state.uploadArtifact(begun.id, { name: "contract-review", files: left.artifact });
  }
  const told = await tell("completed", begun.id);
  expect(told.status, told.log).toBe(0);
  expect(commandsIn(told.log)).toEqual([]);
  expect(told.log).not.toContain("gh-token");
  return left;
}

test("a fork's break is told, waived, declared and lets pass, by the workflows' own steps", async () => {
  const opened = { branch: hostileBranch, headRepository: "mallory/r" };
  repository.git("switch", "--quiet", "--create", hostileBranch);
  await repository.replace("spec/openapi.yaml", "maxLength: 64", "maxLength: 32");
  const first = await push(opened, 1);
  expect(first.analysed).toMatchObject({ status: 0 });
  expect(first.gate.status).toBe(1);
  expect(Object.keys(first.artifact).toSorted()).toEqual([
    "analysis.json",
    "comment.md",
    "review.html",
    "review.json",
    "review.sarif",
  ]);
  const [comment] = github.state.comments.values();
  expect(comment?.author.login).toBe("github-actions[bot]");
  expect(comment?.body).toContain("## 🔴 Contract review: breaking (major)");
  // The summary says the same, word for word, but for the address of the run.
  const linkless = (text: string): string => text.replaceAll(/https:\/\/[^)]*/g, "");
  expect(linkless(comment?.body ?? "")).toContain(linkless(first.summary));
  expect(renderMarkdown(comment?.body ?? "").outsideCode).not.toMatch(
    /@mallory|#1|evil\.example|<img/,
  );
  expect(statuses(github).map((line) => line.slice(8))).toEqual([
    "contract-review pending: The contract is being reviewed.",
    "contract-review failure: Breaking (major): 2 of 5 conditions open.",
  ]);

  // The commands that the comment names.
  const { terminal } = scratchTerminal(repository.root);
  repository.git("config", "user.name", "Ada");
  expect(await run(["waive", "--reason", "Nobody's name is that long."], terminal)).toBe(0);
  expect(await run(["changeset"], terminal)).toBe(0);
  const second = await push(opened, 1);
  expect(second.gate.status).toBe(0);
  expect(conversation(github)).toEqual([
    "#1 github-actions[bot]: ## 🟡 Contract review: waived (major)",
  ]);
  expect(statuses(github).at(-1)?.slice(8)).toBe(
    "contract-review success: Waived (major): every condition holds.",
  );

  // Back to what the base says.
  repository.git("checkout", "main", "--", "spec");
  await rm(join(repository.root, "contract-review.waivers.yaml"));
  await push(opened, 1);
  expect(conversation(github)[0]).toMatch(/compatible again/);
});

test("a pull request that leaves the contract alone hears nothing but a status", async () => {
  repository.git("switch", "--quiet", "--create", "docs");
  await repository.write({ "README.md": "Hello\n" });
  const { analysed, gate, summary } = await push({ branch: "docs", headRepository: "o/r" }, 1);
  expect([analysed.status, gate.status]).toEqual([0, 0]);
  expect(summary).toBe("The contract is not touched.\n");
  expect(conversation(github)).toEqual([]);
  expect(statuses(github).at(-1)?.slice(8)).toBe(
    "contract-review success: The contract is not touched.",
  );
});

test("a merge of main into the branch is not the branch's change", async () => {
  repository.git("switch", "--quiet", "--create", "feature");
  await repository.write({ "README.md": "Hello\n" });
  repository.commit("feature");
  repository.git("switch", "--quiet", "main");
  await repository.replace("spec/openapi.yaml", "maxLength: 64", "maxLength: 32");
  repository.commit("main breaks");
  repository.git("switch", "--quiet", "feature");
  repository.git("merge", "--quiet", "--no-edit", "main");
  const { summary } = await analyse(pullEvent({ branch: "feature", headRepository: "o/r" }, 1));
  expect(summary).toBe("The contract is not touched.\n");
});

test("a merge queue's commit is analysed and gets the status that the queue waits for", async () => {
  const base = repository.git("rev-parse", "main");
  const branch = "gh-readonly-queue/main/pr-1-0123";
  repository.git("switch", "--quiet", "--create", branch);
  await repository.replace("spec/openapi.yaml", "maxLength: 64", "maxLength: 32");
  const sha = repository.commit();
  const { artifact } = await analyse({
    action: "checks_requested",
    merge_group: { head_sha: sha, base_sha: base, head_ref: `refs/heads/${branch}` },
  });
  const { state } = github;
  state.commit({ branch, sha, parents: [state.head("main")] });
  const { id } = state.addRun({ headSha: sha, headBranch: branch, event: "merge_group" });
  state.uploadArtifact(id, { name: "contract-review", files: artifact });
  await tell("completed", id);
  expect(conversation(github)).toEqual([]);
  expect(statuses(github)).toEqual([
    `${sha.slice(0, 7)} contract-review failure: Breaking (major): 2 of 5 conditions open.`,
  ]);
});

test("a checkout of another commit is refused before anything is read", async () => {
  repository.git("switch", "--quiet", "--create", "feature");
  const event = pullEvent({ branch: "feature", headRepository: "o/r" }, 1);
  await repository.write({ "README.md": "Hello\n" });
  repository.commit("later");
  const { analysed, gate, artifact } = await analyse(event);
  expect(analysed.status).toBe(3);
  expect(analysed.log).toContain("Expected a checkout of");
  expect(gate.status).toBe(3);
  expect(artifact).toEqual({});
});

test("further bases are compared too", async () => {
  repository.git("tag", "v1");
  await repository.replace("spec/openapi.yaml", "maxLength: 64", "maxLength: 32");
  repository.commit("main breaks");
  repository.git("switch", "--quiet", "--create", "feature");
  await repository.write({ "README.md": "Hello\n" });
  repository.commit("feature");
  const variables = {
    GITHUB_ACTION_PATH: join(root, ".github", "actions", "contract-review"),
    GITHUB_EVENT_PATH: await eventFile(pullEvent({ branch: "feature", headRepository: "o/r" }, 1)),
    RUNNER_TEMP: temporary,
  };
  const inputs = { "inputs.document": "spec/openapi.yaml", "inputs.bases": "v1\n" };
  expect((await runStep(analyseStep, repository.root, variables, inputs)).status).toBe(0);
  const text = await readFile(join(temporary, "contract-review", "comment.md"), "utf8");
  expect(text).toContain("### Against `v1`: major");
  expect(text).toMatch(/### Against `merge base [0-9a-f]{7}`: none/);
});
