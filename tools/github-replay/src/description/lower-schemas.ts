import type { JsonValue } from "../json.ts";
import { isJsonArray, isJsonObject } from "../json.ts";

/** Objects whose members are named by the author: none of them is a keyword. */
const maps = new Set(["properties", "schemas"]);

/** What validators know the whole document by. */
export const documentId = "github";

/**
 * The schemas of an OpenAPI 3.0 document in the words of JSON Schema 2020-12. References go to the
 * whole document, where components keep their places. Two readings differ from the letter:
 *
 * - An object is closed over the properties that it declares. GitHub ignores what it does not know,
 *   and a misspelt property is exactly what a test must notice.
 * - `oneOf` is read as `anyOf`: the description lists alternatives that overlap, and GitHub's own
 *   answers match several.
 */
export function lowerSchemas(value: JsonValue, isMap = false, isPart = false): JsonValue {
  if (isJsonArray(value)) return value.map((item) => lowerSchemas(item, false, isPart));
  if (!isJsonObject(value)) return value;
  const lowered: Record<string, JsonValue> = {};
  for (const [key, member] of Object.entries(value)) {
    const name = !isMap && key === "oneOf" ? "anyOf" : key;
    lowered[name] = lowerSchemas(member, !isMap && maps.has(key), !isMap && key === "allOf");
  }
  if (isMap) return lowered;
  const reference = value["$ref"];
  if (typeof reference === "string") return { $ref: `${documentId}${reference}` };
  if (isJsonObject(lowered["properties"]) && !isPart && isAlone(lowered)) {
    lowered["additionalProperties"] ??= false;
  }
  if (value["nullable"] !== true) return lowered;
  delete lowered["nullable"];
  return { anyOf: [lowered, { type: "null" }] };
}

/** What a subschema beside it declares, an object must not refuse. */
function isAlone(schema: Readonly<Record<string, JsonValue>>): boolean {
  return !("allOf" in schema || "anyOf" in schema);
}
