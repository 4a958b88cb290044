import { expect, test } from "vitest";
import { shellWord } from "../src/shell-word.ts";

const rows = [
  { name: "a plain path stays", given: "api/openapi.yaml", want: "api/openapi.yaml" },
  { name: "a space is quoted", given: "my api.yaml", want: "'my api.yaml'" },
  { name: "a quote is written outside the quotes", given: "it's", want: String.raw`'it'\''s'` },
  { name: "what a shell would expand is quoted", given: "$(x)`y`*", want: "'$(x)`y`*'" },
  { name: "nothing is a word too", given: "", want: "''" },
];

test.each(rows)("$name", ({ given, want }) => {
  expect(shellWord(given)).toBe(want);
});
