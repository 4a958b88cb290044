import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../../json/json-value.ts";
import { child } from "../../json/pointer.ts";
import type { Literals } from "../formula/literals.ts";
import { applicators } from "../graph/keywords.ts";
import { keyOf } from "../graph/plain-schema.ts";
import type { SchemaGraph } from "../graph/schema-graph.ts";
import type { Conjunct, Reach } from "./conjunct.ts";
import { whole } from "./whole.ts";

/** The parts of a schema, through `$ref` and `allOf`, each with where it stands. */
export function conjunctsOf(
  literals: Literals,
  graph: SchemaGraph,
  key: string,
): readonly Conjunct[] {
  const parts: Conjunct[] = [];
  const seen = new Set<string>();
  const open = [key];
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const { keywords, unmodelled } = graph.schema(at);
    if (unmodelled !== undefined) parts.push(...whole(literals, graph, at, unmodelled));
    if (!isJsonObject(keywords)) {
      if (!keywords) parts.push(...whole(literals, graph, at, "not"));
      continue;
    }
    const next = [keyOf(keywords), ...list(keywords["allOf"]).map(keyOf)];
    open.push(...next.filter((inner) => inner !== undefined));
    parts.push(...partsOf(literals, graph, at, keywords));
  }
  return parts;
}

function partsOf(
  literals: Literals,
  graph: SchemaGraph,
  key: string,
  keywords: JsonObject,
): readonly Conjunct[] {
  const slicer = new Slicer(literals, graph, key, keywords);
  const parts: Conjunct[] = [];
  for (const keyword of Object.keys(keywords)) {
    if (keyword === "properties") parts.push(...properties(slicer, keywords));
    else if (keyword === "patternProperties") parts.push(...patterns(slicer, keywords));
    else if (keyword === "required") parts.push(...required(slicer, keywords));
    else if (keyword === "prefixItems") parts.push(...prefixItems(slicer, keywords));
    else if (keyword === "unevaluatedProperties" || keyword === "unevaluatedItems") {
      parts.push(...whole(literals, graph, key, keyword));
    } else if (!siblings.has(keyword)) parts.push(slicer.part(keyword, reachOf(keyword, keywords)));
  }
  return parts;
}

/** Keywords that only speak through another: `allOf` and `$ref` are flattened. */
const siblings: ReadonlySet<string> = new Set([
  "$ref",
  "allOf",
  "then",
  "else",
  "minContains",
  "maxContains",
]);

const companions: Readonly<Record<string, readonly string[]>> = {
  additionalProperties: ["properties", "patternProperties"],
  items: ["prefixItems"],
  contains: ["minContains", "maxContains"],
  if: ["then", "else"],
};

class Slicer {
  readonly #literals: Literals;
  readonly #graph: SchemaGraph;
  readonly #key: string;
  readonly #keywords: JsonObject;

  constructor(literals: Literals, graph: SchemaGraph, key: string, keywords: JsonObject) {
    this.#literals = literals;
    this.#graph = graph;
    this.#key = key;
    this.#keywords = keywords;
  }

  /** A subschema that accepts everything. */
  get anything(): JsonObject {
    return { $ref: this.#graph.define({ key: "true", pointer: "", keywords: true }) };
  }

  /** The part of one keyword, or of one member of it. */
  part(
    keyword: string,
    reach: Reach,
    member?: { name: string | number; value: JsonValue },
  ): Conjunct {
    const id = member === undefined ? keyword : `${keyword}/${member.name}`;
    const { pointer, standsFor } = this.#graph.schema(this.#key);
    const kept: Record<string, JsonValue> = {
      [keyword]: member?.value ?? this.#keywords[keyword] ?? null,
    };
    for (const companion of companions[keyword] ?? []) {
      const value = this.#keywords[companion];
      // Companions only say what is theirs; their subschemas are parts of their own.
      if (value !== undefined) kept[companion] = emptied(companion, value, this.anything);
    }
    const at = child(pointer, keyword);
    const key = this.#graph.define({
      key: `part:${id}:${this.#key}`,
      pointer: at,
      keywords: kept,
    });
    return {
      literal: this.#literals.of(this.#graph, key),
      keyword: standsFor?.keyword ?? keyword,
      pointer: standsFor?.pointer ?? at,
      reach,
    };
  }
}

function emptied(companion: string, value: JsonValue, anything: JsonObject): JsonValue {
  const applicator = applicators[companion];
  if (companion === "then" || companion === "else" || applicator?.applies !== "child") return value;
  if (isJsonArray(value)) return value.map(() => anything);
  return isJsonObject(value)
    ? Object.fromEntries(Object.keys(value).map((name) => [name, anything]))
    : value;
}

function reachOf(keyword: string, keywords: JsonObject): Reach {
  const key = keyOf(keywords[keyword]) ?? "";
  switch (keyword) {
    case "anyOf":
    case "oneOf": {
      const keys = list(keywords[keyword]).map(keyOf);
      return { kind: "choice", branches: keys.filter((branch) => branch !== undefined) };
    }
    case "additionalProperties": {
      const names = new Set(members(keywords["properties"]).map(([name]) => name));
      const patternSources = members(keywords["patternProperties"]).map(([source]) => source);
      return { kind: "property", names: { kind: "rest", names, patterns: patternSources }, key };
    }
    case "items":
      return { kind: "item", from: list(keywords["prefixItems"]).length, to: Infinity, key };
    default:
      return { kind: "value" };
  }
}

function properties(slicer: Slicer, keywords: JsonObject): readonly Conjunct[] {
  return members(keywords["properties"]).map(([name, value]) =>
    slicer.part(
      "properties",
      { kind: "property", names: { kind: "one", name }, key: keyOf(value) ?? "" },
      { name, value: { [name]: value } },
    ),
  );
}

function patterns(slicer: Slicer, keywords: JsonObject): readonly Conjunct[] {
  return members(keywords["patternProperties"]).map(([source, value]) =>
    slicer.part(
      "patternProperties",
      { kind: "property", names: { kind: "pattern", source }, key: keyOf(value) ?? "" },
      { name: source, value: { [source]: value } },
    ),
  );
}

function required(slicer: Slicer, keywords: JsonObject): readonly Conjunct[] {
  const names = list(keywords["required"]).filter((name) => typeof name === "string");
  return [...new Set(names)].map((name) =>
    slicer.part("required", { kind: "missing", name }, { name, value: [name] }),
  );
}

function prefixItems(slicer: Slicer, keywords: JsonObject): readonly Conjunct[] {
  const positions = list(keywords["prefixItems"]);
  return positions.map((value, index) =>
    slicer.part(
      "prefixItems",
      { kind: "item", from: index, to: index + 1, key: keyOf(value) ?? "" },
      { name: index, value: [...positions.slice(0, index).map(() => slicer.anything), value] },
    ),
  );
}

function list(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonArray(value) ? value : [];
}

function members(value: JsonValue | undefined): readonly (readonly [string, JsonValue])[] {
  return isJsonObject(value) ? Object.entries(value) : [];
}
