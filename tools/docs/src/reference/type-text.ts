import type { JsonObject, JsonValue } from "@flex-channels/document";
import { isJsonArray, own, ownString } from "@flex-channels/document";

/** The type of a schema in a line: `string(uri) | null`, `array of integer`, `object`. */
export function typeText(
  schema: JsonObject,
  resolve: (schema: JsonValue) => JsonObject | undefined,
): string {
  const names = typeNames(schema);
  const format = ownString(schema, "format");
  const texts = names.map((name) => {
    if (name === "array") return arrayText(schema, resolve);
    return format === undefined || name === "null" ? name : `${name}(${format})`;
  });
  return texts.length === 0 ? untypedText(schema) : texts.join(" | ");
}

/** Of a schema that names no type: what its other keywords show that it means. */
function untypedText(schema: JsonObject): string {
  if (own(schema, "oneOf") !== undefined) return "one of several";
  if (own(schema, "anyOf") !== undefined) return "any of several";
  const values = own(schema, "enum");
  return isJsonArray(values) || own(schema, "const") !== undefined ? "one value of" : "any";
}

function typeNames(schema: JsonObject): readonly string[] {
  const type = own(schema, "type");
  const implied = own(schema, "properties") === undefined ? [] : ["object"];
  const named = isJsonArray(type) ? type : type === undefined ? implied : [type];
  const names = named.filter((name) => typeof name === "string");
  // OpenAPI 3.0 says "may be null" beside the type.
  const isNullable = own(schema, "nullable") === true && names.length > 0;
  return isNullable && !names.includes("null") ? [...names, "null"] : names;
}

function arrayText(
  schema: JsonObject,
  resolve: (schema: JsonValue) => JsonObject | undefined,
): string {
  const items = own(schema, "items");
  const item = items === undefined ? undefined : resolve(items);
  // One level: what items of items are is told further down.
  return item === undefined ? "array" : `array of ${typeText(item, () => undefined)}`;
}
