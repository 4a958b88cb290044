import { describeValue, quote } from "../describe-value.ts";
import type { JsonValue } from "../json.ts";
import { isJsonArray } from "../json.ts";
import { childPointer } from "../json-pointer.ts";
import { nearest } from "../nearest.ts";
import type { OpenApiVersion } from "../openapi-document.ts";
import type { Report } from "../report.ts";

const types30 = ["array", "boolean", "integer", "number", "object", "string"];
const types31 = [...types30, "null"];

/** `type`: one name, or since 3.1 a list of names (JSON Schema Validation §6.1.1). */
export function checkTypeKeyword(
  value: JsonValue,
  pointer: string,
  version: OpenApiVersion,
  report: Report,
): void {
  if (version !== "3.0" && isJsonArray(value)) {
    const seen = new Set<JsonValue>();
    for (const [index, item] of value.entries()) {
      checkName(item, childPointer(pointer, index), version, report);
      if (seen.has(item)) {
        report({
          code: "invalid-value",
          pointer: childPointer(pointer, index),
          message: `${describeValue(item)} stands twice in "type"`,
          expected: "each type once",
          received: describeValue(item),
        });
      }
      seen.add(item);
    }
    return;
  }
  if (isJsonArray(value)) {
    report({
      code: "keyword-of-other-version",
      pointer,
      message: '"type" is a list, which OpenAPI 3.0 does not know',
      expected: "one type",
      received: "an array",
      hint: value.includes("null")
        ? "Write the other type and nullable: true, or raise openapi to 3.1.1"
        : "Use oneOf, or raise openapi to 3.1.1",
    });
    return;
  }
  checkName(value, pointer, version, report);
}

function checkName(
  value: JsonValue,
  pointer: string,
  version: OpenApiVersion,
  report: Report,
): void {
  const types = version === "3.0" ? types30 : types31;
  if (typeof value === "string" && types.includes(value)) return;
  const expected = `one of ${types.join(", ")}`;
  if (typeof value !== "string") {
    report({
      code: "wrong-type",
      pointer,
      message: `"type" is ${describeValue(value)}, not the name of a type`,
      expected,
      received: describeValue(value),
      hint: value === null ? 'Put quotes around it: "null"' : undefined,
    });
    return;
  }
  report({
    code: "unknown-type",
    pointer,
    message: `There is no type ${quote(value)}`,
    expected,
    received: quote(value),
    hint: typeHint(value, types),
  });
}

/** Words that other languages use, and what to write instead. */
const otherWords = new Map([
  ["null", "OpenAPI 3.0 has no null type: write nullable: true beside the other type"],
  ["file", "Write type: string with format: binary"],
  ["any", "Leave type out: a schema without it accepts any value"],
  ["int", 'Did you mean "integer"?'],
  ["float", "Write type: number with format: float"],
  ["double", "Write type: number with format: double"],
  ["date", "Write type: string with format: date"],
  ["datetime", "Write type: string with format: date-time"],
  ["date-time", "Write type: string with format: date-time"],
  ["uuid", "Write type: string with format: uuid"],
  ["dict", 'Did you mean "object"?'],
  ["map", 'Did you mean "object"?'],
  ["list", 'Did you mean "array"?'],
]);

function typeHint(value: string, types: readonly string[]): string | undefined {
  const other = otherWords.get(value.toLowerCase());
  if (other !== undefined) return other;
  const near = nearest(value, types);
  return near === undefined ? undefined : `Did you mean ${JSON.stringify(near)}?`;
}
