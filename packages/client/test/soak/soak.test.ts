import { expect, test } from "vitest";
import { judgeSoak } from "./judge-soak.ts";
import { runSoak } from "./run-soak.ts";

test("two thousand requests, a third of them to faults, surprise nobody and leave nothing behind", async () => {
  const report = await runSoak({
    requests: 2000,
    maxMs: 25_000,
    concurrency: 50,
    samples: 6,
  });
  expect(judgeSoak(report)).toEqual([]);
  expect(report.requests).toBe(2000);
  expect(Object.keys(report.outcomes).toSorted()).toEqual([
    "abort",
    "connection",
    "contract",
    "http",
    "parse",
    "success",
    "timeout",
  ]);
});

test.each([
  ["a heap that grows", { heapBytes: [0, 0, 0, 9, 18, 27].map((mega) => mega * 1_000_000) }],
  ["an unhandled rejection", { unhandledRejections: 1 }],
  ["a listener that is left", { listenersLeft: 1 }],
  ["a request that is left", { requestsLeft: 1 }],
  ["a socket that is left", { socketsLeft: 1 }],
  ["a surprise", { surprises: ["success, not http"] }],
])("a soak with %s is complained about", (_name, change) => {
  const calm = {
    requests: 1,
    elapsedMs: 1,
    outcomes: {},
    surprises: [],
    heapBeforeBytes: 1,
    heapBytes: [1, 1, 1, 1, 1, 1],
    unhandledRejections: 0,
    listenersLeft: 0,
    requestsLeft: 0,
    socketsLeft: 0,
  };
  expect(judgeSoak(calm)).toEqual([]);
  expect(judgeSoak({ ...calm, ...change })).toHaveLength(1);
});
