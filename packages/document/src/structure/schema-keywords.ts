import type { OpenApiVersion } from "../openapi-document.ts";
import type { Field, Shape } from "./shape.ts";
import { any, boolean, list, map, object, schema, string } from "./shape.ts";

const only30: readonly OpenApiVersion[] = ["3.0"];
const from31: readonly OpenApiVersion[] = ["3.1", "3.2"];

const count: Shape = { kind: "number", integer: true, minimum: 0 };
const number: Shape = { kind: "number" };
const schemas: Shape = { kind: "list", of: schema, filled: true };
const names: Shape = { kind: "list", of: string, unique: true };

const always = (shape: Shape): Field => ({ shape });
const in30 = (shape: Shape): Field => ({ shape, versions: only30 });
const since31 = (shape: Shape): Field => ({ shape, versions: from31 });

/** A number since 3.1, and in 3.0 a flag beside `maximum` or `minimum`; see {@link keywordShape}. */
const exclusive = always(number);

/**
 * The keywords of a Schema Object: OpenAPI 3.0 §4.7.24; since 3.1 JSON Schema 2020-12 with the
 * base vocabulary of OpenAPI (3.1 §4.8.24).
 */
export const schemaKeywords: ReadonlyMap<string, Field> = new Map([
  ["then", since31(schema)],
  ...Object.entries({
    $ref: always(string),
    $id: since31(string),
    $schema: since31(string),
    $anchor: since31(string),
    $dynamicRef: since31(string),
    $dynamicAnchor: since31(string),
    $vocabulary: since31(map(boolean)),
    $comment: since31(string),
    $defs: since31(map(schema)),

    allOf: always(schemas),
    anyOf: always(schemas),
    oneOf: always(schemas),
    not: always(schema),
    if: since31(schema),
    else: since31(schema),
    dependentSchemas: since31(map(schema)),
    prefixItems: since31(schemas),
    items: always(schema),
    contains: since31(schema),
    properties: always(map(schema)),
    patternProperties: since31(map(schema)),
    additionalProperties: always({ kind: "schema-or-boolean" }),
    propertyNames: since31(schema),
    unevaluatedItems: since31(schema),
    unevaluatedProperties: since31(schema),

    type: always({ kind: "type" }),
    enum: always({ kind: "list", of: any }),
    const: since31(any),
    multipleOf: always({ kind: "number", above: 0 }),
    maximum: always(number),
    exclusiveMaximum: exclusive,
    minimum: always(number),
    exclusiveMinimum: exclusive,
    maxLength: always(count),
    minLength: always(count),
    pattern: always(string),
    maxItems: always(count),
    minItems: always(count),
    uniqueItems: always(boolean),
    maxContains: since31(count),
    minContains: since31(count),
    maxProperties: always(count),
    minProperties: always(count),
    required: always(names),
    dependentRequired: since31(map(names)),

    title: always(string),
    description: always(string),
    default: always(any),
    deprecated: always(boolean),
    readOnly: always(boolean),
    writeOnly: always(boolean),
    examples: since31(list(any)),
    format: always(string),
    contentEncoding: since31(string),
    contentMediaType: since31(string),
    contentSchema: since31(schema),

    nullable: in30(boolean),
    discriminator: always(object("Discriminator")),
    xml: always(object("XML")),
    externalDocs: always(object("External Documentation")),
    example: always(any),
  }),
]);

/** The shape of a keyword in one version. */
export function keywordShape(keyword: string, field: Field, version: OpenApiVersion): Shape {
  if (version === "3.0" && (keyword === "exclusiveMaximum" || keyword === "exclusiveMinimum")) {
    return boolean;
  }
  // Since 3.1 an empty list is discouraged only (JSON Schema Validation §6.1.2, §6.5.3).
  const filled = version === "3.0" && (keyword === "enum" || keyword === "required");
  if (filled && field.shape.kind === "list") return { ...field.shape, filled };
  return field.shape;
}
