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
  const reached = reach(graph, key);
  answers.set(key, reached.has(key));
  // Where nothing below comes back to itself, nothing below needs to be asked again.
  if (!reached.has(key) && !hasLoop(graph, reached)) {
    for (const below of reached) answers.set(below, false);
  }
  return reached.has(key);
}

function reach(graph: SchemaGraph, key: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...inPlace(graph, key)];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...inPlace(graph, at));
  }
  return seen;
}

/** Takes away, again and again, what nothing refers to: a loop is what remains (Kahn). */
function hasLoop(graph: SchemaGraph, keys: ReadonlySet<string>): boolean {
  const referrers = new Map<string, number>([...keys].map((key) => [key, 0]));
  const count = (key: string, by: number): number => {
    const next = (referrers.get(key) ?? 0) + by;
    referrers.set(key, next);
    return next;
  };
  for (const key of keys) for (const below of inPlace(graph, key)) count(below, 1);
  const free = [...keys].filter((key) => referrers.get(key) === 0);
  let taken = 0;
  for (let key = free.pop(); key !== undefined; key = free.pop()) {
    taken += 1;
    for (const below of inPlace(graph, key)) if (count(below, -1) === 0) free.push(below);
  }
  return taken < keys.size;
}

/** The keys of the schemas that apply to the same instance as the schema does. */
function inPlace(graph: SchemaGraph, key: string): readonly string[] {
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
