import { expect, test } from "vitest";
import { describeBudget, judgeBudget } from "../src/judge-budget.ts";
import type { Series } from "../src/measure.ts";
import type { Budget } from "../src/scenario.ts";

const series = (name: string, ...values: readonly number[]): Series => ({
  contender: { name },
  samples: values.map((cpu) => ({ cpu })),
});

const limit = (atMost: number): Budget => ({
  kind: "limit",
  metric: "cpu",
  contender: "ours",
  atMost,
});
const ratio = (atMost: number): Budget => ({ ...limit(atMost), kind: "ratio", peer: "peer" });
const excess = (atMost: number): Budget => ({ ...limit(atMost), kind: "excess", peer: "peer" });

const rows = [
  { name: "a median below the limit holds", budget: limit(4), ours: [1, 3, 9], want: true },
  { name: "a median on the limit holds", budget: limit(3), ours: [1, 3, 9], want: true },
  { name: "a median above the limit fails", budget: limit(2), ours: [1, 3, 9], want: false },
  {
    name: "a ratio is judged round by round, so that a slow round does not count",
    budget: ratio(1.1),
    ours: [10, 100, 10],
    peer: [10, 100, 10],
    want: true,
  },
  {
    name: "a ratio above its limit fails",
    budget: ratio(1.1),
    ours: [12],
    peer: [10],
    want: false,
  },
  {
    name: "an excess within its allowance holds",
    budget: excess(60),
    ours: [100],
    peer: [40],
    want: true,
  },
  {
    name: "an excess above its allowance fails",
    budget: excess(59),
    ours: [100],
    peer: [40],
    want: false,
  },
];

test.each(rows)("$name", ({ budget, ours, peer = [], want }) => {
  const measured = [series("ours", ...ours), series("peer", ...peer)];
  expect(judgeBudget(budget, measured).holds).toBe(want);
});

const empty = [
  {
    name: "a budget on a contender that did not run is refused",
    given: [series("peer", 1)],
    want: "no contender is called ours",
  },
  {
    name: "a budget on a metric that was not measured is refused",
    given: [{ contender: { name: "ours" }, samples: [{ wall: 1 }] }],
    want: "ours measured no cpu",
  },
  {
    name: "a budget on a contender without a sample is refused",
    given: [series("ours")],
    want: "no measurement",
  },
  {
    name: "a budget on something that is no number is refused",
    given: [series("ours", Number.NaN)],
    want: "ours measured no cpu",
  },
];

test.each(empty)("$name", ({ given, want }) => {
  expect(() => judgeBudget(limit(1), given)).toThrow(want);
});

const words = [
  { given: limit(6), want: "cpu of ours ≤ 6 ms" },
  { given: ratio(1.15), want: "cpu of ours ≤ 1.15 × peer" },
  { given: excess(60), want: "cpu of ours ≤ peer + 60 ms" },
];

test.each(words)("a promise reads: $want", ({ given, want }) => {
  expect(describeBudget(given, "ms")).toBe(want);
});
