import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  own,
} from "@flex-channels/document";
import { below } from "./json.ts";

/** Names given by `$anchor` and `$dynamicAnchor`, and the pointers of the schemas that bear them. */
export type Anchors = ReadonlyMap<string, readonly string[]>;

/** Looks through a whole document, with a stack of its own: documents nest deeper than calls may. */
export const findAnchors = (root: JsonObject): Anchors => {
  const anchors = new Map<string, string[]>();
  const pending: { value: JsonValue; pointer: string }[] = [{ value: root, pointer: "" }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, pointer } = next;
    if (isJsonArray(value)) {
      value.forEach((item, index) => pending.push({ value: item, pointer: below(pointer, index) }));
    } else if (isJsonObject(value)) {
      for (const keyword of ["$anchor", "$dynamicAnchor"]) {
        const name = own(value, keyword);
        if (typeof name === "string") anchors.set(name, [...(anchors.get(name) ?? []), pointer]);
      }
      for (const [name, each] of Object.entries(value)) {
        pending.push({ value: each, pointer: below(pointer, name) });
      }
    }
  }
  return anchors;
};

/**
 * The pointer that a `$ref` or `$dynamicRef` means. Only fragments: a validator is made from one
 * document. A dynamic reference is static where its anchor stands in one place only.
 */
export const resolveUri = (
  uri: string,
  anchors: () => Anchors,
): { readonly pointer: string } | { readonly problem: string } => {
  if (!uri.startsWith("#")) return { problem: "it leads out of the document" };
  let fragment: string;
  try {
    fragment = decodeURIComponent(uri.slice(1));
  } catch {
    return { problem: "its fragment is not percent-encoded UTF-8" };
  }
  if (fragment === "" || fragment.startsWith("/")) return { pointer: fragment };
  const [pointer, ...others] = anchors().get(fragment) ?? [];
  if (pointer === undefined) return { problem: "there is no such anchor" };
  return others.length === 0 ? { pointer } : { problem: "its anchor stands in several places" };
};
