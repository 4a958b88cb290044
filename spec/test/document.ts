import { readFileSync } from "node:fs";
import { parse } from "yaml";

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Read without our own loader: the tests of the source trust nothing that is built on it. */
export const document: JsonObject = parse(
  readFileSync(new URL("../openapi.yaml", import.meta.url), "utf8"),
);

export function member(value: Json | undefined, key: string): Json | undefined {
  if (isList(value)) return value[Number(key)];
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The value at an RFC 6901 pointer, or undefined. */
export function at(pointer: string): Json | undefined {
  let value: Json | undefined = document;
  for (const token of pointer.split("/").slice(1)) {
    value = member(value, token.replaceAll("~1", "/").replaceAll("~0", "~"));
  }
  return value;
}

/** The members of the object at a pointer; none where there is no object. */
export function members(pointer: string): readonly (readonly [string, Json])[] {
  const value = at(pointer);
  return isObject(value) ? Object.entries(value) : [];
}

/** Where the reference that may stand at a pointer leads. */
export function followed(pointer: string): string {
  const reference = member(at(pointer), "$ref");
  return typeof reference === "string" ? followed(reference.slice(1)) : pointer;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}
