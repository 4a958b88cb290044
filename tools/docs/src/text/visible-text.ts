/**
 * Control characters are no characters of HTML (HTML §13.2.3.5), and those that turn the direction
 * of a text can make it read as something else: both are shown as their code points.
 */
export function visibleText(text: string): string {
  return text.replaceAll(
    /(?![\n\t])\p{Cc}|\p{Cs}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
    (character) =>
      `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}}`,
  );
}
