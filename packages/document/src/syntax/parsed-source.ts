import type { DiagnosticCode } from "../diagnostic-codes.ts";
import type { JsonValue } from "../json.ts";

/** From an offset up to, and without, another. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A problem of the text itself, placed by offsets. */
export interface SyntaxProblem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly span: Span;
  readonly expected: string;
  readonly received?: string;
  readonly hint?: string;
  readonly related?: { readonly message: string; readonly span: Span };
}

export interface SyntaxLimits {
  readonly maxDepth: number;
  readonly maxAliasValues: number;
}

/** A text as a JSON value that still knows where each part stands. */
export interface ParsedSource {
  /** Undefined where the text has errors. */
  readonly value: JsonValue | undefined;
  readonly problems: readonly SyntaxProblem[];
  /** The span of the value (or of its key) at a path, else of the nearest place above. */
  readonly locate: (tokens: readonly string[], at: "key" | "value") => Span;
}

export function tooDeep(span: Span, maxDepth: number): SyntaxProblem {
  return {
    code: "nesting-too-deep",
    message: "Objects and arrays nest too deep",
    span,
    expected: `at most ${maxDepth} levels`,
    received: "more",
  };
}

export function duplicateKey(name: string, span: Span, first: Span): SyntaxProblem {
  return {
    code: "duplicate-key",
    message: `Key ${JSON.stringify(name)} stands twice in one object`,
    span,
    expected: "each key once",
    received: `${JSON.stringify(name)} again`,
    related: { message: "first here", span: first },
  };
}

export function loneSurrogate(span: Span): SyntaxProblem {
  return {
    code: "lone-surrogate",
    message: "This text holds half a surrogate pair and cannot be written as UTF-8",
    span,
    expected: "whole characters",
  };
}

/** A text that gave no value. */
export function broken(problems: readonly SyntaxProblem[]): ParsedSource {
  return { value: undefined, problems, locate: () => ({ start: 0, end: 0 }) };
}

export const nothingThere: SyntaxProblem = {
  code: "empty",
  message: "The file holds nothing",
  span: { start: 0, end: 0 },
  expected: "an OpenAPI document",
  received: "nothing",
};
