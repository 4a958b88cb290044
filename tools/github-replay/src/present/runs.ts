import type { JsonObject } from "../json.ts";
import type { Artifact, Run, Side } from "../state/model.ts";
import { presentAccount, presentRepository } from "./repository.ts";
import type { Scene } from "./scene.ts";
import { website } from "./scene.ts";

/** Of a run from a fork GitHub lists no pull request: who wants to know must ask for the commit's. */
export function presentRun(scene: Scene, run: Run): JsonObject {
  const { state, url } = scene;
  const api = `${url}/repos/${state.repository}/actions/runs/${String(run.id)}`;
  const pulls = [...state.pulls.values()].filter(
    ({ head }) => head.branch === run.headBranch && head.repository === state.repository,
  );
  return {
    id: run.id,
    name: run.name,
    path: run.path,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    run_attempt: run.attempt,
    head_branch: run.headBranch,
    head_sha: run.headSha,
    actor: presentAccount(scene, run.actor),
    triggering_actor: presentAccount(scene, run.actor),
    pull_requests: (run.headRepository === state.repository ? pulls : []).map((pull) => ({
      id: pull.number,
      number: pull.number,
      url: `${url}/repos/${state.repository}/pulls/${String(pull.number)}`,
      head: presentMinimalSide(scene, pull.head),
      base: presentMinimalSide(scene, pull.base),
    })),
    repository: presentNarrow(scene, state.repository),
    head_repository:
      run.headRepository === undefined ? null : presentNarrow(scene, run.headRepository),
    created_at: run.createdAt,
    updated_at: run.createdAt,
    run_started_at: run.createdAt,
    url: api,
    artifacts_url: `${api}/artifacts`,
    html_url: `${website}/${state.repository}/actions/runs/${String(run.id)}`,
  };
}

/** A repository as a run shows it. */
function presentNarrow(scene: Scene, fullName: string): JsonObject {
  const { visibility: _, default_branch: __, ...narrow } = presentRepository(scene, fullName);
  return narrow;
}

function presentMinimalSide(scene: Scene, { repository, branch, sha }: Side): JsonObject {
  const { id, name, url } = presentRepository(scene, repository ?? "");
  return { ref: branch, sha, repo: { id: id ?? 0, name: name ?? "", url: url ?? "" } };
}

export function presentArtifact({ state, url }: Scene, artifact: Artifact): JsonObject {
  const api = `${url}/repos/${state.repository}/actions/artifacts/${String(artifact.id)}`;
  const run = state.runs.get(artifact.run);
  return {
    id: artifact.id,
    name: artifact.name,
    size_in_bytes: artifact.bytes.length,
    expired: artifact.expired,
    created_at: artifact.createdAt,
    updated_at: artifact.createdAt,
    expires_at: null,
    url: api,
    archive_download_url: `${api}/zip`,
    ...(run === undefined
      ? {}
      : { workflow_run: { id: run.id, head_branch: run.headBranch, head_sha: run.headSha } }),
  };
}
