import { isJsonArray, isJsonObject, type JsonValue, own } from "@flex-channels/document";
import { propertyName, stringLiteral } from "../../literal.ts";
import { call, type Expression, isAnything, list, record, runtimeCall } from "../expression.ts";
import { members } from "../json.ts";
import { readCount, readMap, readTexts } from "../keyword-values.ts";
import type { Keyword, SchemaContext } from "../schema-context.ts";
import { boundOperands, regularExpressionOperands } from "./string-keywords.ts";

const literals = (texts: readonly string[]): readonly Expression[] =>
  texts.map((text) => [stringLiteral(text)]);

/** A property that the other side alone may write is not required here (OpenAPI 3.0.3 §4.7.24.1). */
const isRequiredHere = (context: SchemaContext, name: string): boolean => {
  if (context.direction === "both") return true;
  const flag = context.direction === "request" ? "readOnly" : "writeOnly";
  const properties = own(context.schema, "properties");
  const property = isJsonObject(properties) ? own(properties, name) : undefined;
  return ![property, context.dereference(property)].some(
    (schema) => isJsonObject(schema) && own(schema, flag) === true,
  );
};

const requiredNames = (context: SchemaContext): readonly string[] =>
  (readTexts(context, "required") ?? []).filter((name) => isRequiredHere(context, name));

/** The required names that `properties` does not have; it requires the others itself. */
const required: Keyword = {
  keywords: ["required"],
  emit: (context) => {
    const declared = own(context.schema, "properties");
    const names = requiredNames(context).filter((name) => own(declared, name) === undefined);
    return names.length === 0 ? [] : [runtimeCall("required", list(literals(names)))];
  },
};

const properties: Keyword = {
  keywords: ["properties"],
  emit: (context) => {
    const needed = new Set(requiredNames(context));
    const fields = members(readMap(context, "properties") ?? {})
      .map(([name, schema]) => ({ name, check: context.subschema(["properties", name], schema) }))
      .filter(
        ({ name, check }) => needed.has(name) || !isAnything(check) || context.needsAnnotations(),
      );
    const recordWhere = (isNeeded: boolean): readonly (readonly [string, Expression])[] =>
      fields
        .filter(({ name }) => needed.has(name) === isNeeded)
        .map(({ name, check }) => [propertyName(name), check]);
    const optional = recordWhere(false);
    return fields.length === 0
      ? []
      : [
          runtimeCall(
            "properties",
            record(recordWhere(true)),
            ...(optional.length === 0 ? [] : [record(optional)]),
          ),
        ];
  },
};

/** `new RegExp(…)` of every name in `patternProperties` that is one. */
const patternsOf = (
  context: SchemaContext,
): readonly { source: string; expression: Expression; schema: JsonValue }[] =>
  members(readMap(context, "patternProperties") ?? {}).flatMap(([source, schema]) => {
    const operands = regularExpressionOperands(context, "patternProperties", source);
    const flags: readonly Expression[] = operands.length === 1 ? [['"u"']] : [];
    return operands.length === 0
      ? []
      : [{ source, schema, expression: call("new RegExp", ...operands, ...flags) }];
  });

const patternProperties: Keyword = {
  keywords: ["patternProperties"],
  emit: (context) =>
    patternsOf(context).flatMap(({ source, schema, expression }) => {
      const check = context.subschema(["patternProperties", source], schema);
      return isAnything(check) && !context.needsAnnotations()
        ? []
        : [runtimeCall("patternProperty", expression, check)];
    }),
};

const additionalProperties: Keyword = {
  keywords: ["additionalProperties"],
  emit: (context) => {
    const schema = own(context.schema, "additionalProperties");
    if (schema === undefined) return [];
    const check = context.subschema(["additionalProperties"], schema);
    if (isAnything(check) && !context.needsAnnotations()) return [];
    const names = members(readMap(context, "properties") ?? {}).map(([name]) => name);
    const expressions =
      context.dialect === "openapi-3.0"
        ? []
        : patternsOf(context).map(({ expression }) => expression);
    return [runtimeCall("additionalProperties", list(literals(names)), list(expressions), check)];
  },
};

const propertyNames: Keyword = {
  keywords: ["propertyNames"],
  emit: (context) => {
    const schema = own(context.schema, "propertyNames");
    if (schema === undefined) return [];
    const check = context.subschema(["propertyNames"], schema);
    return isAnything(check) ? [] : [runtimeCall("propertyNames", check)];
  },
};

const propertyCount: Keyword = {
  keywords: ["minProperties", "maxProperties"],
  emit: (context) => {
    const operands = boundOperands(
      readCount(context, "minProperties"),
      readCount(context, "maxProperties"),
    );
    return operands ? [runtimeCall("propertyCount", ...operands)] : [];
  },
};

const dependentRequired: Keyword = {
  keywords: ["dependentRequired"],
  emit: (context) =>
    members(readMap(context, "dependentRequired") ?? {}).flatMap(([name, names]) => {
      if (isJsonArray(names) && names.every((each) => typeof each === "string")) {
        return names.length === 0
          ? []
          : [runtimeCall("dependentRequired", [stringLiteral(name)], list(literals(names)))];
      }
      context.report("dependentRequired", {
        code: "validator-keyword-value",
        severity: "error",
        message: 'A value in "dependentRequired" is not an array of strings; it is not judged.',
        expected: "an array of strings",
      });
      return [];
    }),
};

const dependentSchemas: Keyword = {
  keywords: ["dependentSchemas"],
  emit: (context) =>
    members(readMap(context, "dependentSchemas") ?? {}).map(([name, schema]) =>
      runtimeCall(
        "dependent",
        [stringLiteral(name)],
        context.subschema(["dependentSchemas", name], schema, true),
      ),
    ),
};

export const objectKeywords: readonly Keyword[] = [
  propertyCount,
  required,
  dependentRequired,
  properties,
  patternProperties,
  additionalProperties,
  propertyNames,
  dependentSchemas,
];
