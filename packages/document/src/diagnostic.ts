import type { DiagnosticCode } from "./diagnostic-codes.ts";
import type { SourceLocation, SourceRange } from "./source.ts";

/** Another place that has to do with the problem, e.g. the first of two equal keys. */
export interface RelatedLocation {
  readonly message: string;
  readonly location: SourceLocation;
}

/** A problem of a document, as data; {@link renderDiagnostics} makes sentences of it. */
export interface Diagnostic<Code extends string = DiagnosticCode> {
  readonly code: Code;
  readonly severity: "error" | "warning";
  /** One sentence without a full stop: what is wrong. */
  readonly message: string;
  readonly file: string;
  readonly range: SourceRange;
  /** RFC 6901 pointer of the place, where the document could be read that far. */
  readonly pointer?: string;
  /** This and the next two are always there where {@link loadDocument} tells of a document. */
  readonly expected?: string;
  readonly received?: string;
  /** What to do. */
  readonly hint?: string;
  readonly related?: readonly RelatedLocation[];
}

/** Errors before warnings; then file by file as `files` lists them, from top to bottom. */
export function sortDiagnostics(
  diagnostics: readonly Diagnostic[],
  files: readonly string[],
): readonly Diagnostic[] {
  const severities = ["error", "warning"];
  return diagnostics.toSorted(
    (left, right) =>
      severities.indexOf(left.severity) - severities.indexOf(right.severity) ||
      files.indexOf(left.file) - files.indexOf(right.file) ||
      left.range.start.offset - right.range.start.offset ||
      left.range.end.offset - right.range.end.offset,
  );
}
