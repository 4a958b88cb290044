import type { Answer, Call } from "../server/answer.ts";
import { GithubRefusal, created, invalid } from "../server/answer.ts";
import { ancestors } from "../state/diff-trees.ts";
import type { Pull } from "../state/model.ts";
import { actor, checkBody, textOf } from "./issue-access.ts";
import { checkTitle, stateChange } from "./issues.ts";
import { findPull, presentWhole } from "./pulls.ts";

/** `head` is a branch of the repository, or `owner:branch` of a fork with the same name. */
export function createPull(call: Call): Answer {
  const { state, body } = call;
  const title = textOf(body["title"]) ?? "";
  checkTitle(title);
  const text = textOf(body["body"]) ?? null;
  if (text !== null) checkBody("PullRequest", text);
  const [owner = "", name = ""] = state.repository.split("/");
  const [branch = "", from = owner] = (textOf(body["head"]) ?? "").split(":").toReversed();
  const headRepository = `${from}/${name}`;
  const base = textOf(body["base"]) ?? "";
  const head = branchOf(call, "head", branch, headRepository);
  const inBase = ancestors(state.commits, branchOf(call, "base", base, state.repository));
  const isOpen = [...state.pulls.values()].some(
    (pull) =>
      pull.state === "open" &&
      pull.base.branch === base &&
      pull.head.branch === branch &&
      pull.head.repository === headRepository,
  );
  if (isOpen) {
    throw invalid("PullRequest", undefined, `A pull request already exists for ${from}:${branch}.`);
  }
  if (inBase.has(head)) {
    throw invalid("PullRequest", undefined, `No commits between ${base} and ${branch}`);
  }
  const pull = state.openPull({
    title,
    body: text,
    author: actor(call).login,
    branch,
    base,
    headRepository,
    draft: body["draft"] === true,
  });
  return created(presentWhole(call, pull));
}

export function updatePull(call: Call): Answer {
  const pull = findPull(call);
  const { state, body } = call;
  const title = textOf(body["title"]);
  if (title !== undefined) checkTitle(title);
  const text = textOf(body["body"]);
  if (text !== undefined) checkBody("PullRequest", text);
  const base = textOf(body["base"]);
  const changed: Pull = {
    ...pull,
    title: title ?? pull.title,
    body: text ?? pull.body,
    ...(base === undefined
      ? {}
      : {
          base: {
            ...pull.base,
            branch: base,
            sha: branchOf(call, "base", base, state.repository),
          },
        }),
    updatedAt: state.now(),
    ...stateChange(call, body, pull),
  };
  state.pulls.set(pull.number, changed);
  return { status: 200, body: presentWhole(call, changed) };
}

function branchOf({ state }: Call, field: string, branch: string, repository: string): string {
  const sha = state.branches.get(`${repository}:${branch}`);
  if (sha !== undefined) return sha;
  throw new GithubRefusal(422, "Validation Failed", [
    { resource: "PullRequest", field, code: "invalid" },
  ]);
}
