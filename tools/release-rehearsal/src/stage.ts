import type { Gear } from "@flex-channels/gear/install-gear";

/** One package as it lies in the registry. */
export interface PublishedPackage {
  readonly name: string;
  readonly version: string;
  /** Folder of its sources in the throw-away clone. */
  readonly sourceDirectory: string;
}

/** What every check is given: the published packages, a registry that has them, and a place to work. */
export interface Stage {
  readonly gear: Gear;
  /** Temporary folder, removed at the end. */
  readonly directory: string;
  /** The throw-away clone that the packages were released from. */
  readonly clone: string;
  readonly registryUrl: string;
  readonly packages: readonly PublishedPackage[];
  /** Environment for child processes: a Node and npm on the path, nothing of the caller's settings. */
  readonly env: Readonly<Record<string, string>>;
  /** Base URL of the mock server, which itself runs from what was published. */
  readonly mockUrl: string;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}
