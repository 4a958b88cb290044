import type { JsonValue } from "../../json/json-value.ts";
import type { Reading } from "../gap.ts";
import { SchemaGraph } from "../graph/schema-graph.ts";
import type { SchemaSource } from "../schema-source.ts";
import { Comparison } from "./comparison.ts";

type Side = Pick<SchemaSource, "root" | "dialect" | "resolve">;

const graphs = new WeakMap<object, Map<string, SchemaGraph>>();
const comparisons = new WeakMap<SchemaGraph, WeakMap<SchemaGraph, Comparison>>();

/**
 * The comparison of two documents under one reading. Everything that was learned about their
 * schemas is kept for as long as both documents are, so a schema that many operations use is
 * understood once.
 */
export function sharedComparison(
  producer: Side,
  consumer: Side,
  reading: Reading,
  closed: { readonly producer: boolean; readonly consumer: boolean },
): Comparison {
  const from = graphOf(producer, reading, closed.producer);
  const to = graphOf(consumer, reading, closed.consumer);
  const known = comparisons.get(from) ?? new WeakMap<SchemaGraph, Comparison>();
  comparisons.set(from, known);
  const made = known.get(to) ?? new Comparison(from, to);
  known.set(to, made);
  return made;
}

function graphOf(side: Side, reading: Reading, closed: boolean): SchemaGraph {
  const source: SchemaSource = { ...side, pointer: "" };
  if (side.resolve !== undefined || !isObject(side.root)) {
    return new SchemaGraph(source, reading, closed);
  }
  const known = graphs.get(side.root) ?? new Map<string, SchemaGraph>();
  graphs.set(side.root, known);
  const id = JSON.stringify([side.dialect, reading.direction, reading.openEnums ?? [], closed]);
  const made = known.get(id) ?? new SchemaGraph(source, reading, closed);
  known.set(id, made);
  return made;
}

function isObject(value: JsonValue): value is Exclude<JsonValue, string | number | boolean | null> {
  return typeof value === "object" && value !== null;
}
