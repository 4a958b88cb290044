import type * as CodeFrame from "@babel/code-frame";
import type { Diagnostic } from "./diagnostic.ts";
import { loadModule } from "./load-module.ts";
import type { Source, SourceRange } from "./source.ts";

export interface RenderOptions {
  /**
   * Whether to write ANSI colours.
   * @default false
   */
  readonly color?: boolean;
}

/** Lines shown before and after the place. */
const around = 2;
/** Columns shown of a line: a minified document is one line. */
const widest = 160;

/** Diagnostics as text: `file:line:column`, a code frame, what was expected and received, a hint. */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic<string>[],
  sources: readonly Source[],
  options: RenderOptions = {},
): string {
  const color = options.color ?? false;
  const lines = new Map<string, readonly string[]>();
  const linesOf = (file: string): readonly string[] => {
    const known = lines.get(file);
    if (known !== undefined) return known;
    const split = (sources.find((source) => source.file === file)?.text ?? "").split("\n");
    lines.set(file, split);
    return split;
  };
  const blocks = diagnostics.map((diagnostic) => renderOne(diagnostic, linesOf, color));
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  const counts = [countOf(errors, "error"), countOf(warnings, "warning")].filter(
    (text) => text !== undefined,
  );
  return counts.length === 0 ? "" : `${[...blocks, counts.join(", ")].join("\n\n")}\n`;
}

function countOf(count: number, word: string): string | undefined {
  return count === 0 ? undefined : `${count} ${word}${count === 1 ? "" : "s"}`;
}

function renderOne(
  diagnostic: Diagnostic<string>,
  linesOf: (file: string) => readonly string[],
  color: boolean,
): string {
  const { code, severity, message, file, range, expected, received, hint, related } = diagnostic;
  const paint = (style: number, text: string): string =>
    color ? `\u001B[${style}m${text}\u001B[39m` : text;
  const place = `${printable(file)}:${range.start.line}:${range.start.column}`;
  const head = `${place} ${paint(severity === "error" ? 31 : 33, severity)} ${printable(message)} (${code})`;
  const details = [
    ["expected", expected],
    ["received", received],
    ["hint", hint],
    ...(related ?? []).map(({ message: what, location }) => [
      "see",
      `${location.file}:${location.start.line}:${location.start.column} ${what}`,
    ]),
  ].flatMap(([label = "", text]) =>
    text === undefined ? [] : [`  ${`${label}:`.padEnd(9)} ${printable(text)}`],
  );
  return [head, ...codeFrame(linesOf(file), range, color), ...details].join("\n");
}

function codeFrame(
  lines: readonly string[],
  range: SourceRange,
  color: boolean,
): readonly string[] {
  if (lines.length === 1 && lines[0] === "") return [];
  const { codeFrameColumns }: typeof CodeFrame = loadModule("@babel/code-frame");
  const { line, column } = range.start;
  const first = Math.max(1, line - around);
  // Only what is shown goes in: splitting the whole text for each diagnostic would cost its square.
  const shown = lines.slice(first - 1, line + around);
  const cut = Math.max(0, column - widest / 2);
  const window = shown.map((text) => printable(text.slice(cut, cut + widest).replace(/\r$/, "")));
  const oneLine = range.end.line === line && range.end.column > column;
  const options: CodeFrame.BabelCodeFrameOptions & { readonly startLine: number } = {
    forceColor: color,
    highlightCode: color,
    linesAbove: around,
    linesBelow: around,
    startLine: first,
  };
  const start = { line, column: column - cut };
  const end = { line, column: Math.min(range.end.column - cut, widest + 1) };
  const frame = codeFrameColumns(window.join("\n"), oneLine ? { start, end } : { start }, options);
  return [frame];
}

/**
 * Replaces what a terminal would obey, what nobody sees, and the line ends that only some readers
 * know, one code unit for one so that columns stay.
 */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) =>
    character === "\t" ? " " : "\u{FFFD}".repeat(character.length),
  );
}
