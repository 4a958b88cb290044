import type { JsonObject, JsonValue } from "../json/json-value.ts";

/** One named member of a message: the schema of its value and whether it must be there. */
export interface Member {
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonObject;
}

/** Any value at all, in words that both dialects know. */
export const anything: JsonObject = {};

/** The schema at a pointer of the document beside which the message schema stands. */
export function reference(pointer: string | undefined): JsonObject {
  return pointer === undefined ? anything : { $ref: `#${pointer}` };
}

/**
 * An object of named members. A closed one has no others; an open one may, and whoever reads it
 * leaves them aside.
 */
export function record(members: readonly Member[], shape: "open" | "closed"): JsonObject {
  const required: JsonValue[] = members.filter((member) => member.required).map(({ name }) => name);
  return {
    type: "object",
    properties: Object.fromEntries(members.map(({ name, schema }) => [name, schema])),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: shape === "open",
  };
}
