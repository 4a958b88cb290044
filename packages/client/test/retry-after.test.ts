import { describe, expect, test } from "vitest";
import { parseHttpDate } from "../src/http-date.ts";
import { readRetryAfter } from "../src/retry-after.ts";

const now = Date.UTC(2026, 10, 22, 12);

describe("Retry-After is read", () => {
  test.each([
    { name: "delay-seconds", given: "120", want: 120_000 },
    { name: "no delay", given: "0", want: 0 },
    { name: "leading zeros", given: "007", want: 7000 },
    { name: "an IMF-fixdate ahead", given: "Sun, 22 Nov 2026 12:00:30 GMT", want: 30_000 },
    { name: "an rfc850-date ahead", given: "Sunday, 22-Nov-26 12:00:30 GMT", want: 30_000 },
    { name: "an asctime-date ahead", given: "Sun Nov 22 12:00:30 2026", want: 30_000 },
    { name: "a date that has passed", given: "Sun, 22 Nov 2026 11:59:00 GMT", want: 0 },
    { name: "an absent value", given: null, want: undefined },
    { name: "an empty value", given: "", want: undefined },
    { name: "a negative delay", given: "-1", want: undefined },
    { name: "a fraction", given: "1.5", want: undefined },
    { name: "an exponent", given: "1e3", want: undefined },
    { name: "a unit", given: "5s", want: undefined },
    { name: "two values", given: "5, 5", want: undefined },
    { name: "digits of another script", given: "²³", want: undefined },
  ])("$name", ({ given, want }) => {
    expect(
      readRetryAfter(
        new Headers(given === null ? {} : { "retry-after": given }),
        now,
        parseHttpDate,
      ),
    ).toBe(want);
  });
});

describe("a wait in milliseconds is read", () => {
  test.each([
    { name: "retry-after-ms", given: { "retry-after-ms": "1500" }, want: 1500 },
    { name: "x-retry-after-ms", given: { "X-Retry-After-Ms": "20" }, want: 20 },
    { name: "x-ms-retry-after-ms", given: { "x-ms-retry-after-ms": "7" }, want: 7 },
    { name: "a fraction", given: { "retry-after-ms": "0.5" }, want: 0.5 },
    {
      name: "the first of two",
      given: { "x-retry-after-ms": "2", "retry-after-ms": "1" },
      want: 1,
    },
    { name: "a negative one", given: { "retry-after-ms": "-1" }, want: undefined },
    {
      name: "a date",
      given: { "retry-after-ms": "Sun, 22 Nov 2026 12:00:30 GMT" },
      want: undefined,
    },
    { name: "none", given: {}, want: undefined },
  ])("$name", ({ given, want }) => {
    expect(readRetryAfter(new Headers(given), now, parseHttpDate)).toBe(want);
  });
});
