import type * as Cfworker from "@cfworker/json-schema";
import type { Schema } from "@cfworker/json-schema";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../json/json-value.ts";
import { loadModule } from "../load-module.ts";
import type { Reading } from "./gap.ts";
import { keyOf } from "./graph/plain-schema.ts";
import { SchemaGraph } from "./graph/schema-graph.ts";
import { isHarmless } from "./language/harmless-pattern.ts";
import type { SchemaSource } from "./schema-source.ts";

/** Whether an exact evaluator accepts the instance; `unsupported` where it should not be asked. */
export type Verdict = boolean | "unsupported";

/** Asks the exact evaluator about a schema as it is written. */
export function accepts(
  source: SchemaSource,
  instance: JsonValue,
  reading: Reading = { producerClosed: false, direction: "request" },
): Verdict {
  const graph = new SchemaGraph(source, reading, false);
  return acceptsIn(graph, graph.at(source.pointer), instance);
}

/** Thrown through the evaluator, which has no other way to stop. */
class UnsupportedSchema extends Error {}

/**
 * Asks the exact evaluator about a schema as its graph reads it. The one place that knows the
 * library: it interprets, so a hostile schema costs no code generation, and it looks subschemas up
 * by key, so that only those the instance reaches are made.
 */
export function acceptsIn(graph: SchemaGraph, key: string, instance: JsonValue): Verdict {
  const longest = longestString(instance);
  const lookup = new Proxy<Record<string, Schema | boolean>>(
    {},
    { get: (_, name) => evaluable(graph, String(name), longest) },
  );
  // Most reviews have no witness to confirm.
  const { validate } = loadModule("@cfworker/json-schema") as typeof Cfworker;
  try {
    return validate(instance, { $ref: key }, "2020-12", lookup).valid;
  } catch (error) {
    // RangeError: the stack ended, so the schema applies itself in place or nests too deeply.
    if (error instanceof UnsupportedSchema || error instanceof RangeError) return "unsupported";
    // SyntaxError: a pattern that is no regular expression with flag u.
    if (error instanceof SyntaxError) return "unsupported";
    throw error;
  }
}

function evaluable(graph: SchemaGraph, key: string, longest: number): Schema | boolean {
  const { keywords, unmodelled } = graph.schema(key);
  if (unmodelled !== undefined) throw new UnsupportedSchema(unmodelled);
  if (!isJsonObject(keywords)) return keywords;
  for (const source of patternsOf(keywords)) {
    if (!isHarmless(source, longest)) throw new UnsupportedSchema("pattern");
  }
  return isolated(graph, keywords);
}

function patternsOf(keywords: JsonObject): readonly string[] {
  const own = typeof keywords["pattern"] === "string" ? [keywords["pattern"]] : [];
  const { patternProperties } = keywords;
  return isJsonObject(patternProperties) ? [...own, ...Object.keys(patternProperties)] : own;
}

/**
 * The library lets a subschema with `unevaluatedProperties` see what its neighbours evaluated, which
 * it must not (Core §11). Negated twice it sees nothing, and what it evaluates is everything.
 */
function isolated(graph: SchemaGraph, keywords: JsonObject): Schema {
  const all = keywords["allOf"];
  const reference = keyOf(keywords);
  const inPlace = [
    ...(isJsonArray(all) ? all : []),
    ...(reference === undefined ? [] : [keywords]),
  ];
  const own: Record<string, JsonValue> = { ...keywords };
  delete own["$ref"];
  const parts: JsonValue[] = inPlace.map((part) => alone(graph, keyOf(part) ?? ""));
  if (parts.length > 0) own["allOf"] = parts;
  for (const keyword of ["anyOf", "oneOf", "then", "else", "dependentSchemas"]) {
    const position = own[keyword];
    if (position !== undefined) own[keyword] = isolatedAt(graph, keyword, position);
  }
  return own;
}

function isolatedAt(graph: SchemaGraph, keyword: string, position: JsonValue): JsonValue {
  if (isJsonArray(position)) return position.map((part) => alone(graph, keyOf(part) ?? ""));
  if (keyword !== "dependentSchemas" || !isJsonObject(position)) {
    return alone(graph, keyOf(position) ?? "");
  }
  const members = Object.entries(position).map(
    ([name, part]) => [name, alone(graph, keyOf(part) ?? "")] as const,
  );
  return Object.fromEntries(members);
}

function alone(graph: SchemaGraph, key: string): JsonObject {
  const { keywords } = graph.schema(key);
  const reference = { $ref: key };
  if (!isJsonObject(keywords)) return reference;
  const properties = keywords["unevaluatedProperties"] !== undefined;
  const items = keywords["unevaluatedItems"] !== undefined;
  if (!properties && !items) return reference;
  return {
    allOf: [{ not: { not: reference } }],
    ...(properties ? { additionalProperties: true } : {}),
    ...(items ? { items: true } : {}),
  };
}

function longestString(instance: JsonValue): number {
  if (typeof instance === "string") return instance.length;
  if (isJsonArray(instance)) return Math.max(0, ...instance.slice(0, 1000).map(longestString));
  if (!isJsonObject(instance)) return 0;
  const lengths = Object.entries(instance).map(([name, value]) =>
    Math.max(name.length, longestString(value)),
  );
  return Math.max(0, ...lengths);
}
