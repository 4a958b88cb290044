import { isJsonArray, isJsonObject, type JsonValue } from "../../json/json-value.ts";
import { applicators } from "../graph/keywords.ts";
import { keyOf } from "../graph/plain-schema.ts";
import type { SchemaGraph } from "../graph/schema-graph.ts";

const known = new WeakMap<SchemaGraph, Map<string, boolean>>();

/** Whether a schema applies itself to the same instance again, which means nothing. */
export function loopsInPlace(graph: SchemaGraph, key: string): boolean {
  let answers = known.get(graph);
  if (answers === undefined) known.set(graph, (answers = new Map()));
  const answer = answers.get(key);
  if (answer !== undefined) return answer;
  const seen = new Set<string>();
  const open = [...inPlace(graph, key)];
  let loops = false;
  for (let at = open.pop(); at !== undefined && !loops; at = open.pop()) {
    if (at === key) loops = true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...inPlace(graph, at));
  }
  answers.set(key, loops);
  return loops;
}

/** The keys of the schemas that apply to the same instance as the schema does. */
export function inPlace(graph: SchemaGraph, key: string): readonly string[] {
  const { keywords } = graph.schema(key);
  if (!isJsonObject(keywords)) return [];
  const keys: string[] = [];
  const add = (position: JsonValue | undefined): void => {
    const found = keyOf(position);
    if (found !== undefined) keys.push(found);
  };
  add(keywords);
  for (const [keyword, value] of Object.entries(keywords)) {
    const applies = Object.hasOwn(applicators, keyword) ? applicators[keyword]?.applies : undefined;
    const condition = applies === "condition" && keyword !== "contains";
    if (applies !== "in-place" && !condition) continue;
    if (isJsonArray(value)) value.forEach(add);
    else if (keyword === "dependentSchemas" && isJsonObject(value))
      Object.values(value).forEach(add);
    else add(value);
  }
  return keys;
}
