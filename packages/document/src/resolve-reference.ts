import type { JsonObject, JsonValue } from "./json.ts";
import { isJsonObject, ownString } from "./json.ts";
import { valueAt } from "./json-pointer.ts";
import type { Located, OpenApiDocument } from "./openapi-document.ts";
import { readReference } from "./references/resolve-text.ts";

/** A pointer or a `$ref` that leads nowhere; a loaded document holds no such `$ref` itself. */
export class ResolutionError extends Error {
  override readonly name = "ResolutionError";
}

/**
 * Follows references until something else stands there.
 *
 * @param at A pointer (RFC 6901), or an object with a `$ref`. What stands beside `$ref` is left to
 *   the caller: it sits at the place that was asked for.
 * @throws {@link ResolutionError} for a pointer that leads nowhere, and for references that lead
 *   only to each other. Neither happens with a `$ref` of a loaded document.
 */
export function resolveReference(
  document: Pick<OpenApiDocument, "value">,
  at: string | JsonObject,
): Located {
  const pointer = typeof at === "string" ? at : targetOf(at);
  if (pointer === undefined) throw new ResolutionError("The object has no $ref");
  const end = follow(document, pointer);
  if (typeof end === "string") throw new ResolutionError(end);
  return end;
}

/** {@link resolveReference} where only an object is of use; undefined where none stands there. */
export function resolveObject(
  document: Pick<OpenApiDocument, "value">,
  pointer: string,
): Located<JsonObject> | undefined {
  const end = follow(document, pointer);
  if (typeof end === "string") return undefined;
  const { value, pointer: target } = end;
  return isJsonObject(value) ? { value, pointer: target } : undefined;
}

/** The end of a chain of references, or what is wrong with it. */
function follow(document: Pick<OpenApiDocument, "value">, from: string): Located | string {
  let seen: Set<string> | undefined;
  for (let pointer = from; ;) {
    const value: JsonValue | undefined = valueAt(document.value, pointer);
    if (value === undefined) return `Nothing stands at ${JSON.stringify(pointer)}`;
    const next: string | undefined = isJsonObject(value) ? targetOf(value) : undefined;
    if (next === undefined) return { value, pointer };
    if (seen?.has(pointer) === true) return `${JSON.stringify(pointer)} refers to itself`;
    seen = (seen ?? new Set()).add(pointer);
    pointer = next;
  }
}

/** The pointer that the `$ref` of an object leads to in one step. */
function targetOf(value: JsonObject): string | undefined {
  const text = ownString(value, "$ref");
  if (text === undefined) return undefined;
  const read = readReference(text, undefined, "");
  return read.kind === "pointer" && read.file === undefined ? read.pointer : undefined;
}
