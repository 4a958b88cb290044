import { readFile } from "node:fs/promises";
import { UsageError } from "./terminal.ts";

/** What the runner says of the change that is to be analysed. */
export interface ChangeEvent {
  readonly baseSha: string;
  readonly headSha: string;
  readonly pull?: number;
  readonly branch?: { readonly repository: string; readonly branch: string };
}

type Fields = Readonly<Record<string, unknown>>;

/** The event that started the workflow, as the runner keeps it in a file. */
export async function readEvent(
  env: Readonly<Record<string, string | undefined>>,
): Promise<Fields> {
  const file = env["GITHUB_EVENT_PATH"];
  if (file === undefined) {
    throw new UsageError(
      "GITHUB_EVENT_PATH is not set: this command runs in a workflow. Locally: pnpm contract:review.",
    );
  }
  return fields(JSON.parse(await readFile(file, "utf8")) as unknown);
}

/** Reads `pull_request` and `merge_group`; both ends are commits, never names of branches. */
export function changeOf(event: Fields): ChangeEvent {
  const group = fields(event["merge_group"]);
  if (group["head_sha"] !== undefined) {
    return { baseSha: commit(group["base_sha"]), headSha: commit(group["head_sha"]) };
  }
  const pull = fields(event["pull_request"]);
  const head = fields(pull["head"]);
  const { number } = pull;
  const repository = fields(head["repo"])["full_name"];
  const branch = head["ref"];
  return {
    baseSha: commit(fields(pull["base"])["sha"]),
    headSha: commit(head["sha"]),
    ...(typeof number === "number" ? { pull: number } : {}),
    ...(typeof repository === "string" && typeof branch === "string"
      ? { branch: { repository, branch } }
      : {}),
  };
}

/** The run that a `workflow_run` event tells of, and what happened to it. */
export function runOf(event: Fields): { readonly id: number; readonly action: string } {
  const { id } = fields(event["workflow_run"]);
  const { action } = event;
  if (typeof id === "number" && typeof action === "string") return { id, action };
  throw new UsageError("Expected the event workflow_run.");
}

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function commit(value: unknown): string {
  if (typeof value === "string" && /^[0-9a-f]{40,64}$/.test(value)) return value;
  throw new UsageError("Expected the event pull_request or merge_group.");
}
