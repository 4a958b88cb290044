import { describeValue, quote } from "../describe-value.ts";
import type { JsonValue } from "../json.ts";
import { didYouMean } from "../nearest.ts";
import type { Report } from "../report.ts";
import { nameOfPlace } from "./name-of-place.ts";
import type { Shape } from "./shape.ts";

/** Says that another kind of value stands there. */
export function reportWrongType(
  report: Report,
  value: JsonValue,
  pointer: string,
  expected: string,
  hint?: string,
): void {
  report({
    code: "wrong-type",
    pointer,
    message: `${nameOfPlace(pointer)} is ${describeValue(value)}, not ${expected}`,
    expected,
    received: describeValue(value),
    hint,
  });
}

export function checkString(
  { values }: Extract<Shape, { kind: "string" }>,
  value: JsonValue,
  pointer: string,
  report: Report,
): void {
  if (typeof value !== "string") {
    const scalar = typeof value === "number" || typeof value === "boolean" || value === null;
    const hint = scalar ? "Put quotes around it" : undefined;
    reportWrongType(report, value, pointer, "a string", hint);
    return;
  }
  if (values === undefined || values.includes(value)) return;
  report({
    code: "invalid-value",
    pointer,
    message: `${nameOfPlace(pointer)} cannot be ${quote(value)}`,
    expected: `one of ${values.join(", ")}`,
    received: quote(value),
    hint: didYouMean(value, values),
  });
}

export function checkNumber(
  { integer, above, minimum }: Extract<Shape, { kind: "number" }>,
  value: JsonValue,
  pointer: string,
  report: Report,
): void {
  const expected = [
    integer === true ? "an integer" : "a number",
    ...(above === undefined ? [] : [`above ${above}`]),
    ...(minimum === undefined ? [] : [`of ${minimum} or more`]),
  ].join(" ");
  if (typeof value !== "number") {
    reportWrongType(report, value, pointer, expected, numberHint(value, pointer));
    return;
  }
  const fits =
    Number.isFinite(value) &&
    (integer !== true || Number.isInteger(value)) &&
    (above === undefined || value > above) &&
    (minimum === undefined || value >= minimum);
  if (fits) return;
  report({
    code: "invalid-value",
    pointer,
    message: `${nameOfPlace(pointer)} cannot be ${value}`,
    expected,
    received: String(value),
  });
}

function numberHint(value: JsonValue, pointer: string): string | undefined {
  if (typeof value === "string") return "Remove the quotes";
  if (typeof value === "boolean" && /\/exclusiveM(?:ax|in)imum$/.test(pointer)) {
    return "Since OpenAPI 3.1 it is the bound itself: exclusiveMaximum: 10 instead of maximum: 10";
  }
  return undefined;
}
