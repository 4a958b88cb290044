import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "@flex-channels/document";

/** A value read as an object; an empty one where it is none. */
export function objectOrEmpty(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** A value read as a list; an empty one where it is none. */
export function listOrEmpty(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonArray(value) ? value : [];
}
