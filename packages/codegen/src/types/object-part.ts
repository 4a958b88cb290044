import { isJsonObject, own } from "@flex-channels/document";
import type { JsonObject, JsonValue } from "@flex-channels/document";
import { textsOf } from "./json-lists.ts";
import { presentSchema } from "./present-schema.ts";

/** Keywords that hold schemas: what has none of them can be written twice and stays small. */
const holders = [
  "properties",
  "patternProperties",
  "additionalProperties",
  "allOf",
  "anyOf",
  "oneOf",
  "prefixItems",
];

const isFlat = (schema: JsonValue | undefined): schema is JsonObject =>
  isJsonObject(schema) &&
  holders.every((keyword) => own(schema, keyword) === undefined) &&
  (own(schema, "items") === undefined || isFlat(own(schema, "items")));

const isAnything = (schema: JsonValue): boolean =>
  schema === true || (isJsonObject(schema) && Object.keys(schema).length === 0);

/**
 * What the members may be that `properties` does not name. An index signature of TypeScript counts
 * for the named ones too, so it is the union of both.
 */
const indexOf = (
  schema: JsonObject,
  properties: JsonObject,
  isOld: boolean,
): JsonValue | undefined => {
  const additional = own(schema, "additionalProperties");
  const patterns = isOld ? undefined : own(schema, "patternProperties");
  const patterned = isJsonObject(patterns) ? Object.values(patterns) : [];
  if (patterned.length === 0 && (additional === undefined || additional === false))
    return undefined;
  const unnamed = [additional ?? true, ...patterned].filter((each) => each !== false);
  const named = Object.values(properties).filter((each) => each !== false);
  if (unnamed.some(isAnything) || !named.every(isFlat)) return true;
  const distinct = new Map([...unnamed, ...named].map((each) => [JSON.stringify(each), each]));
  const [first, ...more] = distinct.values();
  return more.length === 0 ? first : { anyOf: [...distinct.values()] };
};

/**
 * The members of an object. A required name that no part declares may be anything but missing.
 *
 * @param isAlone No other part tells of members.
 */
export const objectPart = (schema: JsonObject, isOld: boolean, isAlone: boolean): JsonObject => {
  const written = own(schema, "properties");
  const properties: JsonObject = isJsonObject(written) ? written : {};
  const required = textsOf(own(schema, "required"));
  const additional = own(schema, "additionalProperties");
  const other = isFlat(additional) && !isAnything(additional) ? additional : presentSchema;
  const members = [
    ...Object.entries(properties),
    ...required
      .filter((name) => !Object.hasOwn(properties, name))
      .map((name) => [name, other] as const),
  ];
  const index = indexOf(schema, properties, isOld);
  const isEmpty = Object.keys(properties).length === 0;
  const isClosed = additional === false;
  const isObject = own(schema, "type") === "object";
  const open = isEmpty && isAlone && isObject && !isClosed && members.length > 0 ? true : undefined;
  const closed = isClosed && isAlone && members.length === 0 ? { enum: [] } : undefined;
  const additionalProperties = index ?? open ?? closed;
  return {
    ...(members.length === 0 ? {} : { properties: Object.fromEntries(members) }),
    ...(required.length === 0 ? {} : { required }),
    ...(additionalProperties === undefined ? {} : { additionalProperties }),
  };
};
