import { child } from "../../json/pointer.ts";
import type { Definer } from "./location-facts.ts";
import type { Entry, SchemaGraph } from "./schema-graph.ts";

/**
 * Closes the properties that several schemas of one location describe: each of them alone would
 * forbid what the others declare, so the value may have what any of them declares.
 */
export function jointProperties(graph: SchemaGraph, entry: Entry): readonly string[] {
  const { facts, shared } = entry.location;
  const made: string[] = [];
  for (const name of shared) {
    const names = declaredNames(graph, facts.definers.get(name) ?? []);
    if (names === undefined) continue;
    const pointer = child(entry.located.pointer, "properties", name);
    const key = (part: string): string => `joint-${part}:${pointer}`;
    const allowed = graph.define({
      key: key("names"),
      pointer,
      keywords: { enum: names },
    });
    const value = graph.define({
      key: key("value"),
      pointer,
      keywords: { propertyNames: { $ref: allowed } },
    });
    made.push(
      graph.define({
        key: key("object"),
        pointer,
        keywords: { properties: { [name]: { $ref: value } } },
      }),
    );
  }
  return made;
}

function declaredNames(
  graph: SchemaGraph,
  definers: readonly Definer[],
): readonly string[] | undefined {
  const names = new Set<string>();
  for (const definer of definers) {
    const { facts } = graph.location(definer);
    if (facts.opens || facts.patterns) return undefined;
    for (const name of facts.definers.keys()) names.add(name);
  }
  return names.size === 0 ? undefined : [...names];
}
