import { isJsonArray, isJsonObject } from "../../json/json-value.ts";
import type { Literal } from "../formula/formula.ts";
import type { Literals } from "../formula/literals.ts";
import { keyOf } from "../graph/plain-schema.ts";
import type { SchemaGraph } from "../graph/schema-graph.ts";

/** The branches of the first choice among the schemas that has not been made yet. */
export function branchesOf(
  graph: SchemaGraph,
  literals: Literals,
  given: readonly Literal[],
): readonly Literal[] {
  const seen = new Set<string>();
  const open: string[] = [];
  for (const literal of given) {
    const meaning = literal > 0 ? literals.meaning(literal) : undefined;
    if (meaning?.kind === "schema" && meaning.graph === graph) open.push(meaning.key);
  }
  for (let key = open.shift(); key !== undefined; key = open.shift()) {
    if (seen.has(key)) continue;
    seen.add(key);
    const { keywords } = graph.schema(key);
    if (!isJsonObject(keywords)) continue;
    for (const keyword of ["anyOf", "oneOf"]) {
      const list = keywords[keyword];
      if (!isJsonArray(list)) continue;
      const branches = list.map((branch) => literals.of(graph, keyOf(branch) ?? ""));
      if (branches.length > 1 && !branches.some((branch) => given.includes(branch)))
        return branches;
    }
    const all = isJsonArray(keywords["allOf"]) ? keywords["allOf"] : [];
    for (const position of [keywords, ...all]) {
      const next = keyOf(position);
      if (next !== undefined) open.push(next);
    }
  }
  return [];
}
