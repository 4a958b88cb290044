import type { JsonValue } from "../json/json-value.ts";
import { isJsonArray } from "../json/json-value.ts";

/**
 * How a value is read: as an object of OpenAPI or JSON Schema, as a map whose keys are names that
 * the author chose, or as data, in which every difference counts.
 */
export type Reading = "object" | "names" | "data";

/** Members of objects that are words for readers and constrain no message. */
const words: ReadonlySet<string> = new Set([
  "title",
  "summary",
  "description",
  "externalDocs",
  "example",
  "examples",
  "tags",
  "links",
  "$comment",
]);

export function isWord(name: string): boolean {
  return words.has(name);
}

/** Members that hold an object, or a list of objects. */
const objects: ReadonlySet<string> = new Set([
  "schema",
  "items",
  "prefixItems",
  "contains",
  "additionalProperties",
  "propertyNames",
  "unevaluatedItems",
  "unevaluatedProperties",
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "if",
  "then",
  "else",
  "requestBody",
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
  "query",
]);

const maps: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "$defs",
  "definitions",
  "responses",
  "headers",
  "content",
]);

/** What is not known to be an object is data: too strict at worst. */
export function readingBelow(
  reading: Reading,
  name: string,
  value: JsonValue | undefined,
): Reading {
  if (reading !== "object") return reading === "names" ? "object" : "data";
  if (objects.has(name)) return "object";
  // A list in operations, a map in Components and Link Objects.
  if (name === "parameters") return isJsonArray(value) ? "object" : "data";
  return maps.has(name) ? "names" : "data";
}
