import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  own,
} from "@flex-channels/document";
import type { SchemaContext } from "./schema-context.ts";

type Reader<Value> = (context: SchemaContext, keyword: string) => Value | undefined;

/** Reads a keyword's value; one of another kind is reported and left out. */
const reader =
  <Value extends JsonValue>(
    expected: string,
    isExpected: (value: JsonValue) => value is Value,
  ): Reader<Value> =>
  (context, keyword) => {
    const value = own(context.schema, keyword);
    if (value === undefined || isExpected(value)) return value;
    context.report(keyword, {
      code: "validator-keyword-value",
      severity: "error",
      message: `The value of "${keyword}" is not ${expected}; the keyword is not judged.`,
      expected,
      received: isJsonArray(value) ? "array" : value === null ? "null" : typeof value,
    });
    return undefined;
  };

export const readText: Reader<string> = reader(
  "a string",
  (value): value is string => typeof value === "string",
);

export const readNumber: Reader<number> = reader(
  "a finite number",
  (value): value is number => typeof value === "number" && Number.isFinite(value),
);

export const readDivisor: Reader<number> = reader(
  "a finite number above 0",
  (value): value is number => typeof value === "number" && Number.isFinite(value) && value > 0,
);

export const readCount: Reader<number> = reader(
  "a non-negative integer",
  (value): value is number => typeof value === "number" && Number.isInteger(value) && value >= 0,
);

export const readFlag: Reader<boolean> = reader(
  "true or false",
  (value): value is boolean => typeof value === "boolean",
);

export const readList: Reader<readonly JsonValue[]> = reader("an array", isJsonArray);

export const readMap: Reader<JsonObject> = reader("an object", (value): value is JsonObject =>
  isJsonObject(value),
);

export const readTexts: Reader<readonly string[]> = reader(
  "an array of strings",
  (value): value is readonly string[] =>
    isJsonArray(value) && value.every((each) => typeof each === "string"),
);
