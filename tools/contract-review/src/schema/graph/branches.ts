import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../../json/json-value.ts";
import { child } from "../../json/pointer.ts";
import { dialectKeywords } from "./dialect-keywords.ts";
import { selection } from "./discriminator.ts";
import type { LocationFacts } from "./location-facts.ts";
import { keyOf } from "./plain-schema.ts";
import type { Entry, SchemaGraph } from "./schema-graph.ts";

type Draft = Record<string, JsonValue>;

/**
 * Whether the branches of `keyword` close the location each for itself. So it is for `oneOf`, of
 * which one branch holds, where only branches declare properties; and for `anyOf` where a branch
 * is free-form and must stay so.
 */
export function pushesClosingDown(graph: SchemaGraph, entry: Entry, keyword: string): boolean {
  if (entry.mode !== "outer" || (keyword !== "oneOf" && keyword !== "anyOf")) return false;
  const { facts } = entry.location;
  if (!facts.declares || facts.alwaysDeclares) return false;
  const { value, pointer } = entry.located;
  if (!isJsonObject(value) || !isJsonArray(value[keyword])) return false;
  const other = value[keyword === "oneOf" ? "anyOf" : "oneOf"];
  if (other !== undefined || value["$ref"] !== undefined || value["allOf"] !== undefined)
    return false;
  if (value["if"] !== undefined || value["dependentSchemas"] !== undefined) return false;
  if (keyword === "oneOf") return true;
  return value[keyword].some((branch, index) =>
    isFreeForm(
      branch,
      graph.location({ value: branch, pointer: child(pointer, keyword, index) }).facts,
    ),
  );
}

function isFreeForm(branch: JsonValue, facts: LocationFacts): boolean {
  if (facts.declares) return false;
  const type = isJsonObject(branch) ? branch["type"] : undefined;
  return type === undefined || type === "object" || (isJsonArray(type) && type.includes("object"));
}

/** Lets `discriminator` choose among the branches beside it. */
export function chosenBranches(
  graph: SchemaGraph,
  entry: Entry,
  schema: JsonObject,
  draft: Draft,
): void {
  for (const keyword of ["oneOf", "anyOf"]) {
    const given = schema[keyword];
    const branches = draft[keyword];
    if (!isJsonArray(given) || !isJsonArray(branches)) continue;
    const chosen = selection(graph.source, schema, given, entry.located.pointer);
    if (chosen === undefined) continue;
    const { propertyName, names } = chosen;
    if (
      given.some((branch, index) => saysItself(graph, entry, keyword, branch, index, propertyName))
    ) {
      continue;
    }
    const pointer = child(entry.located.pointer, "discriminator");
    draft[keyword] = branches.map((branch, index) => {
      const id = `${keyword}/${index}:${entry.key}`;
      const value = graph.define({
        key: `discriminator-value:${id}`,
        pointer,
        keywords: { enum: names[index] ?? [] },
        standsFor: { keyword: "discriminator", pointer },
      });
      const key = graph.define({
        key: `discriminator:${id}`,
        pointer: graph.schema(keyOf(branch) ?? entry.key).pointer,
        keywords: {
          allOf: [branch],
          required: [propertyName],
          properties: { [propertyName]: { $ref: value } },
        },
      });
      return { $ref: key };
    });
    if (keyword === "oneOf" && new Set(names.flat()).size === names.flat().length) {
      // Branches with names of their own cannot hold together.
      moveToAnyOf(graph, entry, draft, draft["oneOf"] ?? []);
    }
  }
}

/** A branch with a `const` or `enum` of its own needs no name from the discriminator. */
function saysItself(
  graph: SchemaGraph,
  entry: Entry,
  keyword: string,
  branch: JsonValue,
  index: number,
  propertyName: string,
): boolean {
  const pointer = child(entry.located.pointer, keyword, index);
  const definers =
    graph.location({ value: branch, pointer }).facts.definers.get(propertyName) ?? [];
  return definers.some((definer) => {
    const { value } = graph.entry(graph.place(definer, "open"))?.located ?? definer;
    if (!isJsonObject(value)) return false;
    const keywords = dialectKeywords(value, graph.source.dialect);
    return keywords["enum"] !== undefined || keywords["const"] !== undefined;
  });
}

/**
 * `oneOf` of closed branches: one closed branch holds, and no other branch holds as it is written.
 * So closing never lets a message in that the literal schema refuses.
 */
export function exclusiveBranches(graph: SchemaGraph, entry: Entry, draft: Draft): void {
  const branches = draft["oneOf"];
  if (entry.mode === "open" || !isJsonArray(branches)) return;
  const literal = graph.schema(graph.within(entry.located, "open", entry.location)).keywords;
  const open = isJsonObject(literal) ? literal["oneOf"] : undefined;
  if (!isJsonArray(open)) return;
  const { pointer } = entry.located;
  moveToAnyOf(
    graph,
    entry,
    draft,
    branches.map((branch, index) => {
      const id = `${index}:${entry.key}`;
      const others = open.filter((_, other) => other !== index);
      const any = graph.define({ key: `others:${id}`, pointer, keywords: { anyOf: others } });
      const own = keyOf(branch);
      const key = graph.define({
        key: `only:${id}`,
        pointer: own === undefined ? pointer : graph.schema(own).pointer,
        keywords:
          others.length === 0 ? { allOf: [branch] } : { allOf: [branch], not: { $ref: any } },
      });
      return { $ref: key };
    }),
  );
}

function moveToAnyOf(graph: SchemaGraph, entry: Entry, draft: Draft, branches: JsonValue): void {
  delete draft["oneOf"];
  if (draft["anyOf"] === undefined) {
    draft["anyOf"] = branches;
    return;
  }
  const { pointer } = entry.located;
  const key = graph.define({ key: `one:${entry.key}`, pointer, keywords: { anyOf: branches } });
  const all = draft["allOf"];
  draft["allOf"] = [...(isJsonArray(all) ? all : []), { $ref: key }];
}
