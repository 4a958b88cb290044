import type * as Refa from "refa";
import { loadModule } from "../../load-module.ts";

let loaded: typeof Refa | undefined;

/**
 * The library of automata, from the moment it is needed: most patterns are equal or plain, and it
 * takes longer to load than such a review takes.
 */
export function refa(): typeof Refa {
  loaded ??= loadModule("refa") as typeof Refa;
  return loaded;
}
