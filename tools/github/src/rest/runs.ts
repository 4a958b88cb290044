import { shapeOf } from "./expect-shape.ts";
import { GitHubError } from "./github-error.ts";
import { readBounded } from "./read-bounded.ts";
import type { Session } from "./session.ts";

/** A run of a workflow, as GitHub knows it now: an event may be older. */
export interface Run {
  readonly id: number;
  readonly attempt: number;
  readonly isOver: boolean;
  readonly event: string;
  readonly headSha: string;
  readonly headBranch: string | null;
  /** `owner/name` of the repository that the head comes from. */
  readonly headRepository: string | undefined;
  /** Path of the workflow, such as `.github/workflows/contract-review.yml`. */
  readonly workflow: string;
  readonly url: string;
}

export interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  readonly isExpired: boolean;
}

export interface Runs {
  readonly run: (id: number) => Promise<Run>;
  readonly artifacts: (run: number) => AsyncGenerator<Artifact>;
  /** The archive, no longer than `mostBytes`. */
  readonly downloadArtifact: (id: number, mostBytes: number) => Promise<Uint8Array>;
}

export function runsOf({ send, list }: Session, fetch: typeof globalThis.fetch): Runs {
  return {
    run: async (id) => {
      const { data } = await send("GET /repos/{owner}/{repo}/actions/runs/{run_id}", {
        run_id: id,
      });
      const shape = shapeOf(data, "run");
      return {
        id: shape.number("id"),
        attempt: shape.number("run_attempt"),
        isOver: shape.textOrNull("status") === "completed",
        event: shape.text("event"),
        headSha: shape.text("head_sha"),
        headBranch: shape.textOrNull("head_branch"),
        headRepository: shape.maybe("head_repository")?.text("full_name"),
        workflow: shape.text("path").replace(/@.*$/, ""),
        url: shape.text("html_url"),
      };
    },
    artifacts: async function* artifacts(run) {
      const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts";
      for await (const item of list(route, { run_id: run })) {
        const shape = shapeOf(item, "artifact");
        yield {
          id: shape.number("id"),
          name: shape.text("name"),
          bytes: shape.number("size_in_bytes"),
          isExpired: shape.flag("expired"),
        };
      }
    },
    downloadArtifact: async (id, mostBytes) => {
      const route = "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}";
      const { status, headers } = await send(route, {
        artifact_id: id,
        archive_format: "zip",
        request: { redirect: "manual" },
      });
      const { location } = headers;
      if (typeof location !== "string" || !URL.canParse(location)) {
        throw new GitHubError(route, status, "no address of the archive");
      }
      // The archive lies on a storage that is not GitHub's API: the token does not go there.
      const answer = await fetch(location, { signal: AbortSignal.timeout(60_000) }).catch(() => {
        throw new GitHubError("GET the archive", undefined, "its storage was not reached");
      });
      if (!answer.ok) throw new GitHubError("GET the archive", answer.status, "its storage");
      return readBounded(answer, mostBytes);
    },
  };
}
