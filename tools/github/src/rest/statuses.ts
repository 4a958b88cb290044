import type { Session } from "./session.ts";

export interface CommitStatus {
  readonly state: "error" | "failure" | "pending" | "success";
  /** At most 140 characters. */
  readonly description: string;
  readonly context: string;
  readonly targetUrl?: string;
}

export interface Statuses {
  readonly setStatus: (commit: string, status: CommitStatus) => Promise<void>;
}

export function statusesOf({ send }: Session): Statuses {
  return {
    setStatus: async (commit, { state, description, context, targetUrl }) => {
      await send("POST /repos/{owner}/{repo}/statuses/{sha}", {
        sha: commit,
        state,
        description,
        context,
        ...(targetUrl === undefined ? {} : { target_url: targetUrl }),
      });
    },
  };
}
