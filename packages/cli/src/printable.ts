/**
 * Text that a terminal shows and does not obey: control characters, and those that turn the
 * direction of writing, as `\u` escapes. Inside JSON the result is the same JSON.
 */
export function printable(text: string): string {
  return text.replaceAll(
    /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069]/g,
    (character) => String.raw`\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
