import { describe, expect, test } from "vitest";
import { backoffMs } from "../src/backoff.ts";
import { createRetryBudget } from "../src/retry-budget.ts";
import { decideRetry, isRetryable } from "../src/retry.ts";
import type { FlexErrorKind } from "../src/index.ts";
import type { RetryQuestion } from "../src/retry.ts";

const statuses = [
  400, 401, 403, 404, 405, 408, 409, 410, 412, 413, 422, 425, 429, 500, 501, 502, 503, 504, 505,
];

describe("a status is worth another attempt", () => {
  test.each([
    { name: "of an idempotent method", given: "GET", want: [408, 429, 500, 502, 503, 504] },
    { name: "of DELETE", given: "DELETE", want: [408, 429, 500, 502, 503, 504] },
    { name: "of POST, which was not processed", given: "POST", want: [429] },
    { name: "of PATCH, which was not processed", given: "PATCH", want: [429] },
  ])("$name", ({ given, want }) => {
    const worth = statuses.filter((status) => isRetryable(given, { kind: "http" }, status));
    expect(worth).toEqual(want);
  });
});

describe("a failure is worth another attempt", () => {
  const kinds: readonly FlexErrorKind[] = [
    "http",
    "connection",
    "timeout",
    "abort",
    "parse",
    "contract",
    "argument",
    "configuration",
  ];
  test.each([
    { name: "of a reading method", given: { method: "GET" }, want: ["connection", "timeout"] },
    { name: "of POST, never", given: { method: "POST" }, want: [] },
    { name: "that is lasting, never", given: { method: "GET", transient: false }, want: [] },
  ])("$name", ({ given, want }) => {
    const worth = kinds.filter((kind) => isRetryable(given.method, { ...given, kind }));
    expect(worth).toEqual(want);
  });
});

const question: RetryQuestion = {
  retryable: true,
  retries: 0,
  maxRetries: 2,
  retryAfterMs: undefined,
  remainingMs: 1000,
  backoffMs: 50,
  budgetAllows: true,
};

describe("what follows a failed attempt", () => {
  test.each([
    { name: "a wait within the backoff", given: {}, want: { kind: "wait", waitMs: 50 } },
    {
      name: "a wait within the backoff after a retry",
      given: { retries: 1 },
      want: { kind: "wait", waitMs: 50 },
    },
    {
      name: "the wait that the server asks for",
      given: { retryAfterMs: 700 },
      want: { kind: "wait", waitMs: 700 },
    },
    {
      name: "no wait if the server asks for none",
      given: { retryAfterMs: 0 },
      want: { kind: "wait", waitMs: 0 },
    },
    { name: "nothing, if it is not worth it", given: { retryable: false }, want: { kind: "stop" } },
    { name: "nothing after the last retry", given: { retries: 2 }, want: { kind: "stop" } },
    { name: "nothing without retries", given: { maxRetries: 0 }, want: { kind: "stop" } },
    {
      name: "nothing, and it says so, if the server's wait reaches the deadline",
      given: { retryAfterMs: 1000 },
      want: {
        kind: "stop",
        note: "not repeated: the wait that the server asks for (1000 ms) ends after the deadline",
      },
    },
    {
      name: "nothing, and it says so, if the backoff reaches the deadline",
      given: { remainingMs: 20 },
      want: { kind: "stop", note: "not repeated: the next wait (50 ms) ends after the deadline" },
    },
    {
      name: "nothing, and it says so, if the budget is spent",
      given: { budgetAllows: false },
      want: { kind: "stop", note: "not repeated: the client's retry budget is spent" },
    },
  ])("$name", ({ given, want }) => {
    expect(decideRetry({ ...question, ...given })).toEqual(want);
  });
});

describe("full jitter", () => {
  const backoff = { initialMs: 100, maxMs: 350 };
  test.each([
    { name: "starts below the first bound", given: [0, 0.999], want: 99.9 },
    { name: "doubles the bound", given: [1, 0.5], want: 100 },
    { name: "stays below the cap", given: [9, 0.5], want: 175 },
    { name: "may wait for nothing", given: [9, 0], want: 0 },
    { name: "stays below the cap for ever", given: [5000, 0.5], want: 175 },
  ])("$name", ({ given: [retries = 0, random = 0], want }) => {
    expect(backoffMs(retries, backoff, random)).toBeCloseTo(want);
  });
});

describe("a retry budget", () => {
  test("is full at first, spent by retries and earned by successes", () => {
    const budget = createRetryBudget(2);
    expect(budget.allows()).toBe(true);
    budget.spend();
    budget.spend();
    expect(budget.allows()).toBe(false);
    for (let success = 0; success < 9; success++) budget.earn();
    expect(budget.allows()).toBe(false);
    budget.earn();
    budget.earn();
    expect(budget.allows()).toBe(true);
  });

  test("never holds more than at first", () => {
    const budget = createRetryBudget(1);
    for (let success = 0; success < 100; success++) budget.earn();
    budget.spend();
    expect(budget.allows()).toBe(false);
  });
});
