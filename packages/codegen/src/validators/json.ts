import { childPointer, type JsonObject, type JsonValue } from "@flex-channels/document";

/** The members in the order of their names: the order in a document means nothing. */
export const members = (value: JsonObject): readonly (readonly [string, JsonValue])[] =>
  Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)));

/** Several reference tokens below a pointer (RFC 6901 §3). */
export const below = (pointer: string, ...path: readonly (string | number)[]): string =>
  path.reduce<string>(childPointer, pointer);
