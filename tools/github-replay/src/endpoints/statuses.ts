import { presentStatus } from "../present/checks.ts";
import { presentRepository } from "../present/repository.ts";
import type { Answer, Call } from "../server/answer.ts";
import { created, invalid } from "../server/answer.ts";
import { paginate } from "../server/paginate.ts";
import type { CommitStatus } from "../state/model.ts";
import { actor, textOf } from "./issue-access.ts";
import { resolveCommit } from "./resolve-commit.ts";

/** GitHub keeps every status; of a context the newest counts. */
export function createStatus(call: Call): Answer {
  const { state, body } = call;
  const { sha } = resolveCommit(call, call.text("sha") ?? "");
  const description = textOf(body["description"]) ?? null;
  if ((description?.length ?? 0) > 140) {
    throw invalid("Status", "description", "description is too long (maximum is 140 characters)");
  }
  const targetUrl = textOf(body["target_url"]) ?? null;
  if (targetUrl !== null && !/^https?:\/\//.test(targetUrl)) {
    throw invalid("Status", "target_url", "target_url must use http(s) scheme");
  }
  const status: CommitStatus = {
    id: state.nextId(),
    sha,
    state: body["state"] as CommitStatus["state"],
    context: textOf(body["context"]) ?? "default",
    description,
    targetUrl,
    author: actor(call),
    createdAt: state.now(),
  };
  state.statuses.push(status);
  return created(presentStatus(call, status));
}

/** Newest first. */
export function listStatuses(call: Call): Answer {
  return paginate(call, statusesOf(call), (status) => presentStatus(call, status));
}

export function getCombinedStatus(call: Call): Answer {
  const { sha } = resolveCommit(call, call.text("ref") ?? "");
  const newest = new Map<string, CommitStatus>();
  for (const status of statusesOf(call)) {
    const context = status.context.toLowerCase();
    if (!newest.has(context)) newest.set(context, status);
  }
  const all = [...newest.values()];
  return paginate(
    call,
    all,
    (status) => {
      const { creator: _, ...simple } = presentStatus(call, status);
      return simple;
    },
    (statuses, total) => ({
      sha,
      state: combine(all),
      statuses,
      total_count: total,
      repository: presentRepository(call, call.state.repository),
    }),
  );
}

function combine(statuses: readonly CommitStatus[]): string {
  if (statuses.some(({ state }) => state === "failure" || state === "error")) return "failure";
  const isGreen = statuses.length > 0 && statuses.every(({ state }) => state === "success");
  return isGreen ? "success" : "pending";
}

function statusesOf(call: Call): readonly CommitStatus[] {
  const { sha } = resolveCommit(call, call.text("ref") ?? "");
  return call.state.statuses.filter((status) => status.sha === sha).toReversed();
}
