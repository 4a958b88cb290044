import { type Comments, commentsOf } from "./comments.ts";
import { type Issues, issuesOf } from "./issues.ts";
import { type Pulls, pullsOf } from "./pulls.ts";
import { type Runs, runsOf } from "./runs.ts";
import { openSession } from "./session.ts";
import type { GitHubSettings, RepositoryName } from "./settings.ts";
import { type Statuses, statusesOf } from "./statuses.ts";

export type { Comment } from "./comments.ts";
export { GitHubError, isGitHubError } from "./github-error.ts";
export type { Issue, IssueFilter, IssueText } from "./issues.ts";
export type { Pull } from "./pulls.ts";
export type { Artifact, Run } from "./runs.ts";
export {
  EnvironmentError,
  type GitHubSettings,
  type RepositoryName,
  settingsFromEnvironment,
} from "./settings.ts";
export type { CommitStatus } from "./statuses.ts";

/** One repository on GitHub: the only way from here to its REST API. */
export interface GitHub extends Comments, Issues, Pulls, Runs, Statuses {
  readonly repository: RepositoryName;
}

/**
 * Connects to a repository. Requests wait for rate limits of up to a minute and are repeated where
 * that can do no harm.
 *
 * Every call throws a {@link GitHubError} where GitHub refuses or does not answer.
 */
export function connectGitHub(settings: GitHubSettings): GitHub {
  const session = openSession(settings);
  return {
    repository: settings.repository,
    ...commentsOf(session),
    ...issuesOf(session),
    ...pullsOf(session),
    ...runsOf(session, settings.fetch ?? globalThis.fetch),
    ...statusesOf(session),
  };
}
