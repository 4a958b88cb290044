import type { Diagnostic } from "./diagnostic.ts";
import type { DiagnosticCode } from "./diagnostic-codes.ts";
import { diagnosticCodes, isAdjustable } from "./diagnostic-codes.ts";
import type { LoadSettings } from "./load-options.ts";
import { defaultHints } from "./default-hints.ts";
import type { SourceLocation } from "./source.ts";

/** A place in the document, as a rule knows it. */
export interface Place {
  readonly pointer: string;
  /** @default "value" */
  readonly at?: "key" | "value";
}

/** What a rule has to say about a place. */
export interface Finding extends Place {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly expected: string;
  /** @default what stands there */
  readonly received?: string | undefined;
  /** @default the hint of the code */
  readonly hint?: string | undefined;
  readonly related?: (Place & { readonly message: string }) | undefined;
}

export type Report = (finding: Finding) => void;

/** Turns findings into diagnostics: severity from the table or the options, range from the source. */
export function createReport(
  severities: LoadSettings["severities"],
  locate: (pointer: string, at: "key" | "value") => SourceLocation,
  excerptAt: (location: SourceLocation) => string,
  add: (diagnostic: Diagnostic) => void,
): Report {
  return ({ code, pointer, at = "value", message, expected, received, hint, related }) => {
    const severity = severityOf(code, severities);
    if (severity === "off") return;
    const location = locate(pointer, at);
    const { file, start, end } = location;
    add({
      code,
      severity,
      message,
      file,
      range: { start, end },
      pointer,
      expected,
      received: received ?? excerptAt(location),
      hint: hint ?? defaultHints[code],
      ...(related === undefined
        ? {}
        : {
            related: [
              {
                message: related.message,
                location: locate(related.pointer, related.at ?? "value"),
              },
            ],
          }),
    });
  };
}

/** The severity that the options give a code, else its usual one. */
export function severityOf(
  code: DiagnosticCode,
  severities: LoadSettings["severities"],
): "error" | "warning" | "off" {
  return (isAdjustable(code) ? severities[code] : undefined) ?? diagnosticCodes[code];
}
