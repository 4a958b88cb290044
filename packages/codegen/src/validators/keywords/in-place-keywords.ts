import { own } from "@flex-channels/document";
import { anything, type Expression, isAnything, list, runtimeCall } from "../expression.ts";
import { readList, readText } from "../keyword-values.ts";
import type { Keyword, SchemaContext } from "../schema-context.ts";

const reference = (keyword: string): Keyword => ({
  keywords: [keyword],
  emit: (context) => {
    const uri = readText(context, keyword);
    const check = uri === undefined ? undefined : context.referenced(keyword, uri);
    return check === undefined ? [] : [check];
  },
});

const branches = (context: SchemaContext, keyword: string): readonly Expression[] =>
  (readList(context, keyword) ?? []).map((schema, index) =>
    context.subschema([keyword, index], schema, true),
  );

const allOf: Keyword = {
  keywords: ["allOf"],
  emit: (context) => branches(context, "allOf").filter((check) => !isAnything(check)),
};

const choice = (keyword: string): Keyword => ({
  keywords: [keyword],
  emit: (context) => {
    const checks = branches(context, keyword);
    return checks.length === 0 ? [] : [runtimeCall(keyword, list(checks))];
  },
});

const not: Keyword = {
  keywords: ["not"],
  emit: (context) => {
    const schema = own(context.schema, "not");
    return schema === undefined
      ? []
      : [runtimeCall("not", context.subschema(["not"], schema, true))];
  },
};

const conditional: Keyword = {
  keywords: ["if"],
  emit: (context) => {
    const [condition, then, otherwise] = ["if", "then", "else"].map((keyword) => {
      const schema = own(context.schema, keyword);
      return schema === undefined ? undefined : context.subschema([keyword], schema, true);
    });
    const isUseless = [then, otherwise].every((check) => check === undefined || isAnything(check));
    return condition === undefined || (isUseless && !context.needsAnnotations())
      ? []
      : [runtimeCall("conditional", condition, then ?? anything, otherwise ?? anything)];
  },
};

/** Keywords that apply other schemas to the same value (JSON Schema Core §10.2). */
export const inPlaceKeywords: readonly Keyword[] = [
  reference("$ref"),
  reference("$dynamicRef"),
  allOf,
  choice("anyOf"),
  choice("oneOf"),
  not,
  conditional,
];
