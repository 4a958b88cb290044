export type { PullAction, RunAction } from "./events/payloads.ts";
export type { Permission } from "./operations.ts";
export { type Github, type GithubOptions, startGithub } from "./start-github.ts";
export type { Pull } from "./state/model.ts";
export { GithubViolationError } from "./violation.ts";
