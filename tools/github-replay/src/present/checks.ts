import type { JsonObject } from "../json.ts";
import type { CheckRun, CommitStatus } from "../state/model.ts";
import { presentAccount } from "./repository.ts";
import type { Scene } from "./scene.ts";
import { website } from "./scene.ts";

export function presentStatus(scene: Scene, status: CommitStatus): JsonObject {
  return {
    id: status.id,
    state: status.state,
    context: status.context,
    description: status.description,
    target_url: status.targetUrl,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    url: `${scene.url}/repos/${scene.state.repository}/statuses/${status.sha}`,
    creator: presentAccount(scene, status.author),
  };
}

export function presentCheckRun({ state, url }: Scene, check: CheckRun): JsonObject {
  return {
    id: check.id,
    name: check.name,
    head_sha: check.sha,
    status: check.status,
    conclusion: check.conclusion,
    details_url: check.detailsUrl,
    external_id: check.externalId,
    started_at: check.startedAt,
    completed_at: check.completedAt,
    output: {
      ...check.output,
      annotations_count: check.annotations.length,
      annotations_url: `${url}/repos/${state.repository}/check-runs/${String(check.id)}/annotations`,
    },
    url: `${url}/repos/${state.repository}/check-runs/${String(check.id)}`,
    html_url: `${website}/${state.repository}/runs/${String(check.id)}`,
  };
}
