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
  let pointer = typeof at === "string" ? at : targetOf(at);
  if (pointer === undefined) throw new ResolutionError("The object has no $ref");
  const seen = new Set<string>();
  for (;;) {
    const value: JsonValue | undefined = valueAt(document.value, pointer);
    if (value === undefined)
      throw new ResolutionError(`Nothing stands at ${JSON.stringify(pointer)}`);
    const next: string | undefined = isJsonObject(value) ? targetOf(value) : undefined;
    if (next === undefined) return { value, pointer };
    if (seen.has(pointer)) throw new ResolutionError(`${JSON.stringify(pointer)} refers to itself`);
    seen.add(pointer);
    pointer = next;
  }
}

/** {@link resolveReference} where only an object is of use; undefined where none stands there. */
export function resolveObject(
  document: Pick<OpenApiDocument, "value">,
  pointer: string,
): Located<JsonObject> | undefined {
  try {
    const { value, pointer: target } = resolveReference(document, pointer);
    return isJsonObject(value) ? { value, pointer: target } : undefined;
  } catch (error) {
    if (error instanceof ResolutionError) return undefined;
    throw error;
  }
}

/** The pointer that the `$ref` of an object leads to in one step. */
function targetOf(value: JsonObject): string | undefined {
  const text = ownString(value, "$ref");
  if (text === undefined) return undefined;
  const read = readReference(text, undefined, "");
  return read.kind === "pointer" && read.file === undefined ? read.pointer : undefined;
}
