export type { MergeGroup, Payloads, PullAction, RunAction } from "./events/payloads.ts";
export type { Access, OperationId, Permission } from "./operations.ts";
export type { Fault } from "./server/faults.ts";
export type { RecordedRequest } from "./server/recorded-request.ts";
export { type Github, type GithubOptions, type TokenOptions, startGithub } from "./start-github.ts";
export type { GithubState } from "./state/github-state.ts";
export type { NewArtifact, NewCommit, NewIssue, NewPull, NewRun } from "./state/new.ts";
export type {
  Account,
  Artifact,
  CheckRun,
  Comment,
  Commit,
  CommitStatus,
  Issue,
  Label,
  Pull,
  Release,
  Run,
} from "./state/model.ts";
export { GithubViolationError, type Violation } from "./violation.ts";
