import { expect, test } from "vitest";
import { formatNumber } from "../src/format-number.ts";

const rows = [
  { name: "a small number keeps two decimals", given: 1.1549, want: "1.15" },
  { name: "a number above ten keeps one", given: 12.345, want: "12.3" },
  { name: "a number above a hundred keeps none", given: 123.4, want: "123" },
  { name: "thousands are set apart", given: 1234567, want: "1 234 567" },
  { name: "a whole number has no decimals", given: 4, want: "4" },
  { name: "a negative number keeps its sign", given: -1.5, want: "-1.50" },
];

test.each(rows)("$name", ({ given, want }) => {
  expect(formatNumber(given)).toBe(want);
});
