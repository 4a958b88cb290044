import type { ParameterSchema } from "@flex-channels/contract";

type Keyword = (schema: ParameterSchema, value: unknown) => boolean;

/** Whether a value keeps a keyword of JSON Schema (2020-12, Validation §6), one row a keyword. */
const keywords: Readonly<Record<Exclude<keyof ParameterSchema, "default" | "items">, Keyword>> = {
  type: ({ type }, value) =>
    type === undefined || [type].flat().some((name) => isOfType(name, value)),
  enum: (schema, value) => schema.enum?.includes(value) ?? true,
  const: (schema, value) => schema.const === undefined || schema.const === value,
  pattern: ({ pattern }, value) =>
    typeof value !== "string" || pattern === undefined || new RegExp(pattern, "u").test(value),
  format: ({ format }, value) =>
    typeof value !== "string" || format === undefined || (formats[format]?.test(value) ?? true),
  minLength: ({ minLength = 0 }, value) => typeof value !== "string" || length(value) >= minLength,
  maxLength: ({ maxLength = Infinity }, value) =>
    typeof value !== "string" || length(value) <= maxLength,
  minimum: ({ minimum = -Infinity }, value) => typeof value !== "number" || value >= minimum,
  maximum: ({ maximum = Infinity }, value) => typeof value !== "number" || value <= maximum,
  exclusiveMinimum: ({ exclusiveMinimum = -Infinity }, value) =>
    typeof value !== "number" || value > exclusiveMinimum,
  exclusiveMaximum: ({ exclusiveMaximum = Infinity }, value) =>
    typeof value !== "number" || value < exclusiveMaximum,
  multipleOf: ({ multipleOf }, value) =>
    typeof value !== "number" || multipleOf === undefined || isMultiple(value, multipleOf),
  minItems: ({ minItems = 0 }, value) => !Array.isArray(value) || value.length >= minItems,
  maxItems: ({ maxItems = Infinity }, value) => !Array.isArray(value) || value.length <= maxItems,
  uniqueItems: ({ uniqueItems }, value) =>
    !Array.isArray(value) || uniqueItems !== true || new Set(value).size === value.length,
};

/** Formats whose grammar fits a pattern; any other is an annotation (Validation §7.2.1). */
const formats: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  "date-time":
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i,
  uuid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
};

/** The first keyword that a value does not keep, or `undefined` for a valid one. */
export function schemaProblem(schema: ParameterSchema, value: unknown): string | undefined {
  const broken = Object.entries(keywords).find(([, keeps]) => !keeps(schema, value));
  if (broken !== undefined) return broken[0];
  if (!Array.isArray(value) || schema.items === undefined) return undefined;
  for (const item of value) {
    const problem = schemaProblem(schema.items, item);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function isOfType(name: string, value: unknown): boolean {
  if (name === "integer") return Number.isInteger(value);
  if (name === "array") return Array.isArray(value);
  if (name === "null") return value === null;
  if (name === "object")
    return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === name;
}

/** Lengths count characters, not UTF-16 units (Validation §6.3.1). */
function length(text: string): number {
  return Array.from(text).length;
}

function isMultiple(value: number, divisor: number): boolean {
  const quotient = value / divisor;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9;
}
