import type { JsonObject } from "../json.ts";
import type { Answer, Call } from "../server/answer.ts";
import { found } from "../server/answer.ts";

/** One reference, by its whole name without `refs/`. */
export function getRef(call: Call): Answer {
  const name = `refs/${call.text("ref") ?? ""}`;
  const sha = found(listReferences(call).get(name));
  return { status: 200, body: presentReference(call, name, sha) };
}

/** Every reference whose name begins so: `heads/feature` finds `heads/feature-2` too. */
export function listMatchingRefs(call: Call): Answer {
  const prefix = `refs/${call.text("ref") ?? ""}`;
  const matching = [...listReferences(call)]
    .filter(([name]) => name.startsWith(prefix))
    .toSorted(([left], [right]) => (left < right ? -1 : 1));
  return {
    status: 200,
    body: matching.map(([name, sha]) => presentReference(call, name, sha)),
  };
}

function listReferences({ state }: Call): ReadonlyMap<string, string> {
  const prefix = `${state.repository}:`;
  const heads = [...state.branches]
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, sha]) => [`refs/heads/${name.slice(prefix.length)}`, sha] as const);
  const pulls = [...state.pulls.values()].map(
    ({ number, head }) => [`refs/pull/${String(number)}/head`, head.sha] as const,
  );
  return new Map([...heads, ...pulls]);
}

function presentReference({ state, url }: Call, ref: string, sha: string): JsonObject {
  const git = `${url}/repos/${state.repository}/git`;
  return {
    ref,
    url: `${git}/${ref}`,
    object: { type: "commit", sha, url: `${git}/commits/${sha}` },
  };
}
