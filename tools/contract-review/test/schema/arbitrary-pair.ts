import * as fc from "fast-check";
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../../src/json/json-value.ts";
import { arbitrarySchema } from "./arbitrary-schema.ts";

export type Pair = readonly [JsonObject, JsonObject];

/** Two unrelated schemas; one and the same with more; one with a change somewhere inside. */
export const arbitraryPair: fc.Arbitrary<Pair> = fc
  .tuple(
    arbitrarySchema,
    arbitrarySchema,
    fc.constantFrom("other", "more", "inside"),
    fc.nat(),
    fc.boolean(),
  )
  .map(([one, donor, kind, at, turned]) => {
    const other =
      kind === "other" ? donor : kind === "more" ? { ...one, ...donor } : inside(one, donor, at);
    return turned ? [other, one] : [one, other];
  });

/** The schema with one of its subschemas changed by a keyword of the donor, or robbed of one. */
function inside(schema: JsonObject, donor: JsonObject, at: number): JsonObject {
  const copy: Record<string, JsonValue> = structuredClone(schema);
  const places = schemasIn(copy);
  const place = places[at % places.length] ?? copy;
  const given = Object.entries(donor);
  const [keyword, value] = given[at % given.length] ?? ["title", ""];
  const own = Object.keys(place);
  const lost = own[at % Math.max(1, own.length)];
  if (at % 3 === 0 && lost !== undefined) delete place[lost];
  else place[keyword] = value;
  return copy;
}

const literal = new Set(["enum", "const", "required", "dependentRequired", "type"]);

function schemasIn(schema: Record<string, JsonValue>): Record<string, JsonValue>[] {
  const found = [schema];
  const visit = (value: JsonValue, isMap: boolean): void => {
    if (isJsonArray(value)) for (const item of value) visit(item, false);
    else if (isJsonObject(value)) {
      if (isMap) for (const item of Object.values(value)) visit(item, false);
      else found.push(...schemasIn(value));
    }
  };
  for (const [keyword, value] of Object.entries(schema)) {
    const isMap = ["properties", "patternProperties", "dependentSchemas"].includes(keyword);
    if (!literal.has(keyword)) visit(value, isMap);
  }
  return found;
}
