import type { JsonObject, JsonValue } from "@flex-channels/document";

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Keywords that say more about a value than its type does, in the order in which they are told. */
const told = [
  "minLength",
  "maxLength",
  "pattern",
  "minimum",
  "exclusiveMinimum",
  "maximum",
  "exclusiveMaximum",
  "multipleOf",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
] as const;

const constraintText = (value: JsonValue | undefined): string =>
  typeof value === "string" ? value : JSON.stringify(value);

/** The constraints of one schema in the words of JSON Schema, or nothing where it has none. */
export const constraintsOf = (schema: JsonObject): string | undefined => {
  const parts = told
    .filter((keyword) => schema[keyword] !== undefined)
    .map((keyword) => `${keyword} ${constraintText(schema[keyword])}`);
  return parts.length === 0 ? undefined : `Constraints: ${parts.join(", ")}.`;
};

/** Where schemas stand, by the name of the member that holds them. */
const holdsSchema: ReadonlySet<string> = new Set(
  "schema items additionalProperties unevaluatedProperties unevaluatedItems contains propertyNames not if then else".split(
    " ",
  ),
);
const holdsSchemaList: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const holdsSchemaMap: ReadonlySet<string> = new Set(
  "schemas properties patternProperties dependentSchemas $defs definitions".split(" "),
);
/** Plain data: what looks like a schema in there is none. */
const holdsData: ReadonlySet<string> = new Set([
  "example",
  "examples",
  "default",
  "enum",
  "const",
  "value",
]);

const mapValues = (
  object: JsonObject,
  change: (value: JsonValue, name: string) => JsonValue,
): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]));

const schemaWithConstraints = (schema: JsonValue): JsonValue => {
  if (!isObject(schema)) return schema;
  const inner = mapValues(schema, schemaMember);
  const constraints = typeof schema["$ref"] === "string" ? undefined : constraintsOf(schema);
  if (constraints === undefined) return inner;
  const description = typeof schema["description"] === "string" ? schema["description"].trim() : "";
  return {
    ...inner,
    description: description === "" ? constraints : `${description}\n\n${constraints}`,
  };
};

const schemaMember = (value: JsonValue, name: string): JsonValue => {
  if (holdsData.has(name) || name.startsWith("x-")) return value;
  if (holdsSchema.has(name)) return schemaWithConstraints(value);
  if (holdsSchemaList.has(name) && Array.isArray(value)) return value.map(schemaWithConstraints);
  if (holdsSchemaMap.has(name) && isObject(value)) return mapValues(value, schemaWithConstraints);
  return value;
};

const member = (value: JsonValue, name: string): JsonValue => {
  if (holdsData.has(name) || name.startsWith("x-")) return value;
  if (holdsSchema.has(name) || holdsSchemaMap.has(name)) return schemaMember(value, name);
  return withConstraints(value);
};

/**
 * The document with each schema's constraints behind its description, so that they reach the doc
 * comments of the generated types, where an editor shows them.
 */
export const withConstraints = (value: JsonValue): JsonValue => {
  if (Array.isArray(value)) return value.map(withConstraints);
  return isObject(value) ? mapValues(value, member) : value;
};
