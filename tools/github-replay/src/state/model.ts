import type { Access, Permission } from "../operations.ts";

/** Who acts: `github-actions[bot]` is a `Bot`. */
export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: "User" | "Bot";
}

/** A token, whose it is, and what a workflow's `permissions` gave it. */
export interface Token {
  readonly account: Account;
  readonly permissions: Readonly<Partial<Record<Permission, Access>>>;
}

/** A commit with the whole tree. */
export interface Commit {
  readonly sha: string;
  readonly message: string;
  readonly parents: readonly string[];
  readonly files: ReadonlyMap<string, string>;
}

/** Where a pull request comes from or goes to. */
export interface Side {
  /** `owner/name`; nothing where the fork was deleted. */
  readonly repository: string | undefined;
  readonly branch: string;
  readonly sha: string;
}

/** What issues and pull requests share: to GitHub a pull request is an issue. */
export interface Issue {
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly state: "open" | "closed";
  readonly stateReason: "completed" | "not_planned" | "reopened" | null;
  readonly author: Account;
  /** Names. */
  readonly labels: readonly string[];
  readonly locked: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly closedAt: string | null;
}

export interface Pull extends Issue {
  readonly draft: boolean;
  readonly mergedAt: string | null;
  readonly mergeCommit: string | null;
  readonly head: Side;
  readonly base: Side;
}

export interface Comment {
  readonly id: number;
  /** Number of the issue or pull request. */
  readonly issue: number;
  readonly body: string;
  readonly author: Account;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Label {
  readonly id: number;
  readonly name: string;
  /** Six hexadecimal digits. */
  readonly color: string;
  readonly description: string | null;
}

export interface CommitStatus {
  readonly id: number;
  readonly sha: string;
  readonly state: "error" | "failure" | "pending" | "success";
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly author: Account;
  readonly createdAt: string;
}

export interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly sha: string;
  readonly status: "queued" | "in_progress" | "completed";
  readonly conclusion: string | null;
  readonly detailsUrl: string | null;
  readonly externalId: string;
  readonly output: {
    readonly title: string | null;
    readonly summary: string | null;
    readonly text: string | null;
  };
  /** In the words of the API, as they were sent. */
  readonly annotations: readonly unknown[];
  readonly startedAt: string;
  readonly completedAt: string | null;
}

export interface Run {
  readonly id: number;
  readonly name: string;
  /** `.github/workflows/contract-review.yml` */
  readonly path: string;
  /** `pull_request`, `merge_group`, … */
  readonly event: string;
  readonly status: "queued" | "in_progress" | "completed";
  readonly conclusion: "success" | "failure" | "cancelled" | "skipped" | null;
  readonly attempt: number;
  readonly headBranch: string;
  readonly headSha: string;
  /** `owner/name`; nothing where the fork was deleted. */
  readonly headRepository: string | undefined;
  readonly actor: Account;
  readonly createdAt: string;
}

export interface Artifact {
  readonly id: number;
  readonly run: number;
  readonly name: string;
  /** The zip. */
  readonly bytes: Uint8Array;
  readonly expired: boolean;
  readonly createdAt: string;
}

export interface Release {
  readonly id: number;
  readonly tag: string;
  readonly target: string;
  readonly name: string | null;
  readonly body: string | null;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly author: Account;
  readonly createdAt: string;
}
