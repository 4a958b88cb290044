import type { Segment } from "./segment.ts";
import { shorten, visibleBlock, visibleText } from "./visible-text.ts";

/**
 * Text of a document inside Markdown: as a code span, in which nothing is markup, no `@name` is a
 * mention and no `#1` a link. The fence is longer than any run of backticks inside (CommonMark
 * §6.1), and line ends are gone.
 */
export function codeSpan(text: string, most = 200): string {
  const shown = visibleText(shorten(text, most));
  if (shown.trim() === "") return "(empty)";
  const fence = "`".repeat(longestRun(shown) + 1);
  const pad = /^`|`$|^ .* $/.test(shown) ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** Text of a document as a fenced block (CommonMark §4.5). */
export function codeBlock(text: string, language = ""): string {
  const shown = visibleBlock(text);
  const fence = "`".repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}${language}\n${shown}\n${fence}`;
}

/** A code span within a cell of a table, where a bar would end the cell even in code (GFM §4.10). */
export function cellSpan(text: string, most = 120): string {
  return codeSpan(text, most).replaceAll("|", "\\|");
}

export function markdownSentence(segments: readonly Segment[]): string {
  return segments.map(({ kind, text }) => (kind === "quote" ? codeSpan(text) : text)).join("");
}

/**
 * Words that people wrote (a waiver's reason): shown as text, with all that Markdown, HTML and
 * GitHub would read as more taken out of it.
 */
export function plainMarkdown(text: string, most = 300): string {
  return visibleText(shorten(text, most))
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(
      /[\\`*_{}[\]#|~:@/]|\.(?=\S)/g,
      (character) => `&#${String(character.codePointAt(0) ?? 0)};`,
    );
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
