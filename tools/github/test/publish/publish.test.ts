import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { announce } from "../../src/publish/announce.ts";
import { publish } from "../../src/publish/publish.ts";
import {
  type Setting,
  analysisOf,
  conversation,
  finishedRun,
  githubSetting,
  statuses,
} from "./github-setting.ts";

let setting: Setting;
let head = "";
beforeEach(async () => {
  setting = await githubSetting();
  head = setting.github.state.openPull({ title: "Edit", branch: "feature" }).head.sha;
});
afterEach(async () => {
  setting.github.assertClean();
  await setting[Symbol.asyncDispose]();
});

const bot = "#1 github-actions[bot]:";
const short = (): string => head.slice(0, 7);
const written = (): readonly string[] =>
  setting.github.requests
    .filter(({ method }) => method !== "GET")
    .map(({ operation }) => operation ?? "");

async function tell(
  kind: "breaking" | "compatible" | "untouched",
  rest: Parameters<typeof analysisOf>[2] = {},
): Promise<string> {
  const run = await finishedRun(setting.github, analysisOf(head, kind, rest));
  return publish(setting.publication(run));
}

describe("the comment", () => {
  test("tells a break, and the status of its head fails", async () => {
    await tell("breaking");
    expect(conversation(setting.github)).toEqual([
      `${bot} ## 🔴 Contract review: breaking (major)`,
    ]);
    expect(statuses(setting.github)).toEqual([
      `${short()} contract-review failure: Breaking (major): 1 of 3 conditions open.`,
    ]);
  });

  test("is where the status leads", async () => {
    await tell("breaking");
    expect(setting.github.state.statuses[0]?.targetUrl).toMatch(
      /\/o\/r\/(?:pull|issues)\/1#issuecomment-/,
    );
  });

  test("is not written again where it would say the same", async () => {
    await tell("compatible");
    await tell("compatible", { pull: 1 });
    expect(written().filter((operation) => operation.startsWith("issues/"))).toEqual([
      "issues/create-comment",
      "issues/update-comment",
    ]);
  });

  test("is never there where the contract is not touched, and the status passes", async () => {
    await tell("untouched");
    expect(conversation(setting.github)).toEqual([]);
    expect(statuses(setting.github)).toEqual([
      `${short()} contract-review success: The contract is not touched.`,
    ]);
  });

  test("is found behind a hundred others, and a stranger's marker is not believed", async () => {
    const { state } = setting.github;
    await tell("breaking");
    const [ours] = state.comments.values();
    const copy = ours?.body ?? "";
    state.comments.clear();
    state.comment(1, copy, "mallory");
    for (let index = 0; index < 150; index += 1) state.comment(1, `Comment ${String(index)}`);
    state.comment(1, "<!-- another tool's -->\nHello", "github-actions[bot]");
    const { id } = state.comment(1, copy, "github-actions[bot]");
    await tell("compatible");
    expect(state.comments.size).toBe(153);
    expect(state.comments.get(id)?.body).toContain("compatible again");
    expect([...state.comments.values()][0]?.body).toBe(copy);
  });

  test("ends in one line where it ever said breaking", async () => {
    await tell("breaking");
    await tell("compatible");
    expect(conversation(setting.github)).toEqual([
      `${bot} 🟢 **Contract review: compatible again.** This needs a minor release, and nobody breaks at \`${short()}\`.`,
    ]);
    await tell("untouched");
    expect(conversation(setting.github)[0]).toContain("compatible again");
  });

  test("ends in one line where the document is as it was", async () => {
    await tell("compatible");
    await tell("untouched");
    expect(conversation(setting.github)).toEqual([
      `${bot} 🟢 **Contract review:** this no longer changes the contract at \`${short()}\`.`,
    ]);
  });

  test("is written anew where somebody deleted it in that moment", async () => {
    await tell("breaking");
    setting.github.before("issues/update-comment", ({ comments }) => {
      comments.clear();
    });
    await tell("compatible");
    expect(conversation(setting.github)).toHaveLength(1);
    expect(setting.github.left()).toEqual([]);
  });

  test("stays out of a locked conversation, and the status speaks alone", async () => {
    const { state } = setting.github;
    const pull = state.pulls.get(1);
    if (pull !== undefined) state.pulls.set(1, { ...pull, locked: true });
    await tell("breaking");
    expect(conversation(setting.github)).toEqual([]);
    expect(statuses(setting.github)[0]).toContain("failure");
  });

  test("does not take a limit for a lock: the attempt fails, and the next one tells", async () => {
    const resetsAtSeconds = Math.ceil(Date.now() / 1000) + 3600;
    setting.github.fail("issues/create-comment", { kind: "primary-rate-limit", resetsAtSeconds });
    await expect(tell("breaking")).rejects.toThrow("GitHub answered 403");
    expect(statuses(setting.github)).toEqual([]);
    await tell("breaking");
    expect(conversation(setting.github)).toHaveLength(1);
    expect(setting.github.left()).toEqual([]);
  });

  test("says that the change touches what judges it", async () => {
    setting.github.state.push(1, { files: { ".github/workflows/a.yml": "on: push\n" } });
    head = setting.github.state.head("feature");
    await tell("compatible");
    const [comment] = setting.github.state.comments.values();
    expect(comment?.body).toContain(
      "**This also changes what judges it:** `.github/workflows/a.yml`.",
    );
  });

  test("is written on a draft as on any other", async () => {
    const { state } = setting.github;
    const pull = state.pulls.get(1);
    if (pull !== undefined) state.pulls.set(1, { ...pull, draft: true });
    await tell("breaking");
    expect(conversation(setting.github)).toHaveLength(1);
  });
});

