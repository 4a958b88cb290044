import { defaultHints } from "./default-hints.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { excerpt } from "./excerpt.ts";
import { parsePointer } from "./json-pointer.ts";
import type { LoadSettings } from "./load-options.ts";
import { severityOf } from "./report.ts";
import type { LineIndex, Source, SourceLocation } from "./source.ts";
import { createLineIndex } from "./source.ts";
import type { ParsedSource, Span, SyntaxProblem } from "./syntax/parsed-source.ts";

/** The member of the root that holds allowed external files, by path. */
export const externalMember = "x-external";

/** The document's own file and the allowed files that it refers to. */
export interface SourceSet {
  readonly sources: readonly Source[];
  readonly diagnostics: Diagnostic[];
  /** `path` is undefined for the document itself. */
  add(path: string | undefined, source: Source, parsed: ParsedSource): void;
  /** Adds a text that gave no value, to show its lines. */
  addText(source: Source): void;
  /** Reports problems of the text of a source that was added, or is about to be. */
  reportSyntax(source: Source, problems: readonly SyntaxProblem[]): void;
  /** What stands at a place, in a few characters. */
  readonly excerptAt: (location: SourceLocation) => string;
  readonly locate: (pointer: string, at: "key" | "value") => SourceLocation;
}

interface Entry {
  readonly source: Source;
  readonly parsed: ParsedSource;
  readonly lines: LineIndex;
}

export function createSourceSet(settings: LoadSettings): SourceSet {
  const entries = new Map<string | undefined, Entry>();
  const sources: Source[] = [];
  const diagnostics: Diagnostic[] = [];

  const located = (entry: Entry, span: Span): SourceLocation => ({
    file: entry.source.file,
    ...entry.lines.range(span.start, span.end),
  });

  return {
    sources,
    diagnostics,
    add: (path, source, parsed) => {
      sources.push(source);
      entries.set(path, { source, parsed, lines: createLineIndex(source.text) });
    },
    addText: (source) => {
      sources.push(source);
    },
    reportSyntax: (source, problems) => {
      const lines = createLineIndex(source.text);
      for (const problem of problems) {
        const severity = severityOf(problem.code, settings.severities);
        if (severity === "off") continue;
        diagnostics.push(syntaxDiagnostic(source, lines, problem, severity));
      }
    },
    excerptAt: ({ file, start, end }) => {
      const text = sources.find((source) => source.file === file)?.text ?? "";
      return excerpt(text, { start: start.offset, end: end.offset });
    },
    locate: (pointer, at) => {
      const tokens = parsePointer(pointer) ?? [];
      const [first, path, ...rest] = tokens;
      const external = first === externalMember ? entries.get(path) : undefined;
      if (path !== undefined && external !== undefined) {
        return located(external, external.parsed.locate(rest, at));
      }
      const main = entries.get(undefined);
      if (main === undefined) throw new Error("The document itself is added first");
      return located(main, main.parsed.locate(tokens, at));
    },
  };
}

function syntaxDiagnostic(
  { file, text }: Source,
  lines: LineIndex,
  problem: SyntaxProblem,
  severity: "error" | "warning",
): Diagnostic {
  const { code, message, span, expected, received, hint, related } = problem;
  return {
    code,
    severity,
    message,
    file,
    range: lines.range(span.start, span.end),
    expected,
    received: received ?? excerpt(text, span),
    hint: hint ?? defaultHints[code],
    ...(related === undefined
      ? {}
      : {
          related: [
            {
              message: related.message,
              location: { file, ...lines.range(related.span.start, related.span.end) },
            },
          ],
        }),
  };
}
