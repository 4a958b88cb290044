import type * as Cfworker from "@cfworker/json-schema";
import { describeValue } from "../describe-value.ts";
import type { JsonObject, JsonValue } from "../json.ts";
import { isJsonArray, own } from "../json.ts";
import { childValue, parsePointer } from "../json-pointer.ts";
import { loadModule } from "../load-module.ts";

/** Why a value is not valid, and where in it. */
export interface Mismatch {
  /** Pointer from the value. */
  readonly pointer: string;
  readonly at: "key" | "value";
  readonly message: string;
  readonly expected: string;
  readonly received: string;
}

/** What each `$ref` stands for. */
type Definitions = Readonly<Record<string, JsonObject | boolean>>;

/**
 * The one place that knows the validator. It interprets instead of compiling: each schema judges a
 * few examples only, and compiling a thousand schemas takes seconds.
 *
 * @returns Nothing where the value is valid.
 */
export function judgeExample(
  value: JsonValue,
  schema: JsonObject | boolean,
  definitions: Definitions,
): readonly Mismatch[] {
  const { validate }: typeof Cfworker = loadModule("@cfworker/json-schema");
  const result = validate(value, schema, "2020-12", definitions, false);
  return result.valid ? [] : mismatches(result.errors, value, schema, definitions);
}

/** Keywords whose own error only says that something below them is wrong. */
const containers = new Set([
  "$ref",
  "allOf",
  "properties",
  "patternProperties",
  "additionalProperties",
  "unevaluatedProperties",
  "items",
  "prefixItems",
  "unevaluatedItems",
  "dependentSchemas",
  "if",
]);

/** Keywords below which errors are alternatives, and say little by themselves. */
const alternatives = new Set(["anyOf", "oneOf", "not", "contains", "propertyNames"]);

function mismatches(
  errors: readonly Cfworker.OutputUnit[],
  value: JsonValue,
  schema: JsonObject | boolean,
  definitions: Definitions,
): readonly Mismatch[] {
  const seen = new Set<string>();
  const found: Mismatch[] = [];
  let skip: string | undefined;
  for (const { keyword, keywordLocation, instanceLocation } of errors) {
    if (skip !== undefined && keywordLocation.startsWith(skip)) continue;
    const key = `${keywordLocation} ${instanceLocation}`;
    if (containers.has(keyword) || seen.has(key)) continue;
    seen.add(key);
    skip = alternatives.has(keyword) ? `${keywordLocation}/` : undefined;
    const pointer = instanceLocation.slice(1);
    const received = valueIn(value, pointer);
    if (keyword === "false") {
      found.push(nothingAllowed(pointer, received));
      continue;
    }
    const limit = limitAt(keywordLocation.slice(1), schema, definitions);
    found.push(describe(keyword, limit, pointer, received));
  }
  return found;
}

function valueIn(value: JsonValue, pointer: string): JsonValue {
  let found: JsonValue | undefined = value;
  for (const token of parsePointer(pointer) ?? []) found = childValue(found, token);
  return found ?? null;
}

/** The value of the keyword that failed: its location leads through references. */
function limitAt(
  location: string,
  schema: JsonObject | boolean,
  definitions: Definitions,
): JsonValue {
  let found: JsonValue | undefined = schema;
  for (const token of parsePointer(location) ?? []) {
    found = childValue(found, token);
    if (token === "$ref" && typeof found === "string") found = definitions[found];
  }
  return found ?? null;
}

function nothingAllowed(pointer: string, received: JsonValue): Mismatch {
  return {
    pointer,
    at: "key",
    message: "nothing is allowed here",
    expected: "no such member",
    received: describeValue(received),
  };
}

function describe(
  keyword: string,
  limit: JsonValue,
  pointer: string,
  received: JsonValue,
): Mismatch {
  const place = { pointer, at: "value" } as const;
  if (keyword === "required" && isJsonArray(limit)) {
    const missing = limit.filter(
      (name) => typeof name === "string" && own(received, name) === undefined,
    );
    const names = listOf(missing, ", ");
    return {
      ...place,
      message: `${names} ${missing.length === 1 ? "is" : "are"} missing`,
      expected: `the required ${missing.length === 1 ? "property" : "properties"} ${names}`,
      received: describeValue(received),
    };
  }
  const expected = expectation(keyword, limit);
  return {
    ...place,
    message: `${describeValue(received)} is not ${expected}`,
    expected,
    received: describeValue(received),
  };
}

/** A keyword and its value in a few words. */
function expectation(keyword: string, limit: JsonValue): string {
  switch (keyword) {
    case "type":
      return `of type ${listOf(limit, " or ")}`;
    case "enum":
      return `one of ${listOf(limit, ", ")}`;
    case "const":
      return JSON.stringify(limit);
    case "anyOf":
      return "valid in any of the schemas of anyOf";
    case "oneOf":
      return "valid in exactly one of the schemas of oneOf";
    case "not":
      return "outside the schema of not";
    case "pattern":
      return `a match of ${JSON.stringify(limit)}`;
    default:
      return typeof limit === "object"
        ? `as ${keyword} demands`
        : `of ${keyword} ${JSON.stringify(limit)}`;
  }
}

function listOf(limit: JsonValue, separator: string): string {
  const items = isJsonArray(limit) ? limit : [limit];
  const shown = items.slice(0, 10).map((item) => JSON.stringify(item));
  return [...shown, ...(items.length > 10 ? ["…"] : [])].join(separator);
}
