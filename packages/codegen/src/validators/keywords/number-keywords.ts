import { own } from "@flex-channels/document";
import { runtimeCall } from "../expression.ts";
import { readDivisor, readFlag, readNumber } from "../keyword-values.ts";
import type { Keyword } from "../schema-context.ts";

/** `exclusiveMinimum` is a limit of its own in 2020-12, and a flag of `minimum` in OpenAPI 3.0. */
const limit = (inclusive: string, exclusive: string): Keyword => ({
  keywords: [inclusive, exclusive],
  emit: (context) => {
    const bound = readNumber(context, inclusive);
    if (context.dialect === "openapi-3.0") {
      const name = readFlag(context, exclusive) === true ? exclusive : inclusive;
      return bound === undefined ? [] : [runtimeCall(name, [String(bound)])];
    }
    const strict = readNumber(context, exclusive);
    return [
      ...(bound === undefined ? [] : [runtimeCall(inclusive, [String(bound)])]),
      ...(strict === undefined ? [] : [runtimeCall(exclusive, [String(strict)])]),
    ];
  },
});

const multipleOf: Keyword = {
  keywords: ["multipleOf"],
  emit: (context) => {
    const divisor = readDivisor(context, "multipleOf");
    // Every integer is a multiple of 1: `type: integer` says the same for less.
    const isImplied = divisor === 1 && own(context.schema, "type") === "integer";
    return divisor === undefined || isImplied ? [] : [runtimeCall("multipleOf", [String(divisor)])];
  },
};

export const numberKeywords: readonly Keyword[] = [
  limit("minimum", "exclusiveMinimum"),
  limit("maximum", "exclusiveMaximum"),
  multipleOf,
];
