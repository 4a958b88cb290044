import { presentArtifact, presentRun } from "../present/runs.ts";
import type { Answer, Call } from "../server/answer.ts";
import { GithubRefusal, found } from "../server/answer.ts";
import { paginate } from "../server/paginate.ts";
import type { Artifact, Run } from "../state/model.ts";
import { actor } from "./issue-access.ts";

export function getRun(call: Call): Answer {
  return { status: 200, body: presentRun(call, findRun(call)) };
}

export function listRunArtifacts(call: Call): Answer {
  const run = findRun(call);
  return listOf(call, (artifact) => artifact.run === run.id);
}

export function listArtifacts(call: Call): Answer {
  return listOf(call, () => true);
}

function listOf(call: Call, isMeant: (artifact: Artifact) => boolean): Answer {
  const name = call.text("name");
  const artifacts = [...call.state.artifacts.values()]
    .filter((artifact) => isMeant(artifact) && (name === undefined || artifact.name === name))
    .toSorted((left, right) => right.id - left.id);
  return paginate(
    call,
    artifacts,
    (artifact) => presentArtifact(call, artifact),
    (page, total) => ({ total_count: total, artifacts: page }),
  );
}

export function getArtifact(call: Call): Answer {
  return { status: 200, body: presentArtifact(call, findArtifact(call)) };
}

/** A redirect to another host, where the token has no business; nobody gets one without a token. */
export function downloadArtifact(call: Call): Answer {
  actor(call);
  const artifact = findArtifact(call);
  if (call.text("archive_format") !== "zip") throw new GithubRefusal(404, "Not Found");
  if (artifact.expired) throw new GithubRefusal(410, "Artifact has expired");
  return { status: 302, headers: { location: call.signBlob(artifact.id) } };
}

function findRun({ state, number }: Call): Run {
  return found(state.runs.get(number("run_id") ?? 0));
}

function findArtifact({ state, number }: Call): Artifact {
  return found(state.artifacts.get(number("artifact_id") ?? 0));
}
