import { expect, test } from "vitest";
import { printable } from "../src/printable.ts";

test.each([
  { name: "an escape sequence", given: "a\u001B[31mb", want: "a\\u001b[31mb" },
  { name: "a C1 control", given: "a\u009Bb", want: "a\\u009bb" },
  { name: "a turn of direction", given: "a\u202Eb", want: "a\\u202eb" },
  { name: "a carriage return", given: "a\rb", want: "a\\u000db" },
])("$name is escaped", ({ given, want }) => {
  expect(printable(given)).toBe(want);
});

test("text, tabs and line ends stay", () => {
  expect(printable("Ä\t😀\n")).toBe("Ä\t😀\n");
});

test("JSON stays the same JSON", () => {
  const value = { text: "\u009B\u202E\u0000\r" };
  expect(JSON.parse(printable(JSON.stringify(value)))).toEqual(value);
});
