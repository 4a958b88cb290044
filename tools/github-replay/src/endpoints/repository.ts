import { presentRelease } from "../present/release.ts";
import { presentAccount, presentRepository } from "../present/repository.ts";
import type { Answer, Call } from "../server/answer.ts";
import { GithubRefusal, created, found } from "../server/answer.ts";
import type { Release } from "../state/model.ts";
import { actor, checkBody, textOf } from "./issue-access.ts";
import { resolveCommit } from "./resolve-commit.ts";

export function getRepository(call: Call): Answer {
  return { status: 200, body: presentRepository(call, call.state.repository) };
}

export function getCommit(call: Call): Answer {
  const { state, url } = call;
  const { sha, message, parents } = resolveCommit(call, call.text("ref") ?? "");
  const at = (of: string): string => `${url}/repos/${state.repository}/commits/${of}`;
  return {
    status: 200,
    body: {
      sha,
      commit: { message },
      parents: parents.map((parent) => ({ sha: parent, url: at(parent) })),
      url: at(sha),
      html_url: `https://github.com/${state.repository}/commit/${sha}`,
    },
  };
}

/** A token of a workflow belongs to an app's installation, which is no user. */
export function getAuthenticated(call: Call): Answer {
  const account = actor(call);
  if (account.type === "Bot") {
    throw new GithubRefusal(403, "Resource not accessible by integration");
  }
  return { status: 200, body: { ...presentAccount(call, account), user_view_type: "public" } };
}

export function createRelease(call: Call): Answer {
  const { state, body } = call;
  const tag = textOf(body["tag_name"]) ?? "";
  if ([...state.releases.values()].some((release) => release.tag === tag)) {
    throw new GithubRefusal(422, "Validation Failed", [
      { resource: "Release", code: "already_exists", field: "tag_name" },
    ]);
  }
  const text = textOf(body["body"]) ?? null;
  if (text !== null) checkBody("Release", text);
  const release: Release = {
    id: state.nextId(),
    tag,
    target: textOf(body["target_commitish"]) ?? state.defaultBranch,
    name: textOf(body["name"]) ?? null,
    body: text,
    draft: body["draft"] === true,
    prerelease: body["prerelease"] === true,
    author: actor(call),
    createdAt: state.now(),
  };
  state.releases.set(release.id, release);
  return created(presentRelease(call, release));
}

export function getReleaseByTag(call: Call): Answer {
  const tag = call.text("tag");
  const release = [...call.state.releases.values()].find(
    (candidate) => candidate.tag === tag && !candidate.draft,
  );
  return { status: 200, body: presentRelease(call, found(release)) };
}
