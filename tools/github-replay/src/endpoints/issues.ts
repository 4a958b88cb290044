import type { JsonObject, JsonValue } from "../json.ts";
import { isJsonArray, isJsonObject } from "../json.ts";
import { presentIssue } from "../present/conversation.ts";
import type { Answer, Call } from "../server/answer.ts";
import { GithubRefusal, created, found, invalid } from "../server/answer.ts";
import { paginate } from "../server/paginate.ts";
import type { Issue } from "../state/model.ts";
import { actor, checkBody, findIssue, storeIssue, textOf } from "./issue-access.ts";
import { ensureLabels } from "./labels.ts";

export function listIssues(call: Call): Answer {
  const { state } = call;
  const [wanted, creator] = [call.text("state") ?? "open", call.text("creator")];
  const labels = (call.text("labels") ?? "").split(",").filter((name) => name !== "");
  const all: readonly Issue[] = [...state.issues.values(), ...state.pulls.values()];
  const listed = all
    .filter((issue) => wanted === "all" || issue.state === wanted)
    .filter((issue) => creator === undefined || isLogin(issue, creator))
    .filter((issue) => labels.every((name) => issue.labels.includes(name)))
    .toSorted((left, right) => right.number - left.number);
  const ordered = call.text("direction") === "asc" ? listed.toReversed() : listed;
  return paginate(call, ordered, (issue) => presentIssue(call, issue));
}

function isLogin({ author }: Issue, login: string): boolean {
  return author.login.toLowerCase() === login.toLowerCase();
}

export function getIssue(call: Call): Answer {
  return { status: 200, body: presentIssue(call, findIssue(call)) };
}

export function createIssue(call: Call): Answer {
  const { state, body } = call;
  const title = textOf(body["title"]) ?? "";
  checkTitle(title);
  const text = textOf(body["body"]);
  if (text !== undefined) checkBody("Issue", text);
  const labels = labelsOf(body["labels"]);
  ensureLabels(call, labels);
  const issue = state.openIssue({
    title,
    body: text ?? null,
    author: actor(call).login,
    labels,
  });
  return created(presentIssue(call, issue));
}

export function updateIssue(call: Call): Answer {
  const issue = findIssue(call);
  const { body } = call;
  const title = textOf(body["title"]);
  if (title !== undefined) checkTitle(title);
  const text = textOf(body["body"]);
  if (text !== undefined) checkBody("Issue", text);
  const labels = body["labels"] === undefined ? issue.labels : labelsOf(body["labels"]);
  ensureLabels(call, labels);
  const changed: Issue = {
    ...issue,
    title: title ?? issue.title,
    body: body["body"] === null ? null : (text ?? issue.body),
    labels,
    updatedAt: call.state.now(),
    ...stateChange(call, body, issue),
  };
  storeIssue(call, changed);
  return { status: 200, body: presentIssue(call, changed) };
}

export function stateChange(call: Call, body: JsonObject, issue: Issue): Partial<Issue> {
  const state = body["state"] === undefined ? issue.state : body["state"];
  if (state === "closed") {
    const reason = body["state_reason"] === "not_planned" ? "not_planned" : "completed";
    const closedAt = issue.closedAt ?? call.state.now();
    return { state, stateReason: reason, closedAt };
  }
  if (issue.state === "open") return {};
  if (call.state.pulls.get(issue.number)?.mergedAt != null) {
    throw new GithubRefusal(422, "Validation Failed");
  }
  return { state: "open", stateReason: "reopened", closedAt: null };
}

export function addLabels(call: Call): Answer {
  const issue = findIssue(call);
  const wanted = labelsOf(isJsonArray(call.body) ? call.body : call.body["labels"]);
  ensureLabels(call, wanted);
  const labels = [...new Set([...issue.labels, ...wanted])];
  storeIssue(call, { ...issue, labels });
  const presented = presentIssue(call, { ...issue, labels })["labels"];
  return { status: 200, body: found(presented) };
}

function labelsOf(value: JsonValue | undefined): readonly string[] {
  return (isJsonArray(value) ? value : [])
    .map((label) => (isJsonObject(label) ? label["name"] : label))
    .filter((label) => typeof label === "string");
}

/** Of an issue or a pull request. */
export function checkTitle(title: string): void {
  if (title.trim() === "") throw invalid("Issue", "title", "title can't be blank");
  if (title.length > 256) {
    throw invalid("Issue", "title", "title is too long (maximum is 256 characters)");
  }
}
