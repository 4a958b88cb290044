import type { JsonObject, JsonValue } from "@flex-channels/document";

/** The objects of a document that can hold a schema, named as the specification names them. */
export type ObjectKind =
  | "openapi"
  | "components"
  | "path-item"
  | "operation"
  | "callback"
  | "parameter"
  | "request-body"
  | "media-type"
  | "encoding"
  | "response"
  | "header"
  | "schema";

/** One object, a list of them, or a map of them by name. */
type Holding = "one" | "list" | "map";
type Members = Readonly<Record<string, readonly [Holding, ObjectKind]>>;

const holding = (how: Holding, names: string, kind: ObjectKind = "schema"): Members =>
  Object.fromEntries(names.split(" ").map((name) => [name, [how, kind]]));

/** Which member of which object holds what; everything else is text or data. */
const table: Readonly<Record<ObjectKind, Members>> = {
  openapi: {
    paths: ["map", "path-item"],
    webhooks: ["map", "path-item"],
    components: ["one", "components"],
  },
  components: {
    schemas: ["map", "schema"],
    responses: ["map", "response"],
    parameters: ["map", "parameter"],
    requestBodies: ["map", "request-body"],
    headers: ["map", "header"],
    callbacks: ["map", "callback"],
    pathItems: ["map", "path-item"],
  },
  "path-item": {
    ...holding("one", "get put post delete options head patch trace query", "operation"),
    parameters: ["list", "parameter"],
    additionalOperations: ["map", "operation"],
  },
  operation: {
    parameters: ["list", "parameter"],
    requestBody: ["one", "request-body"],
    responses: ["map", "response"],
    callbacks: ["map", "callback"],
  },
  callback: {},
  parameter: { schema: ["one", "schema"], content: ["map", "media-type"] },
  "request-body": { content: ["map", "media-type"] },
  "media-type": {
    schema: ["one", "schema"],
    itemSchema: ["one", "schema"],
    encoding: ["map", "encoding"],
  },
  encoding: { headers: ["map", "header"] },
  response: { headers: ["map", "header"], content: ["map", "media-type"] },
  header: { schema: ["one", "schema"], content: ["map", "media-type"] },
  schema: {
    ...holding(
      "one",
      "items additionalProperties unevaluatedItems unevaluatedProperties contains propertyNames not if then else",
    ),
    ...holding("list", "allOf anyOf oneOf prefixItems"),
    ...holding("map", "properties patternProperties dependentSchemas $defs definitions"),
  },
};

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What is done with each object; a hook that is left out changes nothing. */
export interface Changes {
  /** Before its members: gives another object in its place. */
  readonly enter?: (object: JsonObject, kind: ObjectKind) => JsonObject;
  /** After its members: `changed` is the object with changed members. */
  readonly leave?: (changed: JsonObject, original: JsonObject, kind: ObjectKind) => JsonObject;
}

/** Rebuilds an object of a document of this kind, and what it holds; references are not followed. */
export const mapObject = (
  value: JsonObject,
  kind: ObjectKind,
  { enter, leave }: Changes,
): JsonObject => {
  const mapOne = (each: JsonValue, kindOf: ObjectKind): JsonValue => {
    if (!isObject(each)) return each;
    const original = enter === undefined ? each : enter(each, kindOf);
    const changed: Record<string, JsonValue> = {};
    for (const [name, member] of Object.entries(original)) {
      set(changed, name, mapMember(member, name, kindOf));
    }
    return leave === undefined ? changed : leave(changed, original, kindOf);
  };
  const mapMember = (member: JsonValue, name: string, holder: ObjectKind): JsonValue => {
    // A callback's members are path items, by runtime expression.
    if (holder === "callback") return name.startsWith("x-") ? member : mapOne(member, "path-item");
    const members = table[holder];
    const held = Object.hasOwn(members, name) ? members[name] : undefined;
    if (held === undefined) return member;
    const [how, kindOf] = held;
    if (how === "one") return mapOne(member, kindOf);
    if (how === "list") {
      return Array.isArray(member) ? member.map((each: JsonValue) => mapOne(each, kindOf)) : member;
    }
    return isObject(member) ? mapValues(member, kindOf) : member;
  };
  const mapValues = (map: JsonObject, kindOf: ObjectKind): JsonObject => {
    // Extensions of Paths and Responses are data; a schema may have any name.
    const isData = (name: string): boolean =>
      name.startsWith("x-") && (kindOf === "path-item" || kindOf === "response");
    const changed: Record<string, JsonValue> = {};
    for (const [name, member] of Object.entries(map)) {
      set(changed, name, isData(name) ? member : mapOne(member, kindOf));
    }
    return changed;
  };
  return mapOne(value, kind) as JsonObject;
};

/** An own member whatever its name: assigning to `__proto__` would set a prototype. */
const set = (object: Record<string, JsonValue>, name: string, value: JsonValue): void => {
  if (name === "__proto__") {
    Object.defineProperty(object, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else {
    object[name] = value;
  }
};
