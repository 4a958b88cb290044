import { complete } from "../description/complete.ts";
import type { Description } from "../description/description.ts";
import { isDeviation } from "../description/deviations.ts";
import type { JsonObject } from "../json.ts";
import { isJsonObject } from "../json.ts";
import { found } from "../server/answer.ts";
import type { Scene } from "../present/scene.ts";
import { presentPull } from "../present/conversation.ts";
import { presentAccount, presentRepository } from "../present/repository.ts";
import { presentRun } from "../present/runs.ts";
import type { Violation } from "../violation.ts";
import { GithubViolationError } from "../violation.ts";

export type PullAction =
  "opened" | "synchronize" | "reopened" | "edited" | "closed" | "ready_for_review";
export type RunAction = "requested" | "in_progress" | "completed";

export interface MergeGroup {
  readonly headSha: string;
  readonly baseSha: string;
  /** `refs/heads/gh-readonly-queue/main/pr-1-…` */
  readonly headRef: string;
}

/** What a workflow finds in the file that `GITHUB_EVENT_PATH` names, out of the state. */
export interface Payloads {
  readonly pull: (number: number, action: PullAction) => JsonObject;
  readonly run: (id: number, action: RunAction) => JsonObject;
  readonly mergeGroup: (group: MergeGroup) => JsonObject;
}

/**
 * Payloads, completed and checked like answers.
 *
 * Each throws a {@link GithubViolationError} where the description does not allow what was made.
 */
export function createPayloads(description: Description, scene: Scene): Payloads {
  const { state } = scene;
  const common = (): JsonObject => ({
    repository: presentRepository(scene, state.repository),
    sender: presentAccount(scene, state.account("octocat")),
  });
  const finish = (webhook: string, payload: JsonObject): JsonObject => {
    const pointer = `/x-webhooks/${webhook}/post/requestBody/content/application~1json/schema`;
    const schema = found(description.follow(pointer));
    const whole = complete(description, schema.pointer, payload);
    const violations = description
      .judge(schema.pointer, whole)
      .map((problem): Violation => {
        const { expected, received } = problem;
        const where = `payload ${problem.pointer}`;
        return { operation: webhook, side: "answer", where, expected, received };
      })
      .filter((violation) => !isDeviation(violation));
    if (violations.length > 0) throw new GithubViolationError(violations);
    return isJsonObject(whole) ? whole : payload;
  };
  return {
    pull: (number, action) => {
      const pull = found(state.pulls.get(number));
      return finish(`pull-request-${action.replaceAll("_", "-")}`, {
        action,
        number,
        pull_request: presentPull(scene, pull),
        ...(action === "synchronize" ? { before: pull.base.sha, after: pull.head.sha } : {}),
        ...(action === "edited" ? { changes: {} } : {}),
        ...common(),
      });
    },
    run: (id, action) =>
      finish(`workflow-run-${action.replaceAll("_", "-")}`, {
        action,
        workflow_run: presentRun(scene, found(state.runs.get(id))),
        ...common(),
      }),
    mergeGroup: ({ headSha, baseSha, headRef }) =>
      finish("merge-group-checks-requested", {
        action: "checks_requested",
        merge_group: {
          head_sha: headSha,
          head_ref: headRef,
          base_sha: baseSha,
          base_ref: `refs/heads/${state.defaultBranch}`,
        },
        ...common(),
      }),
  };
}
