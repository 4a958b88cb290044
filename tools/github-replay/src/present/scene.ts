import type { GithubState } from "../state/github-state.ts";

/** What is shown, and where the API is. */
export interface Scene {
  readonly state: GithubState;
  /** Without a slash at its end. */
  readonly url: string;
}

/** Where pages for people would be. */
export const website = "https://github.com";
