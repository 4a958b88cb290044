import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "../json/json-value.ts";
import { child, valueAt } from "../json/pointer.ts";
import type { Located, SchemaSource } from "./schema-source.ts";

const anchorsOf = new WeakMap<object, ReadonlyMap<string, Located>>();

/** Where `reference` leads from `from`: by the source's own resolver, else within its document. */
export function resolveReference(
  source: SchemaSource,
  reference: string,
  from: string,
): Located | undefined {
  if (source.resolve !== undefined) return source.resolve(reference, from);
  if (!reference.startsWith("#")) return undefined;
  const fragment = decodeFragment(reference.slice(1));
  if (fragment === undefined) return undefined;
  if (fragment !== "" && !fragment.startsWith("/")) return anchors(source.root).get(fragment);
  const value = valueAt(source.root, fragment);
  return value === undefined ? undefined : { value, pointer: fragment };
}

function decodeFragment(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}

function anchors(root: JsonValue): ReadonlyMap<string, Located> {
  if (!isJsonObject(root)) return new Map();
  const known = anchorsOf.get(root);
  if (known !== undefined) return known;
  const found = new Map<string, Located>();
  const open: Located[] = [{ value: root, pointer: "" }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (isJsonObject(at.value)) note(at.value, at.pointer, found);
    for (const [key, value] of entries(at.value)) {
      open.push({ value, pointer: child(at.pointer, key) });
    }
  }
  anchorsOf.set(root, found);
  return found;
}

function note(value: JsonObject, pointer: string, found: Map<string, Located>): void {
  const anchor = value["$anchor"];
  if (typeof anchor === "string" && !found.has(anchor)) found.set(anchor, { value, pointer });
}

function entries(value: JsonValue): readonly (readonly [string, JsonValue])[] {
  if (isJsonArray(value)) return value.map((item, index) => [String(index), item] as const);
  return isJsonObject(value) ? Object.entries(value) : [];
}
