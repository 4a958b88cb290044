import { isJsonArray, isJsonObject, type JsonValue } from "../../json/json-value.ts";
import { child, valueAt } from "../../json/pointer.ts";
import { keyOf } from "../graph/plain-schema.ts";
import type { SchemaGraph } from "../graph/schema-graph.ts";

export interface Provenance {
  readonly pointer: string;
  readonly value?: JsonValue;
}

/** Where one of the schemas says something with `keyword`, else where the first of them stands. */
export function provenance(
  graph: SchemaGraph,
  keys: readonly string[],
  keyword: string,
): Provenance | undefined {
  let first: Provenance | undefined;
  const seen = new Set<string>();
  const open = [...keys];
  for (let key = open.shift(); key !== undefined; key = open.shift()) {
    if (seen.has(key)) continue;
    seen.add(key);
    const entry = graph.entry(key);
    if (entry !== undefined) {
      const { value, pointer } = entry.located;
      first ??= { pointer };
      const own = isJsonObject(value) ? value[keyword] : undefined;
      if (own !== undefined) return { pointer: child(pointer, keyword), value: own };
    }
    const { keywords } = graph.schema(key);
    if (!isJsonObject(keywords)) continue;
    const all = isJsonArray(keywords["allOf"]) ? keywords["allOf"] : [];
    for (const position of [keywords, ...all]) {
      const next = keyOf(position);
      if (next !== undefined) open.push(next);
    }
  }
  return first;
}

/** The value that stands at a pointer of the graph's document, where one does. */
export function valueOf(graph: SchemaGraph, pointer: string): JsonValue | undefined {
  return valueAt(graph.source.root, pointer);
}
