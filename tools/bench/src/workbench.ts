import type { Gear } from "@flex-channels/gear/install-gear";

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
  /** A consumer's project with the packed client installed in it by npm. */
  readonly consumer: () => Promise<string>;
  /** A project that finds the peers as its own dependencies. */
  readonly peerProject: () => Promise<string>;
  /** Ended, in reverse order, when the scenario is over. */
  readonly cleanUp: AsyncDisposableStack;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}
