import {
  formatPointer,
  isJsonObject,
  ownString,
  parsePointer,
  valueAt,
} from "@flex-channels/document";
import type { JsonObject, JsonValue } from "@flex-channels/document";
import { mapObject } from "./map-document.ts";
import type { ObjectKind } from "./map-document.ts";
import { referencePointer } from "./reference-pointer.ts";

const componentsOf: ReadonlySet<string> = new Set(
  "schemas responses parameters requestBodies headers callbacks".split(" "),
);

/** `/components/<kind>/<name>`: a place that has a name of its own in the generated types. */
const isNamed = (tokens: readonly string[]): boolean =>
  tokens.length === 3 && tokens[0] === "components" && componentsOf.has(tokens[1] ?? "");

/**
 * A component that is nothing but a reference, as what it leads to: openapi-typescript follows such a
 * reference in schemas alone.
 */
const withoutAliases = (root: JsonObject): JsonObject => {
  const { components } = root;
  if (!isJsonObject(components)) return root;
  const resolve = (value: JsonValue): JsonValue => {
    let current = value;
    for (let chain = 0; chain < maxChain; chain += 1) {
      const reference = ownString(current, "$ref");
      if (reference === undefined) return current;
      current = valueAt(root, referencePointer(reference)) ?? {};
    }
    return current;
  };
  const changed = Object.entries(components).map(([kind, members]) => {
    if (kind === "schemas" || !componentsOf.has(kind) || !isJsonObject(members)) {
      return [kind, members] as const;
    }
    const entries = Object.entries(members).map(([name, value]) => [name, resolve(value)] as const);
    return [kind, Object.fromEntries(entries)] as const;
  });
  return { ...root, components: Object.fromEntries(changed) };
};

/** Deeper than any document that was loaded nests: references that lead to each other go on forever. */
const maxChain = 300;

export interface NamedDocument {
  readonly document: JsonObject;
  /** Names that were given, by the pointers of the schemas that have them now. */
  readonly given: ReadonlyMap<string, string>;
}

/**
 * The document with every reference leading to a named component, which is all that the generated
 * types can name. A schema that stands anywhere else (in `$defs`, in another file, inside another
 * schema) becomes a component under its pointer, e.g. `x-external/schemas/a.yaml/A`, which no
 * component of the document can be called (OpenAPI 3.1 §4.8.7.1); anything else is written out where
 * it is referred to, path items always, because each operation stands in its own place.
 */
export const withNamedReferences = (written: JsonObject): NamedDocument => {
  const root = withoutAliases(written);
  const hoisted = new Map<string, string>();
  const waiting: (readonly [string, JsonValue])[] = [];

  const nameOf = (tokens: readonly string[]): string => {
    const pointer = formatPointer(tokens);
    const known = hoisted.get(pointer);
    if (known !== undefined) return known;
    const name = tokens.join("/") || "document";
    hoisted.set(pointer, name);
    waiting.push([name, valueAt(root, pointer) ?? {}]);
    return name;
  };

  const enter = (object: JsonObject, kind: ObjectKind): JsonObject => {
    let current = object;
    for (let chain = 0; chain < maxChain; chain += 1) {
      const reference = ownString(current, "$ref");
      if (reference === undefined || !reference.startsWith("#")) return current;
      const tokens = parsePointer(referencePointer(reference));
      if (tokens === undefined) return current;
      if (kind !== "path-item" && isNamed(tokens)) return current;
      if (kind === "schema") {
        const name = nameOf(tokens);
        const pointer = formatPointer(["components", "schemas", name]);
        return { ...current, $ref: `#${pointer.replaceAll("%", "%25")}` };
      }
      const target = valueAt(root, referencePointer(reference));
      if (!isJsonObject(target)) return current;
      const { $ref: _, ...siblings } = current;
      current = { ...target, ...siblings };
    }
    return current;
  };
  // What `$defs` holds has its name now; left there it would become a property of the type.
  const leave = (changed: JsonObject, original: JsonObject, kind: ObjectKind): JsonObject => {
    if (kind !== "schema" || original["$defs"] === undefined) return changed;
    const { $defs: _, ...schema } = changed;
    return schema;
  };

  const changes = { enter, leave };
  const document = mapObject(root, "openapi", changes);
  const schemas: Record<string, JsonValue> = {};
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [name, value] = next;
    schemas[name] = isJsonObject(value) ? mapObject(value, "schema", changes) : value;
  }
  const { pathItems, ...components } = isJsonObject(document["components"])
    ? document["components"]
    : {};
  if (hoisted.size === 0 && pathItems === undefined) return { document, given: hoisted };
  const named = isJsonObject(components["schemas"]) ? components["schemas"] : {};
  const all = Object.entries({ ...named, ...schemas }).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const changed = { ...components, schemas: Object.fromEntries(all) };
  return { document: { ...document, components: changed }, given: hoisted };
};
