import type { NameSet } from "../formula/formula.ts";
import { matches } from "../language/pattern-language.ts";
import type { Context } from "./context.ts";

/** Whether a set of property names has the name; `undefined` where a pattern cannot be asked. */
export function hasName(set: NameSet, name: string, context: Context): boolean | undefined {
  switch (set.kind) {
    case "one":
      return set.name === name;
    case "pattern":
      return matches(set.source, name);
    case "rest": {
      if (set.names.has(name)) return false;
      const answers = new Set(set.patterns.map((source) => matches(source, name)));
      if (answers.has(true)) return false;
      return answers.has(undefined) ? undefined : true;
    }
    case "schema":
      return context.holds(name, set.literal);
  }
}
