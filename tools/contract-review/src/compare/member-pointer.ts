import type { Located } from "@flex-channels/document";
import type { JsonObject } from "../json/json-value.ts";
import { child } from "../json/pointer.ts";

/** Where a member of an object stands, and the object itself where it has no such member. */
export function memberPointer({ value, pointer }: Located<JsonObject>, name: string): string {
  return Object.hasOwn(value, name) ? child(pointer, name) : pointer;
}