describe("while an analysis runs", () => {
  const running = (attempt = 1): number =>
    setting.github.state.addRun({
      headSha: head,
      headBranch: "feature",
      status: "in_progress",
      conclusion: null,
      attempt,
    }).id;

  test("the comment is stale and the status waits", async () => {
    await tell("breaking");
    const before = head;
    setting.github.state.push(1, { files: { "openapi.yaml": "three\n" } });
    head = setting.github.state.head("feature");
    await announce(setting.publication(running()));
    const [comment] = setting.github.state.comments.values();
    expect(comment?.body).toContain(`> ⏳ The analysis of \`${short()}\` is running`);
    expect(comment?.body).toContain(`of commit \`${before.slice(0, 7)}\``);
    expect(statuses(setting.github).at(-1)).toBe(
      `${short()} contract-review pending: The contract is being reviewed.`,
    );
    await tell("breaking");
    expect([...setting.github.state.comments.values()][0]?.body).not.toContain("⏳");
    expect(statuses(setting.github).at(-1)).toContain(`${short()} contract-review failure`);
  });

  test("a comment is marked stale once", async () => {
    await tell("breaking");
    const run = running();
    await announce(setting.publication(run));
    await announce(setting.publication(run));
    expect(written().filter((operation) => operation === "issues/update-comment")).toHaveLength(1);
  });

  test("nothing is written where there is no comment but the status", async () => {
    await announce(setting.publication(running()));
    expect(written()).toEqual(["repos/create-commit-status"]);
  });

  test("an event that comes after the end announces nothing", async () => {
    const run = await finishedRun(setting.github, analysisOf(head, "breaking"));
    expect(await announce(setting.publication(run))).toBe("The run is over: nothing to announce.");
    expect(written()).toEqual([]);
  });

  test("the result of an attempt that was started again is not told", async () => {
    const run = running(2);
    setting.github.state.uploadArtifact(run, { name: "contract-review", files: {} });
    expect(await publish(setting.publication(run))).toContain("nothing to tell yet");
    expect(written()).toEqual([]);
  });

  test("the same commit is told anew by a run that is repeated", async () => {
    const { state } = setting.github;
    const id = await finishedRun(setting.github, analysisOf(head, "breaking"), { attempt: 2 });
    const { writeAnalysis } = await import("../../src/analysis/write-analysis.ts");
    state.uploadArtifact(id, {
      name: "contract-review",
      files: { "analysis.json": await writeAnalysis(analysisOf(head, "compatible")) },
    });
    await publish(setting.publication(id));
    expect(statuses(setting.github)).toEqual([
      `${short()} contract-review success: Compatible (minor): every condition holds.`,
    ]);
  });
});

