import type { JsonObject, JsonValue } from "@flex-channels/document";

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

/**
 * A schema with its constraints behind its description, so that they reach the doc comments of the
 * generated types, where an editor shows them.
 */
export const withConstraints = (schema: JsonObject): JsonObject => {
  const constraints = typeof schema["$ref"] === "string" ? undefined : constraintsOf(schema);
  if (constraints === undefined) return schema;
  const description = typeof schema["description"] === "string" ? schema["description"].trim() : "";
  return {
    ...schema,
    description: description === "" ? constraints : `${description}\n\n${constraints}`,
  };
};
