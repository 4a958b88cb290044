import type { Run } from "./model.ts";

export interface StateOptions {
  /** `owner/name`. */
  readonly repository: string;
  /** @default "main" */
  readonly defaultBranch?: string;
  /** @default "public" */
  readonly visibility?: "public" | "private";
}

export interface NewCommit {
  /** @default a hash of the rest */
  readonly sha?: string;
  readonly message?: string;
  /** @default the head of the branch */
  readonly parents?: readonly string[];
  /** What the commit changes; `null` deletes. */
  readonly files?: Readonly<Record<string, string | null>>;
  /** The branch that it becomes the head of. */
  readonly branch?: string;
}

export interface NewIssue {
  readonly title: string;
  readonly body?: string | null;
  /** Login. @default "octocat" */
  readonly author?: string;
  readonly labels?: readonly string[];
}

export interface NewPull extends NewIssue {
  /** Its head becomes the pull request's. */
  readonly branch: string;
  /** @default the default branch */
  readonly base?: string;
  /** `owner/name` of the fork that the branch is in. @default the repository */
  readonly headRepository?: string;
  readonly draft?: boolean;
}

export interface NewRun extends Partial<Omit<Run, "id" | "actor">> {
  readonly headSha: string;
  readonly headBranch: string;
  readonly actor?: string;
}

export interface NewArtifact {
  readonly name: string;
  /** What is zipped; or the zip itself. */
  readonly files: Readonly<Record<string, string | Uint8Array>> | Uint8Array;
  readonly expired?: boolean;
}
