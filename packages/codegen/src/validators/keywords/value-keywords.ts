import { isJsonArray, isJsonObject, type JsonValue, own } from "@flex-channels/document";
import { stringLiteral, valueLiteral } from "../../literal.ts";
import { type Expression, list, runtimeCall } from "../expression.ts";
import { readList } from "../keyword-values.ts";
import { canonicalText } from "../runtime/validation.ts";
import type { Keyword, SchemaContext } from "../schema-context.ts";

const jsonTypes: ReadonlySet<string> = new Set([
  "array",
  "boolean",
  "integer",
  "null",
  "number",
  "object",
  "string",
]);

const isOfType = (value: JsonValue, type: JsonValue): boolean => {
  if (type === "integer") return Number.isInteger(value);
  if (value === null) return type === "null";
  return type === (isJsonArray(value) ? "array" : typeof value);
};

/** The allowed values of `enum` or `const`; one value has a canonical text, so has each of a JSON document. */
const fixedValues = (context: SchemaContext, keyword: string): readonly JsonValue[] | undefined => {
  if (keyword === "enum") return readList(context, "enum");
  const value = own(context.schema, "const");
  return context.dialect === "openapi-3.0" || value === undefined ? undefined : [value];
};

const isNullable = (context: SchemaContext): boolean =>
  context.dialect === "openapi-3.0" && own(context.schema, "nullable") === true;

const composing = ["allOf", "anyOf", "oneOf", "not"];

/**
 * Whether `nullable` must say more than one type more. OpenAPI 3.0.3 gives it no effect without a
 * `type` and none on an `enum`; 3.0.0 let null pass, authors mean it, servers send it and the
 * generated types allow it, so null passes here too, aloud.
 */
export const isNullableBeyondType = (context: SchemaContext): boolean => {
  if (!isNullable(context)) return false;
  const { schema } = context;
  const allowed = own(schema, "enum");
  const isOutsideEnum = isJsonArray(allowed) && !allowed.includes(null);
  const isWithoutType = own(schema, "type") === undefined;
  if (isOutsideEnum || isWithoutType) {
    context.report("nullable", {
      code: "validator-nullable-widened",
      severity: "warning",
      message: isOutsideEnum
        ? 'null passes as "nullable" says, although the "enum" does not list it.'
        : 'null passes as "nullable" says, although OpenAPI 3.0.3 wants a "type" beside it.',
      hint: isOutsideEnum ? 'Add null to the "enum".' : 'Add the "type".',
    });
  }
  return (
    isOutsideEnum || isWithoutType || composing.some((keyword) => Object.hasOwn(schema, keyword))
  );
};

/** `type`, with the `nullable` of OpenAPI 3.0.3 §4.7.24. */
const allowedTypes = (context: SchemaContext): readonly string[] => {
  const written = own(context.schema, "type");
  if (written === undefined) return [];
  const listed = isJsonArray(written) && context.dialect === "2020-12" ? written : [written];
  const known = listed.filter(
    (type): type is string => typeof type === "string" && jsonTypes.has(type),
  );
  if (known.length < listed.length || listed.length === 0) {
    context.report("type", {
      code: "validator-keyword-value",
      severity: "error",
      message: 'The value of "type" is not known; the keyword is not judged.',
      expected: `one of ${[...jsonTypes].join(", ")}`,
      received: JSON.stringify(written),
    });
    return [];
  }
  if (context.dialect === "openapi-3.0" && written === "null") {
    context.report("type", {
      code: "validator-keyword-value",
      severity: "warning",
      message: 'OpenAPI 3.0 has no type "null"; it is judged as in JSON Schema.',
      hint: 'Write "nullable": true beside the other type.',
    });
  }
  return isNullable(context) && !known.includes("null") ? [...known, "null"] : known;
};

const type: Keyword = {
  keywords: ["type"],
  emit: (context) => {
    const types = allowedTypes(context);
    const fixed = fixedValues(context, "const") ?? fixedValues(context, "enum");
    const isImplied = fixed?.every((value) => types.some((each) => isOfType(value, each))) ?? false;
    if (types.length === 0 || isImplied) return [];
    const name = types.some((each) => each === "number" || each === "integer")
      ? "numericType"
      : "type";
    return [runtimeCall(name, ...types.map((each): Expression => [stringLiteral(each)]))];
  },
};

const fixedValue = (keyword: string): Keyword => ({
  keywords: [keyword],
  emit: (context) => {
    const allowed = fixedValues(context, keyword);
    if (allowed === undefined) return [];
    const hasStructure = allowed.some((value) => isJsonObject(value) || isJsonArray(value));
    const literals = allowed.map((value): Expression => [
      hasStructure ? stringLiteral(canonicalText(value) ?? "") : valueLiteral(value),
    ]);
    const name = hasStructure ? "structures" : "values";
    return [runtimeCall(name, [stringLiteral(keyword)], list(literals))];
  },
});

/** Keywords that judge a value of any type. */
export const valueKeywords: readonly Keyword[] = [type, fixedValue("enum"), fixedValue("const")];
