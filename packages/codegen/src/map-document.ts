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

const operations: Members = Object.fromEntries(
  "get put post delete options head patch trace query"
    .split(" ")
    .map((method) => [method, ["one", "operation"] as const]),
);

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
    ...operations,
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
    allOf: ["list", "schema"],
    anyOf: ["list", "schema"],
    oneOf: ["list", "schema"],
    prefixItems: ["list", "schema"],
    items: ["one", "schema"],
    additionalProperties: ["one", "schema"],
    unevaluatedItems: ["one", "schema"],
    unevaluatedProperties: ["one", "schema"],
    contains: ["one", "schema"],
    propertyNames: ["one", "schema"],
    not: ["one", "schema"],
    if: ["one", "schema"],
    then: ["one", "schema"],
    else: ["one", "schema"],
    properties: ["map", "schema"],
    patternProperties: ["map", "schema"],
    dependentSchemas: ["map", "schema"],
    $defs: ["map", "schema"],
    definitions: ["map", "schema"],
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
  const one = (each: JsonValue, kindOf: ObjectKind): JsonValue => {
    if (!isObject(each)) return each;
    const original = enter === undefined ? each : enter(each, kindOf);
    const members = table[kindOf];
    const changed: Record<string, JsonValue> = {};
    for (const name of Object.keys(original)) {
      const held = Object.hasOwn(members, name) ? members[name] : undefined;
      const value = original[name] as JsonValue;
      const next =
        held === undefined
          ? // A callback's members are path items, by runtime expression.
            kindOf === "callback" && !name.startsWith("x-")
            ? one(value, "path-item")
            : value
          : holding(value, held[0], held[1]);
      set(changed, name, next);
    }
    return leave === undefined ? changed : leave(changed, original, kindOf);
  };
  const holding = (held: JsonValue, how: Holding, kindOf: ObjectKind): JsonValue => {
    if (how === "one") return one(held, kindOf);
    if (how === "list")
      return Array.isArray(held) ? held.map((each: JsonValue) => one(each, kindOf)) : held;
    if (!isObject(held)) return held;
    const map: Record<string, JsonValue> = {};
    for (const name of Object.keys(held)) {
      // Extensions of Paths and Responses are data; a schema may have any name.
      const isData = name.startsWith("x-") && (kindOf === "path-item" || kindOf === "response");
      set(map, name, isData ? (held[name] as JsonValue) : one(held[name] as JsonValue, kindOf));
    }
    return map;
  };
  return one(value, kind) as JsonObject;
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
