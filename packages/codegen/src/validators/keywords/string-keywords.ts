import { stringLiteral } from "../../literal.ts";
import { type Expression, runtimeCall, runtimeValue } from "../expression.ts";
import { annotationFormats, assertedFormats } from "../formats.ts";
import { impliedLength } from "../implied-length.ts";
import { readCount, readText } from "../keyword-values.ts";
import { regularExpressionKind } from "../regular-expression.ts";
import type { Keyword, SchemaContext } from "../schema-context.ts";

/** The arguments of RegExp for a pattern of the document; nothing where no engine of ES2022 reads it. */
export const regularExpressionOperands = (
  context: SchemaContext,
  keyword: string,
  source: string,
): readonly Expression[] => {
  const kind = regularExpressionKind(source);
  if (kind === "unicode") return [[stringLiteral(source)]];
  if (kind === "plain") {
    context.report(keyword, {
      code: "validator-pattern-without-unicode",
      severity: "warning",
      message: `The pattern ${stringLiteral(source)} is read without the "u" flag: only that compiles.`,
      hint: "Escape only what ECMA-262 lets a Unicode pattern escape.",
    });
    return [[stringLiteral(source)], ['""']];
  }
  context.report(keyword, {
    code: "validator-pattern-invalid",
    severity: "error",
    message: `The pattern ${stringLiteral(source)} ${
      kind === "young" ? "needs an engine newer than ES2022" : "is no regular expression"
    }; it is not judged.`,
    expected: "a regular expression of ECMA-262, edition 2022",
  });
  return [];
};

/** Bounds as the runtime's functions take them: the upper one only where there is one. */
export const boundOperands = (
  min: number | undefined,
  max: number | undefined,
): readonly Expression[] | undefined => {
  if ((min ?? 0) === 0 && max === undefined) return undefined;
  return [[String(min ?? 0)], ...(max === undefined ? [] : [[String(max)]])];
};

const length: Keyword = {
  keywords: ["minLength", "maxLength"],
  emit: (context) => {
    const min = readCount(context, "minLength");
    const max = readCount(context, "maxLength");
    const pattern = context.schema["pattern"];
    const implied =
      typeof pattern === "string" && regularExpressionKind(pattern) === "unicode"
        ? impliedLength(pattern)
        : undefined;
    const operands = boundOperands(
      min !== undefined && min <= (implied?.min ?? 0) ? undefined : min,
      max !== undefined && max >= (implied?.max ?? Infinity) ? undefined : max,
    );
    return operands ? [runtimeCall("length", ...operands)] : [];
  },
};

const pattern: Keyword = {
  keywords: ["pattern"],
  emit: (context) => {
    const source = readText(context, "pattern");
    const operands =
      source === undefined ? [] : regularExpressionOperands(context, "pattern", source);
    if (source === undefined || operands.length === 0) return [];
    const isPlain = impliedLength(source) !== undefined;
    return [runtimeCall(isPlain ? "pattern" : "groupedPattern", ...operands)];
  },
};

const format: Keyword = {
  keywords: ["format"],
  emit: (context) => {
    const name = readText(context, "format");
    const asserted = name === undefined ? undefined : assertedFormats.get(name);
    if (asserted !== undefined) return [runtimeValue(asserted)];
    if (name !== undefined && !annotationFormats.has(name)) {
      context.report("format", {
        code: "validator-format-unknown",
        severity: "warning",
        message: `The format ${stringLiteral(name)} is not judged.`,
        expected: `one of ${[...assertedFormats.keys()].join(", ")}`,
      });
    }
    return [];
  },
};

/** Length before pattern: a string that is too long is never searched. */
export const stringKeywords: readonly Keyword[] = [length, pattern, format];
