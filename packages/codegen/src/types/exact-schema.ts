import { isJsonArray, isJsonObject, own } from "@flex-channels/document";
import type { JsonObject, JsonValue } from "@flex-channels/document";
import { listOf, textsOf } from "./json-lists.ts";
import { objectPart } from "./object-part.ts";
import { requireInParts, withoutNames } from "./required-names.ts";
import { valuesOf } from "./values-of.ts";

// openapi-typescript is exact for schemas of one concern: a type with its members, a reference, a
// union, a list of values. Where a schema has several, it forgets one (what stands beside `$ref`),
// makes a union of what must hold together (`anyOf` beside `properties`) or takes values for schemas
// (`enum` beside `type: object`). So each concern becomes a part of an `allOf`, which is what JSON
// Schema says it is (2020-12 §10.2.1.1), and an intersection in the types.

/** Keywords that make a type; no type could hold what the others say. */
const typing: ReadonlySet<string> = new Set(
  (
    "$ref allOf anyOf oneOf enum const type properties required additionalProperties patternProperties " +
    "items prefixItems minItems maxItems discriminator"
  ).split(" "),
);

/** Beside another keyword each of these is a concern of its own. */
const concerns: ReadonlySet<string> = new Set(
  "allOf anyOf oneOf enum const discriminator patternProperties".split(" "),
);

const ofArrays: ReadonlySet<string> = new Set(["items", "prefixItems", "minItems", "maxItems"]);

const picked = (schema: JsonObject, wanted: (keyword: string) => boolean): JsonObject =>
  Object.fromEntries(Object.entries(schema).filter(([keyword]) => wanted(keyword)));

const never: JsonObject = { enum: [] };

const isPlainObject = (schema: JsonObject): boolean => {
  const properties = own(schema, "properties");
  const additional = own(schema, "additionalProperties");
  const isDeclared = (name: string): boolean =>
    isJsonObject(properties) && Object.hasOwn(properties, name);
  if (!textsOf(own(schema, "required")).every(isDeclared)) return false;
  if (additional === undefined || additional === true) return true;
  return (properties === undefined) !== (additional === false);
};

/** Whether openapi-typescript is exact for the schema as it stands: most are. */
const isPlain = (schema: JsonObject): boolean => {
  const keywords = Object.keys(schema).filter((keyword) => typing.has(keyword));
  if (own(schema, "$ref") !== undefined) return keywords.length === 1;
  const { enum: listed, type } = schema;
  if (isJsonArray(listed) && keywords.length === 2 && typeof type === "string") {
    return type !== "object" && valuesOf(schema)?.length === listed.length;
  }
  if (keywords.some((keyword) => concerns.has(keyword))) {
    return keywords.length === 1 && (schema["anyOf"] ?? schema["oneOf"]) !== undefined;
  }
  return isPlainObject(schema);
};

/** What `type` says, with the members of an object and the items of an array. */
const corePart = (schema: JsonObject, isOld: boolean, isAlone: boolean): JsonObject | undefined => {
  const members = objectPart(schema, isOld, isAlone);
  const hasMembers = Object.keys(members).length > 0;
  const type = own(schema, "type");
  const types = typeof type === "string" ? [type] : textsOf(type);
  if (types.length === 0) return hasMembers ? members : undefined;
  const parts = types.flatMap((each): readonly JsonObject[] => {
    if (each === "array") {
      return [{ type: each, ...picked(schema, (keyword) => ofArrays.has(keyword)) }];
    }
    if (each !== "object") return [{ type: each }];
    // An object of which nothing is told here is whatever the other parts tell.
    return hasMembers || isAlone || types.length > 1 ? [{ type: each, ...members }] : [];
  });
  return parts.length > 1 ? { anyOf: parts } : parts[0];
};

/**
 * A schema that admits the same values, and of which openapi-typescript makes the type of these
 * values. What it holds is not looked at: each schema in it is given here in its turn.
 *
 * @param isOld OpenAPI 3.0, where nothing counts beside `$ref` and patterns of names are unknown.
 * @param more A part that the schema does not state itself.
 */
export const exactSchema = (schema: JsonObject, isOld: boolean, more?: JsonObject): JsonObject => {
  const reference = own(schema, "$ref");
  if (isOld && reference !== undefined) return schema;
  if (more === undefined && isPlain(schema)) return schema;

  const { own: ownPart, members, required } = requireInParts(schema);
  const others: JsonObject[] = reference === undefined ? [] : [{ $ref: reference }];
  for (const member of members) {
    if (member === false) others.push(never);
    if (isJsonObject(member)) others.push(withoutNames(member, required));
  }
  for (const keyword of ["anyOf", "oneOf"] as const) {
    const list: JsonValue | undefined = own(schema, keyword);
    if (isJsonArray(list)) others.push({ [keyword]: listOf(list) });
  }
  if (more !== undefined) others.push(more);
  const told = others.filter((part) => Object.keys(part).some((keyword) => typing.has(keyword)));
  const values = valuesOf(schema);
  const core =
    values === undefined ? corePart(ownPart, isOld, told.length === 0) : { enum: values };
  const parts = core === undefined ? told : [core, ...told];
  const rest = picked(schema, (keyword) => !typing.has(keyword));
  const [first] = parts;
  if (first === undefined) return rest;
  // Beside `$ref` openapi-typescript would not see `nullable`.
  if (parts.length > 1 || own(first, "$ref") !== undefined) return { ...rest, allOf: parts };
  const only = { ...rest, ...first };
  // What an `allOf` held alone stands in its place now, and is a schema that nobody has looked at.
  return members.length > 0 && core === undefined ? exactSchema(only, isOld) : only;
};
