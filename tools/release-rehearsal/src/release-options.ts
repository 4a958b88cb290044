import type { GithubTokens, RehearsedGithub } from "./workflow/start-github.ts";

/** Everything that a release is made with: places, services, tokens. */
export interface ReleaseOptions {
  /** The throw-away clone that the packages are released from. */
  readonly clone: string;
  /** Temporary folder, removed at the end. */
  readonly directory: string;
  readonly registryUrl: string;
  readonly github: RehearsedGithub;
  /** Each is given to one job, and must be in no log, artifact, commit or package. */
  readonly tokens: GithubTokens & { readonly registry: string };
  /** Environment for child processes: a Node and npm on the path, nothing of the caller's settings. */
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
  /** Told everything that the jobs write. */
  readonly heard: (text: string) => void;
}
