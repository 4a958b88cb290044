import { createRequire } from "node:module";

/** Loads a CommonJS dependency at the moment it is needed: most reviews need none of them. */
export const loadModule: NodeJS.Require = createRequire(import.meta.url);
