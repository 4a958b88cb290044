import type { Gear } from "@flex-channels/gear/install-gear";

/** Folders of the packages that a project installs, dependencies first. */
export const ownProjects = {
  client: ["packages/contract", "packages/client"],
  codegen: ["packages/document", "packages/codegen"],
  review: ["packages/document", "packages/codegen", "tools/contract-review"],
} as const;

/** Where scenarios are prepared and run. */
export interface Workbench {
  /** Root of the repository. */
  readonly repository: string;
  /** Temporary folder of this scenario. */
  readonly directory: string;
  /** Environment for every measured process. */
  readonly env: Readonly<Record<string, string>>;
  /** Peers, pinned. */
  readonly peers: () => Promise<Gear>;
  /** Large real documents, fetched only by the scenarios that read them. */
  readonly documents: () => Promise<Gear>;
  /** A project of its own, outside the workspace, with some of our packages packed and installed by npm. */
  readonly project: (name: keyof typeof ownProjects) => Promise<string>;
  /** A project that finds the peers as its own dependencies. */
  readonly peerProject: () => Promise<string>;
  /** Ended, in reverse order, when the scenario is over. */
  readonly cleanUp: AsyncDisposableStack;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}
