import { createRequire } from "node:module";
import type * as Refa from "refa";

const load = createRequire(import.meta.url);
let loaded: typeof Refa | undefined;

/**
 * The library of automata, from the moment it is needed: most patterns are equal or plain, and it
 * takes longer to load than such a review takes.
 */
export function refa(): typeof Refa {
  loaded ??= load("refa") as typeof Refa;
  return loaded;
}
