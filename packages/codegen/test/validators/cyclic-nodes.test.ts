import { expect, test } from "vitest";
import { cyclicNodes } from "../../src/validators/cyclic-nodes.ts";

test.each<[name: string, edges: Record<string, string[]>, want: string[]]>([
  ["no edges", { a: [] }, []],
  ["a node that leads to itself", { a: ["a"], b: ["a"] }, ["a"]],
  ["two that lead to each other", { a: ["b"], b: ["a"] }, ["a", "b"]],
  [
    "a tail into a cycle and one out of it",
    { t: ["a"], a: ["b"], b: ["a", "o"], o: [] },
    ["a", "b"],
  ],
  ["a diamond", { a: ["b", "c"], b: ["d"], c: ["d"], d: [] }, []],
  ["the same edge twice", { a: ["b", "b"], b: [] }, []],
  ["a node that is not listed", { a: ["x"] }, []],
  ["a way from cycle to cycle", { a: ["a", "m"], m: ["b"], b: ["b"] }, ["a", "b", "m"]],
])("%s", (_, edges, want) => {
  expect([...cyclicNodes(new Map(Object.entries(edges)))].toSorted()).toEqual(want);
});

test("a chain of 100,000 is followed without recursion", () => {
  const chain = Array.from({ length: 100_000 }, (_, index): [string, string[]] => [
    `${index}`,
    [`${index + 1}`],
  ]);
  expect(cyclicNodes(new Map(chain)).size).toBe(0);
});
