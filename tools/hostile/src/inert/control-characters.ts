/**
 * Characters that a terminal obeys, or that turn or hide text: all but line feed and tab of the
 * categories that Unicode has for them.
 */
export function controlCharacters(text: string): readonly string[] {
  return [...text.matchAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu)]
    .map(([character]) => character)
    .filter((character) => character !== "\n" && character !== "\t")
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
}
