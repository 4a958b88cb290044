import { createRequire } from "node:module";

/**
 * Loads a CommonJS dependency at the moment it is needed. Reading a document must start fast: JSON
 * needs no YAML parser, and a sound document neither code frames nor an example validator.
 */
export const loadModule: NodeJS.Require = createRequire(import.meta.url);
