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
 * Words that people wrote (a waiver's reason). GitHub looks for mentions, references, commits and
 * addresses in the text that Markdown and its escapes have become, and in everything but code: so
 * words that hold nothing of the kind stand as they are, and all others in a code span.
 */
export function plainMarkdown(text: string, most = 300): string {
  const shown = visibleText(shorten(text, most));
  return isPlain(shown) ? shown : codeSpan(shown, shown.length);
}

function isPlain(text: string): boolean {
  return (
    /^[\p{L}\p{N} ,;.!?'"()%+…-]+$/u.test(text) &&
    // A word that is followed by a dot and another word may be an address; `GH-1` is an issue, and
    // seven hexadecimal digits may be a commit.
    !/\.[\p{L}\p{N}]|GH-\d|\b[0-9a-f]{7,}\b/iu.test(text)
  );
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
