import { type JsonObject, type JsonValue, isJsonObject } from "../json/json-value.ts";
import { child } from "../json/pointer.ts";
import type { Content } from "./operation.ts";
import type { Side } from "./side.ts";

/**
 * How the members of a form are written, without what the defaults say anyway and without what no
 * member is called (OpenAPI 3.1 §4.8.15.1).
 */
export function writtenEncoding(side: Side, { mediaType, value, pointer }: Content): JsonObject {
  const { encoding } = value;
  if (!isJsonObject(encoding)) return {};
  const kept: Record<string, JsonValue> = {};
  for (const [name, entry] of Object.entries(encoding)) {
    if (!isJsonObject(entry)) continue;
    const schema = side.follow(child(pointer, "schema"));
    const property =
      schema === undefined ? undefined : side.follow(child(schema.pointer, "properties", name));
    const told = Object.entries(entry).filter(
      ([member, said]) => !isDefault(mediaType, entry, member, said, property?.value),
    );
    if (told.length > 0) kept[name] = Object.fromEntries(told);
  }
  return kept;
}

function isDefault(
  mediaType: string,
  entry: JsonObject,
  member: string,
  said: JsonValue,
  property: JsonObject | undefined,
): boolean {
  const isUrlEncoded = mediaType.startsWith("application/x-www-form-urlencoded");
  switch (member) {
    case "contentType":
      return said === defaultContentType(property);
    case "headers":
      return isJsonObject(said) && Object.keys(said).length === 0;
    case "allowReserved":
      return isUrlEncoded && said === false;
    case "style":
      return isUrlEncoded && said === "form" && property?.["type"] !== "object";
    case "explode":
      return (
        isUrlEncoded &&
        said === ((entry["style"] ?? "form") === "form") &&
        entry["style"] !== undefined
      );
    default:
      return member === "description" || member.startsWith("x-");
  }
}

function defaultContentType(property: JsonObject | undefined): string | undefined {
  switch (property?.["type"]) {
    case "string":
      return property["format"] === "binary" || property["contentEncoding"] !== undefined
        ? "application/octet-stream"
        : "text/plain";
    case "integer":
    case "number":
    case "boolean":
      return "text/plain";
    case "object":
      return "application/json";
    default:
      return undefined;
  }
}
