import { createRequire } from "node:module";

const manifest = createRequire(import.meta.url)("@flex-channels/contract-review/package.json") as {
  readonly version: string;
};

/** Of this package, as published. */
export const version: string = manifest.version;
