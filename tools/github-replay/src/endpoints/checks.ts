import type { JsonObject } from "../json.ts";
import { isJsonArray, isJsonObject } from "../json.ts";
import { presentCheckRun } from "../present/checks.ts";
import type { Answer, Call } from "../server/answer.ts";
import { found, invalid } from "../server/answer.ts";
import { paginate } from "../server/paginate.ts";
import type { CheckRun } from "../state/model.ts";
import { actor, textOf } from "./issue-access.ts";
import { resolveCommit } from "./resolve-commit.ts";

export function createCheckRun(call: Call): Answer {
  const { state, body } = call;
  actor(call);
  const check: CheckRun = {
    id: state.nextId(),
    name: textOf(body["name"]) ?? "",
    sha: resolveCommit(call, textOf(body["head_sha"]) ?? "").sha,
    status: "queued",
    conclusion: null,
    detailsUrl: null,
    externalId: "",
    output: { title: null, summary: null, text: null },
    annotations: [],
    startedAt: state.now(),
    completedAt: null,
  };
  return { status: 201, body: store(call, changed(call, check, body)) };
}

export function updateCheckRun(call: Call): Answer {
  const check = found(call.state.checkRuns.get(call.number("check_run_id") ?? 0));
  return { status: 200, body: store(call, changed(call, check, call.body)) };
}

export function listCheckRuns(call: Call): Answer {
  const { sha } = resolveCommit(call, call.text("ref") ?? "");
  const name = call.text("check_name");
  const runs = [...call.state.checkRuns.values()].filter(
    (check) => check.sha === sha && (name === undefined || check.name === name),
  );
  return paginate(
    call,
    runs,
    (check) => presentCheckRun(call, check),
    (page, total) => ({ total_count: total, check_runs: page }),
  );
}

/** A conclusion completes a run; annotations of further requests are added to those before. */
function changed({ state }: Call, check: CheckRun, body: JsonObject): CheckRun {
  const output = isJsonObject(body["output"]) ? body["output"] : {};
  const annotations = isJsonArray(output["annotations"]) ? output["annotations"] : [];
  for (const field of ["summary", "text"]) {
    if ((textOf(output[field])?.length ?? 0) <= 65_535) continue;
    throw invalid("CheckRun", field, `${field} is too long (maximum is 65535 characters)`);
  }
  const conclusion = textOf(body["conclusion"]) ?? check.conclusion;
  const wanted = body["status"] as CheckRun["status"] | undefined;
  const status = conclusion === null ? (wanted ?? check.status) : "completed";
  return {
    ...check,
    status,
    conclusion,
    detailsUrl: textOf(body["details_url"]) ?? check.detailsUrl,
    externalId: textOf(body["external_id"]) ?? check.externalId,
    output: {
      title: textOf(output["title"]) ?? check.output.title,
      summary: textOf(output["summary"]) ?? check.output.summary,
      text: textOf(output["text"]) ?? check.output.text,
    },
    annotations: [...check.annotations, ...annotations],
    completedAt: status === "completed" ? (check.completedAt ?? state.now()) : null,
  };
}

function store(call: Call, check: CheckRun): JsonObject {
  call.state.checkRuns.set(check.id, check);
  return presentCheckRun(call, check);
}
