import { presentLabel } from "../present/conversation.ts";
import type { Answer, Call } from "../server/answer.ts";
import { GithubRefusal, created, found } from "../server/answer.ts";
import { paginate } from "../server/paginate.ts";
import { textOf } from "./issue-access.ts";

export function listLabels(call: Call): Answer {
  const names = [...call.state.labels.keys()].toSorted();
  return paginate(call, names, (name) => presentLabel(call, name));
}

export function getLabel(call: Call): Answer {
  const label = found(call.state.labels.get(call.text("name") ?? ""));
  return { status: 200, body: presentLabel(call, label.name) };
}

export function createLabel(call: Call): Answer {
  const { state, body } = call;
  const name = textOf(body["name"]) ?? "";
  if (state.labels.has(name)) {
    throw new GithubRefusal(422, "Validation Failed", [
      { resource: "Label", code: "already_exists", field: "name" },
    ]);
  }
  const color = textOf(body["color"]) ?? "ededed";
  if (!/^[0-9a-f]{6}$/i.test(color)) {
    throw new GithubRefusal(422, "Validation Failed", [
      { resource: "Label", code: "invalid", field: "color" },
    ]);
  }
  const description = textOf(body["description"]) ?? null;
  state.labels.set(name, { id: state.nextId(), name, color, description });
  return created(presentLabel(call, name));
}

/** A label that an issue is given and the repository lacks is made on the way. */
export function ensureLabels({ state }: Call, names: readonly string[]): void {
  for (const name of names) {
    if (state.labels.has(name)) continue;
    state.labels.set(name, { id: state.nextId(), name, color: "ededed", description: null });
  }
}
