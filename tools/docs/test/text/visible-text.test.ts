import { expect, test } from "vitest";
import { visibleText } from "../../src/text/visible-text.ts";

test.each([
  { name: "words", given: "naïve 漢字 👩‍💻\n\tb", want: "naïve 漢字 👩‍💻\n\tb" },
  { name: "a control character", given: "a\u0007b", want: String.raw`a\u{0007}b` },
  { name: "an escape sequence", given: "\u001B[31m", want: String.raw`\u{001B}[31m` },
  { name: "a turn of direction", given: "a\u202Eb", want: String.raw`a\u{202E}b` },
  { name: "half a character", given: "a\uD800b", want: String.raw`a\u{D800}b` },
])("$name", ({ given, want }) => {
  expect(visibleText(given)).toBe(want);
});
