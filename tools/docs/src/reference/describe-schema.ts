import {
  isJsonObject,
  own,
  ownString,
  resolveReference,
  type JsonObject,
  type JsonValue,
  type OpenApiDocument,
} from "@flex-channels/document";
import { constraintsOf } from "./constraints.ts";
import { listOrEmpty, objectOrEmpty } from "./or-empty.ts";
import type { Part, Property, Shape } from "./shape.ts";
import { typeText } from "./type-text.ts";

/** What stands at the end of a reference, and what the references on the way were called. */
interface Followed {
  readonly schema: JsonObject;
  readonly name: string | undefined;
  readonly pointers: readonly string[];
}

/** Reads what a page tells off a schema. A schema inside itself is named and not opened again. */
export function describeSchema(
  document: OpenApiDocument,
  schema: JsonValue,
  open: readonly string[] = [],
): Shape {
  const { schema: found, name, pointers } = follow(document, schema);
  const isOpen = pointers.some((pointer) => open.includes(pointer));
  const inside = [...open, ...pointers];
  const merged = isOpen ? found : mergeAllOf(document, found, inside);
  const resolve = (value: JsonValue): JsonObject => follow(document, value).schema;
  return {
    name,
    type: typeText(merged, resolve),
    description: ownString(merged, "description"),
    constraints: constraintsOf(merged),
    values: listOrEmpty(own(merged, "enum")),
    examples: examplesOf(merged),
    deprecated: own(merged, "deprecated") === true,
    assumed: own(merged, "x-assumed") === true,
    properties: isOpen ? [] : propertiesOf(document, merged, inside),
    parts: isOpen ? [] : partsOf(document, merged, inside),
  };
}

/** Follows `$ref`; in 3.1 what stands beside it counts too (JSON Schema 2020-12 §8.2.3.1). */
function follow(document: OpenApiDocument, schema: JsonValue): Followed {
  if (!isJsonObject(schema)) return { schema: {}, name: undefined, pointers: [] };
  const reference = ownString(schema, "$ref");
  if (reference === undefined) return { schema, name: undefined, pointers: [] };
  const { value, pointer } = resolveReference(document, schema);
  const { $ref: _, ...beside } = schema;
  const name = /^#\/components\/schemas\/([^/]+)$/.exec(reference)?.[1];
  return { schema: { ...objectOrEmpty(value), ...beside }, name, pointers: [pointer] };
}

/** The members of `allOf` read as one schema, which is how a person reads them. */
function mergeAllOf(
  document: OpenApiDocument,
  schema: JsonObject,
  open: readonly string[],
): JsonObject {
  const members = listOrEmpty(own(schema, "allOf"));
  if (members.length === 0) return schema;
  const { allOf: _, ...rest } = schema;
  const parts = members.flatMap((member) => {
    const followed = follow(document, member);
    if (followed.pointers.some((pointer) => open.includes(pointer))) return [];
    return [mergeAllOf(document, followed.schema, [...open, ...followed.pointers])];
  });
  const all = [...parts, rest];
  return {
    ...Object.assign({}, ...all),
    properties: Object.assign({}, ...all.map((part) => own(part, "properties"))),
    required: all.flatMap((part) => listOrEmpty(own(part, "required"))),
  };
}

function propertiesOf(
  document: OpenApiDocument,
  schema: JsonObject,
  open: readonly string[],
): readonly Property[] {
  const properties = objectOrEmpty(own(schema, "properties"));
  const required = listOrEmpty(own(schema, "required"));
  return Object.entries(properties).map(([name, property]) => ({
    name,
    required: required.includes(name),
    shape: describeSchema(document, property, open),
  }));
}

function partsOf(
  document: OpenApiDocument,
  schema: JsonObject,
  open: readonly string[],
): readonly Part[] {
  const items = own(schema, "items");
  const others = own(schema, "additionalProperties");
  const parts = [
    ...listOrEmpty(own(schema, "prefixItems")).map((member, index) => ({
      label: `Item ${String(index + 1)}`,
      schema: member,
    })),
    ...(isJsonObject(items) ? [{ label: "Each item", schema: items }] : []),
    ...(isJsonObject(others) ? [{ label: "Each other property", schema: others }] : []),
    ...["oneOf", "anyOf"].flatMap((keyword) =>
      listOrEmpty(own(schema, keyword)).map((member, index) => ({
        label: `Alternative ${String(index + 1)}`,
        schema: member,
      })),
    ),
  ];
  return parts.map(({ label, schema: part }) => ({
    label,
    shape: describeSchema(document, part, open),
  }));
}

function examplesOf(schema: JsonObject): readonly JsonValue[] {
  const example = own(schema, "example");
  return example === undefined ? listOrEmpty(own(schema, "examples")) : [example];
}
