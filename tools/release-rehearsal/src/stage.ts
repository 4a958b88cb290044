import type { Gear } from "@flex-channels/gear/install-gear";
import type { ReleaseOptions } from "./release-options.ts";

/** One package as it lies in the registry. */
export interface PublishedPackage {
  readonly name: string;
  readonly version: string;
  /** Folder of its sources in the throw-away clone. */
  readonly sourceDirectory: string;
}

/** What every check is given: the published packages, a registry that has them, and a place to work. */
export interface Stage extends ReleaseOptions {
  readonly gear: Gear;
  readonly packages: readonly PublishedPackage[];
  /** Base URL of the mock server, which itself runs from what was published. */
  readonly mockUrl: string;
}
