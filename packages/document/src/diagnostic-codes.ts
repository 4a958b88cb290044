/**
 * What is always an error: with such a problem a document means nothing definite.
 */
const fixed = {
  "file-missing": "error",
  "file-unreadable": "error",
  "too-large": "error",
  "not-utf-8": "error",
  empty: "error",
  syntax: "error",
  "duplicate-key": "error",
  "several-documents": "error",
  "nesting-too-deep": "error",
  "alias-expansion": "error",
  "merge-key": "error",
  "not-json": "error",
  "key-not-string": "error",
  "lone-surrogate": "error",
  "version-missing": "error",
  "openapi-2": "error",
  "version-unsupported": "error",
  "missing-field": "error",
  "wrong-type": "error",
  "invalid-value": "error",
  "invalid-name": "error",
  "mutually-exclusive": "error",
  "reference-invalid": "error",
  "reference-unknown": "error",
  "reference-external": "error",
  "reference-unreadable": "error",
  "reference-unsupported": "error",
  "reference-cycle": "error",
  "reference-wrong-kind": "error",
  "operation-id-duplicate": "error",
  "path-template": "error",
  "path-parameter-undeclared": "error",
  "path-parameter-optional": "error",
  "parameter-duplicate": "error",
  "security-scheme-unknown": "error",
  "server-variable": "error",
  "unknown-type": "error",
  "invalid-pattern": "error",
} as const;

/** What {@link LoadOptions.severities} may change: the document still means something definite. */
const adjustable = {
  "integer-key": "warning",
  "unknown-field": "error",
  "reference-siblings": "warning",
  "path-conflict": "error",
  "path-parameter-unused": "error",
  "nullable-in-3-1": "error",
  "keyword-of-other-version": "error",
  "unknown-keyword": "warning",
  "pattern-not-unicode": "warning",
  "required-undeclared": "error",
  "required-unlisted": "warning",
  "contradictory-bounds": "warning",
  "example-mismatch": "error",
  "default-mismatch": "warning",
  "example-unchecked": "warning",
} as const;

/** Codes whose severity an option may change. */
export type AdjustableCode = keyof typeof adjustable;
export type DiagnosticCode = keyof typeof fixed | AdjustableCode;

/** Every code with its usual severity; the README shows an example of each. */
export const diagnosticCodes: Readonly<Record<DiagnosticCode, "error" | "warning">> = {
  ...fixed,
  ...adjustable,
};

export function isAdjustable(code: DiagnosticCode): code is AdjustableCode {
  return Object.hasOwn(adjustable, code);
}