describe("the head", () => {
  test("that moved before the result came gets nothing", async () => {
    const run = await finishedRun(setting.github, analysisOf(head, "breaking"));
    setting.github.state.push(1, { files: { "openapi.yaml": "three\n" } });
    expect(await publish(setting.publication(run))).toBe(
      "Nothing to tell: no open pull request has this commit as its head.",
    );
    expect(written()).toEqual([]);
  });

  test("that moves between the check and the comment gets nothing", async () => {
    const run = await finishedRun(setting.github, analysisOf(head, "breaking"));
    setting.github.before("pulls/get", (state) => {
      state.push(1, { files: { "openapi.yaml": "three\n" } });
    });
    expect(await publish(setting.publication(run))).toContain("The head has moved on");
    expect(written()).toEqual([]);
  });

  test("that moves between comment and status keeps no status", async () => {
    const run = await finishedRun(setting.github, analysisOf(head, "breaking"));
    setting.github.before("issues/create-comment", (state) => {
      state.push(1, { files: { "openapi.yaml": "three\n" } });
    });
    await publish(setting.publication(run));
    expect(statuses(setting.github)).toEqual([]);
  });

  test("of a closed pull request gets nothing", async () => {
    const { state } = setting.github;
    const pull = state.pulls.get(1);
    if (pull !== undefined) state.pulls.set(1, { ...pull, state: "closed" });
    await tell("breaking");
    expect(written()).toEqual([]);
  });

  test("of a merge queue gets the status, and no comment", async () => {
    const { state } = setting.github;
    const branch = "gh-readonly-queue/main/pr-1-aaaa";
    const { sha } = state.commit({ branch, parents: [head] });
    const run = await finishedRun(setting.github, analysisOf(sha, "breaking"), {
      event: "merge_group",
      headBranch: branch,
    });
    await publish(setting.publication(run));
    expect(written()).toEqual(["repos/create-commit-status"]);
    expect(statuses(setting.github)).toEqual([
      `${sha.slice(0, 7)} contract-review failure: Breaking (major): 1 of 3 conditions open.`,
    ]);
  });

  test("of a merge queue that moved on gets nothing", async () => {
    const { state } = setting.github;
    const branch = "gh-readonly-queue/main/pr-1-aaaa";
    const { sha } = state.commit({ branch, parents: [head] });
    state.branches.delete(`o/r:${branch}`);
    const run = await finishedRun(setting.github, analysisOf(sha, "breaking"), {
      event: "merge_group",
      headBranch: branch,
    });
    expect(await publish(setting.publication(run))).toBe(
      "Nothing to tell: the merge queue has moved on.",
    );
  });
});

