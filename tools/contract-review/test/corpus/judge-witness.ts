import { Ajv2020 } from "ajv/dist/2020.js";
import formatsPlugin from "ajv-formats";
import {
  type JsonObject,
  type JsonValue,
  isJsonArray,
  isJsonObject,
} from "../../src/json/json-value.ts";

const ajv = new Ajv2020({ strict: false, validateSchema: false });
formatsPlugin.default(ajv);

/**
 * Whether a value is one of `#/components/schemas/Body`, by a validator that the tool does not use
 * and by a reading of OpenAPI 3.0 that shares no code with it.
 */
export function isBody(document: JsonObject, body: JsonValue): boolean {
  const { components, openapi } = document;
  const schemas = isJsonObject(components) ? components["schemas"] : undefined;
  const isOld = typeof openapi === "string" && openapi.startsWith("3.0");
  const $defs = isJsonObject(schemas)
    ? Object.fromEntries(
        Object.entries(schemas).map(([name, schema]) => [name, read(schema, isOld)]),
      )
    : {};
  return ajv.validate({ $defs, $ref: "#/$defs/Body" }, body);
}

function read(schema: JsonValue, isOld: boolean): JsonValue {
  if (isJsonArray(schema)) return schema.map((item) => read(item, isOld));
  if (!isJsonObject(schema)) return schema;
  const { $ref } = schema;
  if (typeof $ref === "string") {
    const target = { $ref: $ref.replace("#/components/schemas/", "#/$defs/") };
    if (isOld) return target;
    return { ...readMembers(schema, isOld), ...target };
  }
  return isOld ? readOld(readMembers(schema, isOld)) : readMembers(schema, isOld);
}

function readMembers(schema: JsonObject, isOld: boolean): JsonObject {
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [
      keyword,
      keyword === "enum" || keyword === "const" || keyword === "discriminator"
        ? value
        : read(value, isOld),
    ]),
  );
}

function readOld({ nullable, ...schema }: JsonObject): JsonObject {
  const { type, minimum, maximum, exclusiveMinimum, exclusiveMaximum, ...rest } = schema;
  const bound = (name: string, value: JsonValue | undefined, isExcluded: JsonValue | undefined) =>
    value === undefined
      ? {}
      : {
          [isExcluded === true ? `exclusive${name.charAt(0).toUpperCase()}${name.slice(1)}` : name]:
            value,
        };
  return {
    ...rest,
    ...(type === undefined ? {} : { type: nullable === true ? [type, "null"] : type }),
    ...bound("minimum", minimum, exclusiveMinimum),
    ...bound("maximum", maximum, exclusiveMaximum),
  };
}
