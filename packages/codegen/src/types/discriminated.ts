import { isJsonObject, own, ownString, parsePointer } from "@flex-channels/document";
import type { JsonObject, JsonValue } from "@flex-channels/document";
import { listOf, textsOf } from "./json-lists.ts";
import { referencePointer } from "../reference-pointer.ts";

const schemaPath = "#/components/schemas/";

const componentOf = (schema: JsonValue | undefined): string | undefined => {
  const reference = ownString(schema, "$ref");
  return reference?.startsWith(schemaPath) === true
    ? parsePointer(referencePointer(reference))?.[2]
    : undefined;
};

interface Discriminator {
  readonly property: string;
  /** What the property may hold, by the component that it then stands for. */
  readonly valuesOf: (component: string) => readonly string[];
}

/** OpenAPI 3.1 §4.8.25: the keys that are mapped to a component, or else the component's name. */
const discriminatorOf = (schema: JsonValue): Discriminator | undefined => {
  const written = own(schema, "discriminator");
  const property = ownString(written, "propertyName");
  if (property === undefined) return undefined;
  const mapping = own(written, "mapping");
  const mapped = isJsonObject(mapping) ? Object.entries(mapping) : [];
  return {
    property,
    valuesOf: (component) => {
      const keys = mapped
        .filter(([, target]) => (componentOf({ $ref: target }) ?? target) === component)
        .map(([key]) => key);
      return keys.length === 0 ? [component] : keys;
    },
  };
};

/** Everything with a discriminator; examples that look like schemas do no harm, they name no component. */
const discriminating = (value: JsonValue, found: JsonObject[] = []): readonly JsonObject[] => {
  if (typeof value !== "object" || value === null) return found;
  if (isJsonObject(value) && isJsonObject(value["discriminator"])) found.push(value);
  for (const member of Object.values(value) as readonly JsonValue[]) discriminating(member, found);
  return found;
};

/** What schemas say of a property in their own words, references not followed. */
const declarationsOf = (schema: JsonValue | undefined, name: string): readonly JsonValue[] => {
  const declared = own(own(schema, "properties"), name);
  const parts = listOf(own(schema, "allOf")).flatMap((part) => declarationsOf(part, name));
  return declared === undefined ? parts : [declared, ...parts];
};

const isFixed = (schema: JsonValue): boolean =>
  own(schema, "enum") !== undefined || own(schema, "const") !== undefined;

/**
 * What a discriminator says of each component that it chooses, as a part of that component: the
 * property is there and holds a value that stands for it. Where the component itself lists the
 * values, its word counts, and where a base lists others, neither is guessed.
 */
export const discriminatedParts = (root: JsonObject): ReadonlyMap<JsonValue, JsonObject> => {
  const holders = discriminating(root);
  if (holders.length === 0) return new Map();
  const written = own(own(root, "components"), "schemas");
  const schemas = new Map(Object.entries(isJsonObject(written) ? written : {}));
  const children = new Map<string, string[]>();
  for (const [name, schema] of schemas) {
    for (const base of listOf(own(schema, "allOf")).flatMap((part) => componentOf(part) ?? [])) {
      children.set(base, [...(children.get(base) ?? []), name]);
    }
  }
  const descendantsOf = (name: string, seen = new Set<string>()): ReadonlySet<string> => {
    for (const child of children.get(name) ?? []) {
      if (seen.has(child)) continue;
      seen.add(child);
      descendantsOf(child, seen);
    }
    return seen;
  };

  const found = new Map<string, Map<string, Set<string>>>();
  const note = (component: string, { property, valuesOf }: Discriminator): void => {
    const properties = found.get(component) ?? new Map<string, Set<string>>();
    const values = properties.get(property) ?? new Set<string>();
    for (const each of [component, ...descendantsOf(component)]) {
      for (const value of valuesOf(each)) values.add(value);
    }
    found.set(component, properties.set(property, values));
  };
  for (const holder of holders) {
    const discriminator = discriminatorOf(holder);
    if (discriminator === undefined) continue;
    const chosen = [...listOf(own(holder, "oneOf")), ...listOf(own(holder, "anyOf"))];
    for (const component of chosen.flatMap((each) => componentOf(each) ?? [])) {
      note(component, discriminator);
    }
    for (const [name, schema] of schemas) {
      if (schema !== holder) continue;
      for (const child of descendantsOf(name)) note(child, discriminator);
    }
  }

  const parts = new Map<JsonValue, JsonObject>();
  for (const [component, properties] of found) {
    const schema = schemas.get(component);
    if (!isJsonObject(schema) || own(schema, "$ref") !== undefined) continue;
    const bases = listOf(own(schema, "allOf")).flatMap((part) => componentOf(part) ?? []);
    const narrowed = [...properties].flatMap(([property, values]) => {
      if (declarationsOf(schema, property).some(isFixed)) return [];
      const listed = bases
        .flatMap((base) => declarationsOf(schemas.get(base), property))
        .map((declared) => schemas.get(componentOf(declared) ?? "") ?? declared)
        .filter(isFixed)
        .map((declared) => new Set(textsOf(own(declared, "enum"))));
      const allowed = [...values].filter((value) => listed.every((list) => list.has(value)));
      return allowed.length === 0 ? [] : [[property, { enum: allowed }] as const];
    });
    if (narrowed.length === 0) continue;
    parts.set(schema, {
      properties: Object.fromEntries(narrowed),
      required: narrowed.map(([property]) => property),
    });
  }
  return parts;
};