describe("a fork", () => {
  const fork = (): string => {
    const { state } = setting.github;
    state.commit(
      { branch: "feature", parents: [state.head("main")], message: "Fork" },
      "mallory/r",
    );
    return state.openPull({ title: "Fork", branch: "feature", headRepository: "mallory/r" }).head
      .sha;
  };
  const told = async (
    sha: string,
    rest: Parameters<typeof analysisOf>[2] = {},
  ): Promise<string> => {
    const run = await finishedRun(
      setting.github,
      analysisOf(sha, "breaking", { pull: 2, ...rest }),
      { headRepository: "mallory/r" },
    );
    return publish(setting.publication(run));
  };

  test("gets its comment on its own pull request", async () => {
    const sha = fork();
    await told(sha);
    expect(conversation(setting.github)).toEqual([
      "#2 github-actions[bot]: ## 🔴 Contract review: breaking (major)",
    ]);
    expect(statuses(setting.github)[0]).toContain(`${sha.slice(0, 7)} contract-review failure`);
  });

  test("cannot speak for another pull request", async () => {
    await told(fork(), { pull: 1 });
    expect(conversation(setting.github).map((line) => line.slice(0, 2))).toEqual(["#2"]);
    expect(statuses(setting.github).every((line) => !line.startsWith(short()))).toBe(true);
  });

  test("cannot speak for another commit", async () => {
    const sha = fork();
    const run = await finishedRun(setting.github, analysisOf(head, "untouched"), {
      headRepository: "mallory/r",
      headSha: sha,
    });
    expect(await publish(setting.publication(run))).toContain(
      "its result speaks of another commit",
    );
    expect(statuses(setting.github)).toEqual([
      `${sha.slice(0, 7)} contract-review error: The analysis ended without a result: run it again.`,
    ]);
  });

  test("whose run is of a workflow of its own gets nothing", async () => {
    const run = await finishedRun(setting.github, analysisOf(head, "untouched"), {
      path: ".github/workflows/other.yml",
    });
    expect(await publish(setting.publication(run))).toBe(
      "Nothing to tell: the run is of another workflow.",
    );
  });

  test("that is gone gets nothing", async () => {
    const sha = fork();
    const { state } = setting.github;
    const pull = state.pulls.get(2);
    if (pull !== undefined) {
      state.pulls.set(2, { ...pull, head: { ...pull.head, repository: undefined } });
    }
    const run = await finishedRun(setting.github, analysisOf(sha, "breaking"), {
      headRepository: "mallory/r",
    });
    expect(await publish(setting.publication(run))).toContain("no open pull request");
  });

  test("with one branch in two pull requests is told where its run was", async () => {
    const { state } = setting.github;
    state.commit({ branch: "release", parents: [state.head("main")] });
    state.openPull({ title: "Again", branch: "feature", base: "release" });
    await tell("breaking", { pull: 2 });
    expect(conversation(setting.github).map((line) => line.slice(0, 2))).toEqual(["#2"]);
  });
});

describe("without a result", () => {
  test("the status is an error, and the comment that stands is marked", async () => {
    await tell("breaking");
    const { id } = setting.github.state.addRun({
      headSha: head,
      headBranch: "feature",
      conclusion: "cancelled",
    });
    await publish(setting.publication(id));
    const [comment] = setting.github.state.comments.values();
    expect(comment?.body).toContain("ended without a result");
    expect(statuses(setting.github).at(-1)).toContain("contract-review error");
    await tell("breaking");
    expect([...setting.github.state.comments.values()][0]?.body).not.toContain("⏳");
  });

  test("an artifact that has expired is none", async () => {
    const { state } = setting.github;
    const { id } = state.addRun({ headSha: head, headBranch: "feature" });
    state.uploadArtifact(id, { name: "contract-review", files: {}, expired: true });
    expect(await publish(setting.publication(id))).toContain("it left no artifact");
  });
});

describe("a service in trouble", () => {
  test("that limits the rate is waited for as long as it asks", async () => {
    setting.github.fail("issues/create-comment", {
      kind: "secondary-rate-limit",
      retryAfterSeconds: 3,
    });
    await tell("breaking");
    expect(setting.waits).toEqual([3000]);
    expect(conversation(setting.github)).toHaveLength(1);
  });

  test("that fails to answer a comment is not asked to write it twice", async () => {
    setting.github.fail("issues/create-comment", { kind: "status", status: 502 });
    await expect(tell("breaking")).rejects.toThrow(
      /POST .*\/issues\/1\/comments: GitHub answered 502/,
    );
    expect(statuses(setting.github)).toEqual([]);
  });

  test("that fails to answer a question is asked again", async () => {
    setting.github.fail("issues/list-comments", { kind: "status", status: 503 }, 2);
    await tell("breaking");
    expect(setting.waits).toEqual([1000, 2000]);
    expect(conversation(setting.github)).toHaveLength(1);
  });

  test("is never told the token in an error", async () => {
    setting.github.fail("actions/get-workflow-run", { kind: "status", status: 500 }, 4);
    await expect(tell("breaking")).rejects.toSatisfy(
      (error) => !JSON.stringify(error, Object.getOwnPropertyNames(error)).includes("Bearer"),
    );
  });
});
