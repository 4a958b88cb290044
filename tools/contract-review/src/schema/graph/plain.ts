import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../../json/json-value.ts";
import { child } from "../../json/pointer.ts";
import { resolveReference } from "../resolve-reference.ts";
import type { Located } from "../schema-source.ts";
import { chosenBranches, closedBranch, exclusiveBranches, mayBeObject } from "./branches.ts";
import { dialectKeywords } from "./dialect-keywords.ts";
import { jointProperties } from "./joint-properties.ts";
import { applicators } from "./keywords.ts";
import { adviceFormats, formatsAsKeywords, wideFormats } from "./number-formats.ts";
import type { PlainSchema } from "./plain-schema.ts";
import type { Entry, Mode, SchemaGraph } from "./schema-graph.ts";

type Draft = Record<string, JsonValue>;

const falseKey = "false";
const reference = (key: string): JsonObject => ({ $ref: key });

/** Reads one schema of the document as the graph's reading wants it. */
export function plainSchema(graph: SchemaGraph, entry: Entry): PlainSchema {
  const { key, located } = entry;
  const { value, pointer } = located;
  if (!isJsonObject(value)) return { key, pointer, keywords: value !== false };
  const keywords = dialectKeywords(value, graph.source.dialect);
  if (keywords["$dynamicRef"] !== undefined) {
    return { key, pointer, keywords: {}, unmodelled: "$dynamicRef" };
  }
  const draft: Draft = {};
  for (const [keyword, given] of Object.entries(keywords)) {
    if (keyword === "$ref") continue;
    const applicator = Object.hasOwn(applicators, keyword) ? applicators[keyword] : undefined;
    draft[keyword] = applicator === undefined ? given : subschemas(graph, entry, keyword, given);
  }
  if (typeof keywords["$ref"] === "string") {
    const target = resolveReference(graph.source, keywords["$ref"], pointer);
    if (target === undefined) return { key, pointer, keywords: {}, unmodelled: "$ref" };
    draft["$ref"] = graph.within(target, within(entry).mode, entry.location);
  }
  openEnum(graph, entry, value, draft);
  hide(graph, entry, draft);
  format(graph, entry, draft);
  chosenBranches(graph, entry, value, draft);
  exclusiveBranches(graph, entry, draft);
  if (entry.mode === "outer") close(graph, entry, draft);
  return { key, pointer, keywords: draft };
}

/** How the parts of a schema that describes a location are read: the location is closed around them. */
function within(entry: Entry): Entry {
  if (entry.mode !== "outer") return entry;
  return { ...entry, mode: entry.location.facts.alwaysDeclares ? "inner" : "loose" };
}

function subschemas(
  graph: SchemaGraph,
  entry: Entry,
  keyword: string,
  given: JsonValue,
): JsonValue {
  const at = child(entry.located.pointer, keyword);
  const one = (value: JsonValue, pointer: string, name?: string): JsonObject =>
    reference(subschema(graph, entry, keyword, { value, pointer }, name));
  if (isJsonArray(given)) return given.map((value, index) => one(value, child(at, index)));
  if (applicators[keyword]?.shape !== "map" || !isJsonObject(given)) return one(given, at);
  // A null prototype, so that a property may be called __proto__.
  const map: Draft = Object.create(null) as Draft;
  for (const [name, value] of Object.entries(given)) map[name] = one(value, child(at, name), name);
  return map;
}

function subschema(
  graph: SchemaGraph,
  entry: Entry,
  keyword: string,
  located: Located,
  name: string | undefined,
): string {
  const { mode, location } = entry;
  switch (applicators[keyword]?.applies) {
    case "child":
      return graph.place(located, mode === "open" ? "open" : childMode(entry, keyword, name));
    case "condition":
      return keyword === "contains"
        ? graph.place(located, "open")
        : graph.within(located, "open", location);
    case "name":
      return graph.place(located, "open");
    case "in-place":
    case undefined:
      return mode !== "open" && (keyword === "anyOf" || keyword === "oneOf")
        ? closedBranch(graph, within(entry), located)
        : graph.within(located, within(entry).mode, location);
  }
}

