import { isJsonObject, own } from "@flex-channels/document";
import type { JsonObject, JsonValue } from "@flex-channels/document";
import { listOf, textsOf } from "./json-lists.ts";

/** Every name that a schema requires whatever its alternatives say, in what it is composed of too. */
const namesNeeded = (schema: JsonValue): readonly string[] =>
  isJsonObject(schema) && own(schema, "$ref") === undefined
    ? [...textsOf(own(schema, "required")), ...listOf(own(schema, "allOf")).flatMap(namesNeeded)]
    : [];

const declaresName = (schema: JsonObject, name: string): boolean => {
  const properties = own(schema, "properties");
  return isJsonObject(properties) && Object.hasOwn(properties, name);
};

const requiring = (schema: JsonObject, names: readonly string[]): JsonObject => {
  const { required: _, ...rest } = schema;
  return names.length === 0 ? rest : { ...rest, required: names };
};

/** The schema without the names in its `required` that are required where they are declared. */
export const withoutNames = (schema: JsonObject, names: ReadonlySet<string>): JsonObject => {
  const required = textsOf(own(schema, "required"));
  const kept = required.filter((name) => !names.has(name) || declaresName(schema, name));
  return kept.length === required.length ? schema : requiring(schema, kept);
};

interface Parts {
  /** The schema itself. */
  readonly own: JsonObject;
  /** The members of its `allOf`. */
  readonly members: readonly JsonValue[];
  /** Names that are required by one part and declared, and so required, by another. */
  readonly required: ReadonlySet<string>;
}

/**
 * The parts of a schema, each name required in the part that declares it: a type has a member or
 * an optional member, and cannot require one that it does not have.
 */
export const requireInParts = (schema: JsonObject): Parts => {
  const needed = new Set(namesNeeded(schema));
  const required = new Set<string>();
  const inPart = (part: JsonValue): JsonValue => {
    if (!isJsonObject(part) || own(part, "$ref") !== undefined) return part;
    const declared = [...needed].filter((name) => declaresName(part, name));
    for (const name of declared) required.add(name);
    const written = textsOf(own(part, "required"));
    const members = listOf(own(part, "allOf"));
    const changed =
      declared.length === 0 ? part : requiring(part, [...new Set([...written, ...declared])]);
    return members.length === 0 ? changed : { ...changed, allOf: members.map(inPart) };
  };
  const { allOf, ...itself } = schema;
  const members = listOf(allOf).map(inPart);
  const declaring = [...needed].filter((name) => declaresName(itself, name));
  for (const name of declaring) required.add(name);
  const names = new Set([...textsOf(own(itself, "required")), ...declaring]);
  const changed = needed.size === 0 ? itself : requiring(itself, [...names]);
  return { own: withoutNames(changed, required), members, required };
};
