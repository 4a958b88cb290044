import { type JsonObject, isJsonObject } from "../json/json-value.ts";
import { child } from "../json/pointer.ts";
import { canonicalMediaType } from "./media-type.ts";
import type { Content, Field } from "./operation.ts";
import { type ParameterPlace, serialisationOf } from "./serialisation.ts";
import type { Side } from "./side.ts";

/** A Parameter Object, or a Header Object, which is one without a name and a place. */
export function lowerField(
  place: ParameterPlace,
  name: string,
  key: string,
  { value, pointer }: { readonly value: JsonObject; readonly pointer: string },
): Field {
  return {
    name,
    key,
    required: value["required"] === true || place === "path",
    deprecated: value["deprecated"] === true,
    value,
    pointer,
    ...schemaPointerOf(value, pointer),
    serialisation: serialisationOf(place, value),
  };
}

/** Its schema, or that of its only media type. */
function schemaPointerOf(value: JsonObject, pointer: string): { readonly schemaPointer?: string } {
  if (value["schema"] !== undefined) return { schemaPointer: child(pointer, "schema") };
  const content = value["content"];
  if (!isJsonObject(content)) return {};
  const mediaType = Object.keys(content)[0];
  if (mediaType === undefined) return {};
  const entry = content[mediaType];
  return isJsonObject(entry) && entry["schema"] !== undefined
    ? { schemaPointer: child(pointer, "content", mediaType, "schema") }
    : {};
}

/** Header fields that `in: header` and Header Objects must not describe (OpenAPI 3.1 §4.8.12, §4.8.17). */
const RESERVED_PARAMETERS: ReadonlySet<string> = new Set([
  "accept",
  "content-type",
  "authorization",
]);

export function isReservedHeader(place: string, name: string): boolean {
  return place === "header" && RESERVED_PARAMETERS.has(name.toLowerCase());
}

export function lowerHeaders(side: Side, response: JsonObject, pointer: string): readonly Field[] {
  const headers = response["headers"];
  if (!isJsonObject(headers)) return [];
  return Object.keys(headers).flatMap((name) => {
    if (name.toLowerCase() === "content-type") return [];
    const header = side.follow(child(pointer, "headers", name));
    return header === undefined ? [] : [lowerField("header", name, name.toLowerCase(), header)];
  });
}

export function lowerContent(owner: JsonObject, pointer: string): readonly Content[] {
  const content = owner["content"];
  if (!isJsonObject(content)) return [];
  return Object.entries(content).flatMap(([mediaType, value]) => {
    if (!isJsonObject(value)) return [];
    const at = child(pointer, "content", mediaType);
    return [
      {
        mediaType: canonicalMediaType(mediaType),
        value,
        pointer: at,
        ...(value["schema"] === undefined ? {} : { schemaPointer: child(at, "schema") }),
      },
    ];
  });
}
