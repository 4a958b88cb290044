import type { Diagnostic, OpenApiDocument } from "@flex-channels/document";
import type { ValidatorDiagnosticCode } from "./validators/validator-diagnostic.ts";

export type GenerateDiagnosticCode = ValidatorDiagnosticCode | "method-name-taken";

/** A problem of a sound document that code cannot be generated for, or not all of it. */
export type GenerateDiagnostic = Diagnostic<GenerateDiagnosticCode>;

/** A problem and where it is in the document's value; its place in the source is looked up last. */
export interface UnlocatedDiagnostic {
  readonly code: GenerateDiagnosticCode;
  readonly severity: "error" | "warning";
  readonly pointer: string;
  readonly message: string;
  readonly expected?: string;
  readonly received?: string;
  readonly hint?: string;
}

/** Adds the place in the source; errors come before warnings, each from top to bottom. */
export const locateDiagnostics = (
  document: OpenApiDocument,
  found: readonly UnlocatedDiagnostic[],
): readonly GenerateDiagnostic[] => {
  const distinct = [
    ...new Map(found.map((each) => [`${each.code} ${each.pointer}`, each])).values(),
  ];
  return distinct
    .map((each) => {
      const { file, start, end } = document.locate(each.pointer);
      return { ...each, file, range: { start, end } };
    })
    .toSorted(
      (a, b) =>
        Number(a.severity === "warning") - Number(b.severity === "warning") ||
        a.range.start.offset - b.range.start.offset,
    );
};
