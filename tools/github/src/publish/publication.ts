import type { GateConfig } from "../gate/gate-config.ts";
import type { GitHub } from "../rest/connect-github.ts";

/** Everything that publishing needs to know beforehand; all of it from trusted hands. */
export interface Publication {
  readonly github: GitHub;
  /** Id of the run of the analysis, from the event. */
  readonly run: number;
  /** Path of the workflow that the run must be of, such as `.github/workflows/contract-review.yml`. */
  readonly workflow: string;
  /** Name of the artifact, and of the review in marker and status. */
  readonly name: string;
  /** Login that comments are written as. */
  readonly author: string;
  /** `https://github.com`. */
  readonly serverUrl: string;
  /** The gate as the main branch has it. */
  readonly gate: GateConfig;
}

/** What was done, in words of our own, for the log. */
export type Told = string;
