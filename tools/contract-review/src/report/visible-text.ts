/**
 * Documents are written by others. What a terminal would obey, and what turns the direction of a
 * text or hides in it, is shown as its code point.
 */
export function visibleText(text: string): string {
  // Most texts need no look at Unicode's tables, which take longer to load than a report to write.
  if (/^[ -~]*$/.test(text)) return text;
  return text.replaceAll(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) =>
      `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}}`,
  );
}

/** The same, keeping line feeds and tabs, for text that is shown as a block. */
export function visibleBlock(text: string): string {
  return text
    .split("\n")
    .map((line) => line.split("\t").map(visibleText).join("\t"))
    .join("\n");
}

/** Shortens a text, saying so. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");
  return `${cut}… (${String(text.length - cut.length)} more characters)`;
}
