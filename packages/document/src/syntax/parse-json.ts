import type * as Jsonc from "jsonc-parser";
import type { JsonValue } from "../json.ts";
import { loadModule } from "../load-module.ts";
import { indexJson } from "./json-index.ts";
import type { ParsedSource, SyntaxLimits, SyntaxProblem } from "./parsed-source.ts";
import { broken, tooDeep } from "./parsed-source.ts";

/** Reads JSON (RFC 8259): the engine's own parser for the value, one scan for positions. */
export function parseJson(text: string, limits: SyntaxLimits): ParsedSource {
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return broken(error instanceof RangeError ? tooDeepAnywhere(limits) : syntaxProblems(text));
  }
  const index = indexJson(text, value, limits.maxDepth);
  return {
    value: index.problems.length === 0 ? value : undefined,
    problems: index.problems,
    locate: index.locate,
  };
}

function tooDeepAnywhere(limits: SyntaxLimits): readonly SyntaxProblem[] {
  return [tooDeep({ start: 0, end: 1 }, limits.maxDepth)];
}

/** What to do about the mistakes that are made most. */
const hints = new Map<string, string>([
  ["PropertyNameExpected", "Remove the comma after the last member, or put quotes around the name"],
  ["ValueExpected", "Remove the comma after the last item, or write the value"],
  ["CommaExpected", "Write a comma between two members or items"],
  ["InvalidCommentToken", "Remove the comment, or rename the file to .yaml and write # comments"],
  ["InvalidEscapeCharacter", "Write a backslash twice"],
]);

/** What a person is told for each of jsonc-parser's codes. */
const sentences = new Map<string, string>([
  ["InvalidSymbol", "This is no JSON value"],
  ["InvalidNumberFormat", "This is no JSON number"],
  ["PropertyNameExpected", "A property name in double quotes is missing"],
  ["ValueExpected", "A value is missing"],
  ["ColonExpected", "A colon is missing"],
  ["CommaExpected", "A comma is missing"],
  ["CloseBraceExpected", "A closing brace is missing"],
  ["CloseBracketExpected", "A closing bracket is missing"],
  ["EndOfFileExpected", "Something stands after the end of the value"],
  ["InvalidCommentToken", "JSON has no comments"],
  ["UnexpectedEndOfComment", "JSON has no comments"],
  ["UnexpectedEndOfString", "A closing quote is missing"],
  ["UnexpectedEndOfNumber", "This number is not complete"],
  ["InvalidUnicode", "This is no valid \\u escape"],
  ["InvalidEscapeCharacter", "JSON does not know this escape"],
  ["InvalidCharacter", "A control character must be escaped in a string"],
]);

function syntaxProblems(text: string): readonly SyntaxProblem[] {
  const { printParseErrorCode, visit }: typeof Jsonc = loadModule("jsonc-parser");
  const problems: SyntaxProblem[] = [];
  const looksLikeJson = /^\s*[{[]/.test(text);
  const onError = (error: Jsonc.ParseErrorCode, offset: number, length: number): void => {
    const name: string = printParseErrorCode(error);
    const last = problems.at(-1);
    // Fault tolerance reports what follows from an error at the same place again.
    if (last !== undefined && last.span.end >= offset) return;
    const hint = looksLikeJson
      ? hints.get(name)
      : "YAML in a file named .json? Rename the file to .yaml";
    problems.push({
      code: "syntax",
      message: sentences.get(name) ?? "This is no JSON",
      span: { start: offset, end: Math.min(offset + Math.max(length, 1), text.length) },
      expected: "JSON (RFC 8259)",
      ...(hint === undefined ? {} : { hint }),
    });
  };
  try {
    visit(text, { onError }, { disallowComments: true });
  } catch (error) {
    // jsonc-parser recurses; a broken text that also nests without end is reported as far as read.
    if (!(error instanceof RangeError)) throw error;
  }
  if (problems.length > 0) return problems;
  return [
    {
      code: "syntax",
      message: "The text is no JSON",
      span: { start: 0, end: Math.min(1, text.length) },
      expected: "JSON (RFC 8259)",
    },
  ];
}
