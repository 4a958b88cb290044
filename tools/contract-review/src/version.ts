import { createRequire } from "node:module";

const manifest = createRequire(import.meta.url)("../package.json") as { readonly version: string };

/** Of this package, as published. */
export const version: string = manifest.version;
