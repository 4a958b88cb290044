import { describeValue, quote } from "../describe-value.ts";
import type { JsonValue } from "../json.ts";
import { isJsonArray, isJsonObject } from "../json.ts";
import { childPointer } from "../json-pointer.ts";
import type { Report } from "../report.ts";
import { reportWrongType } from "./check-scalar.ts";
import { nameOfPlace } from "./name-of-place.ts";
import type { Shape } from "./shape.ts";

/** Checks what stands in a list or map. */
type CheckMember = (shape: Shape, value: JsonValue, pointer: string) => void;

export function checkList(
  { of, filled, unique }: Extract<Shape, { kind: "list" }>,
  value: JsonValue,
  pointer: string,
  report: Report,
  checkMember: CheckMember,
): void {
  if (!isJsonArray(value)) {
    reportWrongType(report, value, pointer, "an array");
    return;
  }
  if (filled === true && value.length === 0) {
    report({
      code: "invalid-value",
      pointer,
      message: `${nameOfPlace(pointer)} is empty`,
      expected: "at least one item",
      received: "an empty array",
      hint: "Leave it out if there is nothing to say",
    });
  }
  const seen = new Set<JsonValue>();
  for (const [index, item] of value.entries()) {
    const place = childPointer(pointer, index);
    checkMember(of, item, place);
    if (unique === true && seen.has(item)) {
      report({
        code: "invalid-value",
        pointer: place,
        message: `${describeValue(item)} stands twice in ${nameOfPlace(pointer)}`,
        expected: "each item once",
        received: describeValue(item),
      });
    }
    seen.add(item);
  }
}

export function checkMap(
  { of, names }: Extract<Shape, { kind: "map" }>,
  value: JsonValue,
  pointer: string,
  report: Report,
  checkMember: CheckMember,
): void {
  if (!isJsonObject(value)) {
    reportWrongType(report, value, pointer, "an object");
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    const place = childPointer(pointer, name);
    if (names !== undefined && !names.test(name)) {
      report({
        code: "invalid-name",
        pointer: place,
        at: "key",
        message: `A component cannot be named ${quote(name)}`,
        expected: "letters, digits, points, hyphens and underscores",
        received: quote(name),
      });
    }
    checkMember(of, member, place);
  }
}
