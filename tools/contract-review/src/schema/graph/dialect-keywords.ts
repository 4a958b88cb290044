import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../../json/json-value.ts";
import type { Dialect } from "../schema-source.ts";
import { applicators, assertions, keywordsOf30 } from "./keywords.ts";

/**
 * The keywords of one Schema Object in the words of JSON Schema 2020-12: annotations and malformed
 * keywords are gone, subschemas are untouched.
 */
export function dialectKeywords(schema: JsonObject, dialect: Dialect): JsonObject {
  const plain = dialect === "openapi-3.0" ? from30(schema) : from31(schema);
  const kept: Record<string, JsonValue> = {};
  for (const [keyword, value] of Object.entries(plain)) {
    if (isWellFormed(keyword, value)) kept[keyword] = value;
  }
  return kept;
}

/** What was `format: byte` in OpenAPI 3.0 is `contentEncoding: base64` since (JSON Schema Validation §8.3). */
function from31(schema: JsonObject): JsonObject {
  if (schema["contentEncoding"] !== "base64" || schema["format"] !== undefined) return schema;
  return { ...schema, format: "byte" };
}

/** OpenAPI 3.0.4 §4.7.24: a Reference Object has no siblings; `nullable` widens `type`. */
function from30(schema: JsonObject): JsonObject {
  if (typeof schema["$ref"] === "string") return { $ref: schema["$ref"] };
  const plain: Record<string, JsonValue> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (keywordsOf30.has(keyword)) plain[keyword] = value;
  }
  if (schema["nullable"] === true && typeof plain["type"] === "string") {
    plain["type"] = [plain["type"], "null"];
  }
  exclusive(schema, plain, "minimum", "exclusiveMinimum");
  exclusive(schema, plain, "maximum", "exclusiveMaximum");
  return plain;
}

function exclusive(
  schema: JsonObject,
  plain: Record<string, JsonValue>,
  bound: "minimum" | "maximum",
  modifier: "exclusiveMinimum" | "exclusiveMaximum",
): void {
  const limit = schema[bound];
  if (schema[modifier] !== true || limit === undefined) return;
  plain[modifier] = limit;
  delete plain[bound];
}

function isWellFormed(keyword: string, value: JsonValue): boolean {
  const applicator = applicators[keyword];
  if (applicator !== undefined && Object.hasOwn(applicators, keyword)) {
    if (applicator.shape === "list") return isJsonArray(value) && value.every(isSchema);
    if (applicator.shape === "map")
      return isJsonObject(value) && Object.values(value).every(isSchema);
    return isSchema(value);
  }
  if (keyword === "$ref" || keyword === "$dynamicRef") return typeof value === "string";
  return assertions.has(keyword) && (assertionShapes[keyword] ?? isCount)(value);
}

const isSchema = (value: JsonValue): boolean => typeof value === "boolean" || isJsonObject(value);
const isCount = (value: JsonValue): boolean => typeof value === "number" && value >= 0;
const isNumber = (value: JsonValue): boolean => typeof value === "number" && Number.isFinite(value);
const isString = (value: JsonValue): boolean => typeof value === "string";
const isStrings = (value: JsonValue): boolean => isJsonArray(value) && value.every(isString);

const assertionShapes: Readonly<Record<string, (value: JsonValue) => boolean>> = {
  type: (value) => isString(value) || isStrings(value),
  enum: isJsonArray,
  const: () => true,
  multipleOf: (value) => typeof value === "number" && value > 0,
  minimum: isNumber,
  maximum: isNumber,
  exclusiveMinimum: isNumber,
  exclusiveMaximum: isNumber,
  pattern: isString,
  format: isString,
  uniqueItems: (value) => typeof value === "boolean",
  required: isStrings,
  dependentRequired: (value) => isJsonObject(value) && Object.values(value).every(isStrings),
};
