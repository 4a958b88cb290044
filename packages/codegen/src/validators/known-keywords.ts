import type { Dialect } from "./schema-context.ts";

const words = (text: string): readonly string[] => text.split(/\s+/);

/** Keywords that say something about a value and rule none out, in both dialects. */
const annotations = words(
  "title description default deprecated readOnly writeOnly example discriminator xml externalDocs",
);

/** OpenAPI 3.0.3 §4.7.24, the Schema Object. */
const openapi30 = words(
  "type nullable enum minLength maxLength pattern format minimum exclusiveMinimum maximum exclusiveMaximum " +
    "multipleOf minProperties maxProperties required properties additionalProperties minItems maxItems " +
    "uniqueItems items allOf anyOf oneOf not $ref",
);

/** JSON Schema 2020-12: Core, Validation; `contentSchema` and its like are annotations (Validation §8). */
const draft202012 = words(
  "type enum const minLength maxLength pattern format minimum exclusiveMinimum maximum exclusiveMaximum " +
    "multipleOf minProperties maxProperties required dependentRequired properties patternProperties " +
    "additionalProperties propertyNames dependentSchemas unevaluatedProperties minItems maxItems uniqueItems " +
    "prefixItems items contains minContains maxContains unevaluatedItems allOf anyOf oneOf not if then else " +
    "$ref $dynamicRef $anchor $dynamicAnchor $id $schema $vocabulary $comment $defs definitions examples " +
    "contentEncoding contentMediaType contentSchema",
);

export const knownKeywords: Readonly<Record<Dialect, ReadonlySet<string>>> = {
  "openapi-3.0": new Set([...annotations, ...openapi30]),
  "2020-12": new Set([...annotations, ...draft202012]),
};
