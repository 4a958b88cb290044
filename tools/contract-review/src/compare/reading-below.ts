import { methods } from "@flex-channels/document";
import { type JsonValue, isJsonArray } from "../json/json-value.ts";
import { applicators } from "../schema/graph/keywords.ts";

/**
 * How a value is read: as an object of OpenAPI or JSON Schema, as a map whose keys are names that
 * the author chose, or as data, in which every difference counts.
 */
export type Reading = "object" | "names" | "data";

const subschemas = Object.entries(applicators);

/** Members that hold an object, or a list of objects. */
const objects: ReadonlySet<string> = new Set([
  "schema",
  "requestBody",
  ...methods,
  ...subschemas.flatMap(([keyword, { shape }]) => (shape === "map" ? [] : [keyword])),
]);

const maps: ReadonlySet<string> = new Set([
  "$defs",
  "definitions",
  "responses",
  "headers",
  "content",
  ...subschemas.flatMap(([keyword, { shape }]) => (shape === "map" ? [keyword] : [])),
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
