/** Where the subschemas of a keyword stand, and which instance they describe. */
export interface Applicator {
  readonly shape: "schema" | "list" | "map";
  /**
   * `in-place` applies to the instance itself, `child` to an item or a property value, `condition`
   * only asks (its outcome is negated or counted), `name` describes property names.
   */
  readonly applies: "in-place" | "child" | "condition" | "name";
}

/** The applicators of JSON Schema 2020-12 (Core §10.2, §10.3, §11). */
export const applicators: Readonly<Record<string, Applicator>> = {
  allOf: { shape: "list", applies: "in-place" },
  anyOf: { shape: "list", applies: "in-place" },
  oneOf: { shape: "list", applies: "in-place" },
  if: { shape: "schema", applies: "condition" },
  then: { shape: "schema", applies: "in-place" },
  else: { shape: "schema", applies: "in-place" },
  not: { shape: "schema", applies: "condition" },
  dependentSchemas: { shape: "map", applies: "in-place" },
  properties: { shape: "map", applies: "child" },
  patternProperties: { shape: "map", applies: "child" },
  additionalProperties: { shape: "schema", applies: "child" },
  unevaluatedProperties: { shape: "schema", applies: "child" },
  propertyNames: { shape: "schema", applies: "name" },
  prefixItems: { shape: "list", applies: "child" },
  items: { shape: "schema", applies: "child" },
  contains: { shape: "schema", applies: "condition" },
  unevaluatedItems: { shape: "schema", applies: "child" },
};

/** The keywords that assert something without a subschema. */
export const assertions: ReadonlySet<string> = new Set([
  "type",
  "enum",
  "const",
  "multipleOf",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "minLength",
  "maxLength",
  "pattern",
  "format",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minContains",
  "maxContains",
  "minProperties",
  "maxProperties",
  "required",
  "dependentRequired",
]);

/** The keywords that the Schema Object of OpenAPI 3.0 takes over from JSON Schema. */
export const keywordsOf30: ReadonlySet<string> = new Set([
  "type",
  "enum",
  "multipleOf",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "pattern",
  "format",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
  "required",
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "properties",
  "additionalProperties",
  "items",
]);
