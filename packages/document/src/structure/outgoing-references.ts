import type { JsonObject } from "../json.ts";
import { isJsonObject, own, ownString } from "../json.ts";
import { childPointer } from "../json-pointer.ts";
import type { Located } from "../openapi-document.ts";
import type { ObjectName } from "./shape.ts";

/** A member that leads elsewhere, and what has to stand there. */
export interface OutgoingReference {
  readonly holder: JsonObject;
  /** Pointer of the holder. */
  readonly pointer: string;
  readonly member: string;
  readonly name: ObjectName;
}

/** Whether a value of `mapping` is a URI reference; else it is the name of a component schema. */
export function isMappingReference(target: string): boolean {
  return /[#/]/.test(target);
}

/** The references that an object holds by itself; Reference Objects stand in its place instead. */
export function outgoingReferences(
  name: ObjectName,
  { value, pointer }: Located<JsonObject>,
): readonly OutgoingReference[] {
  const referable = name === "Schema" || name === "Path Item";
  if (referable && ownString(value, "$ref") !== undefined) {
    return [{ holder: value, pointer, member: "$ref", name }];
  }
  if (name === "Link" && ownString(value, "operationRef") !== undefined) {
    return [{ holder: value, pointer, member: "operationRef", name: "Operation" }];
  }
  const mapping = name === "Discriminator" ? own(value, "mapping") : undefined;
  if (!isJsonObject(mapping)) return [];
  return Object.entries(mapping).flatMap(([member, target]): readonly OutgoingReference[] =>
    typeof target === "string" && isMappingReference(target)
      ? [{ holder: mapping, pointer: childPointer(pointer, "mapping"), member, name: "Schema" }]
      : [],
  );
}