/** Where several schemas describe one value, none of them may close it alone. */
function childMode(entry: Entry, keyword: string, name: string | undefined): Mode {
  const { facts, shared } = entry.location;
  if (keyword === "properties") return name !== undefined && shared.has(name) ? "open" : "outer";
  if (keyword === "patternProperties") return facts.propertyOwners > 1 ? "open" : "outer";
  if (keyword.endsWith("Items") || keyword === "items")
    return facts.itemOwners > 1 ? "open" : "outer";
  return facts.propertyOwners > 1 ? "open" : "outer";
}

function hide(graph: SchemaGraph, entry: Entry, draft: Draft): void {
  const { hidden } = entry.location;
  if (hidden.size === 0) return;
  const shown = (names: JsonValue | undefined): JsonValue[] =>
    isJsonArray(names) ? names.filter((name) => typeof name !== "string" || !hidden.has(name)) : [];
  if (draft["required"] !== undefined) draft["required"] = shown(draft["required"]);
  const dependent = draft["dependentRequired"];
  if (isJsonObject(dependent)) {
    const kept = Object.keys(dependent).map((name) => [name, shown(dependent[name])] as const);
    draft["dependentRequired"] = Object.fromEntries(kept);
  }
  const properties = draft["properties"];
  if (entry.mode === "open" || !isJsonObject(properties)) return;
  const never = graph.define({ key: falseKey, pointer: entry.located.pointer, keywords: false });
  const kept: Draft = Object.create(null) as Draft;
  for (const name of Object.keys(properties)) {
    kept[name] = hidden.has(name) ? reference(never) : (properties[name] ?? true);
  }
  draft["properties"] = kept;
}

function openEnum(graph: SchemaGraph, entry: Entry, schema: JsonObject, draft: Draft): void {
  for (const keyword of graph.reading.openEnums ?? []) {
    const announced = schema[keyword];
    if (announced === undefined || announced === false) continue;
    const binds = entry.mode !== "open" || graph.reading.direction === "request";
    if (!binds) {
      delete draft["enum"];
      delete draft["const"];
    } else if (isJsonArray(announced) && draft["enum"] === undefined) {
      draft["enum"] = announced;
    }
  }
}

function format(graph: SchemaGraph, entry: Entry, draft: Draft): void {
  const name = draft["format"];
  if (typeof name !== "string") return;
  const isWide = graph.reading.producerClosed && wideFormats.has(name);
  if (isWide || adviceFormats.has(name)) {
    delete draft["format"];
    return;
  }
  if (!Object.hasOwn(formatsAsKeywords, name)) return;
  delete draft["format"];
  const pointer = child(entry.located.pointer, "format");
  const key = graph.define({
    key: `format:${name}:${pointer}`,
    pointer,
    keywords: formatsAsKeywords[name] ?? true,
    standsFor: { keyword: "format", pointer },
  });
  also(draft, key);
}

/** Adds one more schema that applies in place. */
function also(draft: Draft, key: string): void {
  const all = draft["allOf"];
  draft["allOf"] = [...(isJsonArray(all) ? all : []), reference(key)];
}

function close(graph: SchemaGraph, entry: Entry, draft: Draft): void {
  const { facts } = entry.location;
  if (!facts.declares || !mayBeObject(draft)) return;
  for (const key of jointProperties(graph, entry)) also(draft, key);
  if (draft["unevaluatedProperties"] !== undefined) return;
  if (draft["additionalProperties"] !== undefined) return;
  const { pointer } = entry.located;
  const never = graph.define({ key: falseKey, pointer, keywords: false });
  draft["unevaluatedProperties"] = reference(never);
}
