/** Where the subschemas of a keyword stand, and which instance they describe. */
export interface Applicator {
  readonly shape: "schema" | "list" | "map";
  /**
   * `in-place` applies to the instance itself, `child` to an item or a property value, `condition`
   * only asks (its outcome is negated or counted), `name` describes property names.
   */
  readonly applies: "in-place" | "child" | "condition" | "name";
}

type Row = readonly [keyword: string, Applicator["shape"], Applicator["applies"]];

const rows: readonly Row[] = [
  ["allOf", "list", "in-place"],
  ["anyOf", "list", "in-place"],
  ["oneOf", "list", "in-place"],
  ["if", "schema", "condition"],
  ["then", "schema", "in-place"],
  ["else", "schema", "in-place"],
  ["not", "schema", "condition"],
  ["dependentSchemas", "map", "in-place"],
  ["properties", "map", "child"],
  ["patternProperties", "map", "child"],
  ["additionalProperties", "schema", "child"],
  ["unevaluatedProperties", "schema", "child"],
  ["propertyNames", "schema", "name"],
  ["prefixItems", "list", "child"],
  ["items", "schema", "child"],
  ["contains", "schema", "condition"],
  ["unevaluatedItems", "schema", "child"],
];

/** The applicators of JSON Schema 2020-12 (Core §10.2, §10.3, §11). */
export const applicators: Readonly<Record<string, Applicator>> = Object.fromEntries(
  rows.map(([keyword, shape, applies]) => [keyword, { shape, applies }]),
);

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
