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

/**
 * Paths, Responses and Callback Objects hold extensions beside what they hold by name (OpenAPI 3.1
 * §4.9); to what reads the result they would be a path, a response, a path item. Names in Components
 * and Webhooks are free.
 */
const isExtension = (name: string): boolean => name.startsWith("x-");

/** What is done with each object; a hook that is left out changes nothing. */
export interface Changes {
  /** Before its members: gives another object in its place. */
  readonly enter?: (object: JsonObject, kind: ObjectKind) => JsonObject;
  /** After its members: `changed` is the object with changed members. */
  readonly leave?: (changed: JsonObject, original: JsonObject, kind: ObjectKind) => JsonObject;
}

/**
 * Rebuilds an object of a document of this kind, and what it holds; references are not followed, and
 * extensions that stand among paths, responses and callbacks are left out.
 */
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
      if (kindOf === "callback" && isExtension(name)) continue;
      set(changed, name, mapMember(member, name, kindOf));
    }
    return leave === undefined ? changed : leave(changed, original, kindOf);
  };
  const mapMember = (member: JsonValue, name: string, holder: ObjectKind): JsonValue => {
    // A callback's members are path items, by runtime expression.
    if (holder === "callback") return mapOne(member, "path-item");
    const members = table[holder];
    const held = Object.hasOwn(members, name) ? members[name] : undefined;
    if (held === undefined) return member;
    const [how, kindOf] = held;
    if (how === "one") return mapOne(member, kindOf);
    if (how === "list") {
      return Array.isArray(member) ? member.map((each: JsonValue) => mapOne(each, kindOf)) : member;
    }
    if (!isObject(member)) return member;
    const isExtensible = name === "paths" || (name === "responses" && holder === "operation");
    return mapValues(member, kindOf, isExtensible);
  };
  const mapValues = (map: JsonObject, kindOf: ObjectKind, isExtensible: boolean): JsonObject => {
    const changed: Record<string, JsonValue> = {};
    for (const [name, member] of Object.entries(map)) {
      if (isExtensible && isExtension(name)) continue;
      set(changed, name, mapOne(member, kindOf));
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
