import { expect, test } from "vitest";
import { pairwiseDifferences, pairwiseRatios, spreadOf } from "../src/statistics.ts";

const rows = [
  {
    name: "one value is its own spread",
    given: [7],
    want: { count: 1, min: 7, q1: 7, median: 7, q3: 7, max: 7 },
  },
  {
    name: "the order of the values does not matter, and they are compared as numbers",
    given: [10, 9, 1],
    want: { count: 3, min: 1, q1: 5, median: 9, q3: 9.5, max: 10 },
  },
  {
    name: "an even number of values has its median between the middle ones",
    given: [1, 2, 3, 4],
    want: { count: 4, min: 1, q1: 1.75, median: 2.5, q3: 3.25, max: 4 },
  },
  {
    name: "one outlier moves neither median nor quartiles",
    given: [1, 2, 3, 4, 1000],
    want: { count: 5, min: 1, q1: 2, median: 3, q3: 4, max: 1000 },
  },
];

test.each(rows)("$name", ({ given, want }) => {
  expect(spreadOf(given)).toEqual(want);
});

test("no value has no spread", () => {
  expect(() => spreadOf([])).toThrow("no measurement");
});

test("ratios and differences are taken round by round", () => {
  expect(pairwiseRatios([2, 9], [1, 3])).toEqual([2, 3]);
  expect(pairwiseDifferences([2, 9], [1, 3])).toEqual([1, 6]);
});

test("rounds that do not match are refused", () => {
  expect(() => pairwiseRatios([1, 2], [1])).toThrow("2 measurements cannot be paired with 1");
});
