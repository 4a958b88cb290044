import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../../json/json-value.ts";
import { child } from "../../json/pointer.ts";
import { dialectKeywords } from "./dialect-keywords.ts";
import { selection } from "./discriminator.ts";
import type { Located } from "../schema-source.ts";
import { keyOf } from "./plain-schema.ts";
import type { Entry, SchemaGraph } from "./schema-graph.ts";

type Draft = Record<string, JsonValue>;

/** A branch of a choice as a closed reading sees it. */
export function closedBranch(graph: SchemaGraph, entry: Entry, branch: Located): string {
  if (entry.mode !== "loose") return graph.within(branch, "inner", entry.location);
  const { facts } = graph.location(branch);
  const mode = facts.alwaysDeclares ? "inner" : "loose";
  const key = graph.within(branch, mode, entry.location);
  if (facts.declares || entry.location.facts.opens || !mayBeObject(graph.schema(key).keywords))
    return key;
  // Nothing around the branch and nothing in it declares properties: it is free-form.
  const { pointer } = branch;
  const anything = graph.define({ key: "true", pointer, keywords: true });
  return graph.define({
    key: `free-form:${key}`,
    pointer: graph.schema(key).pointer,
    keywords: { allOf: [{ $ref: key }], additionalProperties: { $ref: anything } },
  });
}

/** Whether the schema's own `type` lets objects in. */
export function mayBeObject(keywords: boolean | JsonObject): boolean {
  if (typeof keywords === "boolean") return keywords;
  const { type } = keywords;
  if (type === undefined) return true;
  return isJsonArray(type) ? type.includes("object") : type === "object";
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
