import { createRequire } from "node:module";

const manifest = createRequire(import.meta.url)("../package.json") as { readonly version: string };

/** The generator's version, as published. */
export const version: string = manifest.version;
