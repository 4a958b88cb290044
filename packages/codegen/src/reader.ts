import {
  childPointer,
  isJsonObject,
  own,
  ownString,
  resolveReference,
} from "@flex-channels/document";
import type { JsonValue, Located, OpenApiDocument } from "@flex-channels/document";

export const membersOf = (
  value: JsonValue | undefined,
): readonly (readonly [string, JsonValue])[] => (isJsonObject(value) ? Object.entries(value) : []);

/** An example, which may be `null`, apart from none. */
export interface ExampleValue {
  readonly value: unknown;
}

/** Which way a message goes: `readOnly` and `writeOnly` make two types of some schemas. */
export type Direction = "request" | "response";

/** Follows members and references of one document. */
export interface Reader {
  /** The member of that name, with its references followed. */
  readonly member: (holder: Located, name: string) => Located | undefined;
  /** The members of the object of that name, each with its references followed. */
  readonly members: (holder: Located, name: string) => readonly (readonly [string, Located])[];
  /** The type of the schema in `holder`: its own name where it is a named one, else `path`. */
  readonly schemaType: (holder: Located, path: string, direction: Direction) => string;
  /** The first example that `holder` gives, in its own words or in its schema's. */
  readonly example: (holder: Located) => ExampleValue | undefined;
}

/** @param schemaNames Names of the types that named schemas have, by the `$ref` that leads to them. */
export const createReader = (
  document: OpenApiDocument,
  schemaNames: Readonly<Record<Direction, ReadonlyMap<string, string>>>,
): Reader => {
  // Only a reference is looked up from the root: most values stand where they are asked for.
  const child = (holder: Located, name: string, value: JsonValue): Located => {
    const pointer = childPointer(holder.pointer, name);
    return ownString(value, "$ref") === undefined
      ? { value, pointer }
      : resolveReference(document, pointer);
  };

  const member: Reader["member"] = (holder, name) => {
    const value = own(holder.value, name);
    return value === undefined ? undefined : child(holder, name, value);
  };

  const members: Reader["members"] = (holder, name) => {
    const object = member(holder, name);
    return object === undefined
      ? []
      : membersOf(object.value).map(([key, value]) => [key, child(object, key, value)]);
  };

  const schemaType: Reader["schemaType"] = (holder, path, direction) => {
    const reference = ownString(own(holder.value, "schema"), "$ref");
    return (reference === undefined ? undefined : schemaNames[direction].get(reference)) ?? path;
  };

  const givenExample = (located: Located): ExampleValue | undefined => {
    const holder = located.value;
    const example = own(holder, "example");
    if (example !== undefined) return { value: example };
    const examples = own(holder, "examples");
    // A Media Type Object names its examples; a schema lists them.
    if (Array.isArray(examples))
      return examples.length === 0 ? undefined : { value: examples[0] as unknown };
    for (const [, named] of members(located, "examples")) {
      const value = own(named.value, "value");
      if (value !== undefined) return { value };
    }
    return undefined;
  };

  const example: Reader["example"] = (holder) => {
    const schema = member(holder, "schema");
    return givenExample(holder) ?? (schema === undefined ? undefined : givenExample(schema));
  };

  return { member, members, schemaType, example };
};
