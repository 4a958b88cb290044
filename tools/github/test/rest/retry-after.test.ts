import { expect, test } from "vitest";
import { retryAfterMs } from "../../src/rest/retry-after.ts";

const failed = { method: "GET", attempt: 1, status: 502, headers: {}, nowMs: 1_000_000 };

const rows = [
  { name: "a gateway's failure is repeated", given: {}, want: 1000 },
  { name: "each wait is twice the one before", given: { attempt: 3 }, want: 4000 },
  { name: "the fourth attempt is the last", given: { attempt: 4 }, want: undefined },
  {
    name: "an answer that never came is asked for again",
    given: { status: undefined },
    want: 1000,
  },
  {
    name: "a comment that may have been written is not written again",
    given: { method: "POST" },
    want: undefined,
  },
  {
    name: "a POST that was limited before it was done is repeated",
    given: { method: "POST", status: 429, headers: { "retry-after": "7" } },
    want: 7000,
  },
  {
    name: "the secondary limit answers 403 with a wait",
    given: { method: "POST", status: 403, headers: { "retry-after": "2" } },
    want: 2000,
  },
  {
    name: "the primary limit ends at its reset",
    given: {
      status: 403,
      headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1005" },
    },
    want: 5000,
  },
  {
    name: "a limit that lasts longer than a minute is not waited for",
    given: { status: 429, headers: { "retry-after": "61" } },
    want: undefined,
  },
  {
    name: "a refusal for want of a right is final",
    given: { status: 403, headers: {} },
    want: undefined,
  },
  { name: "what is not there is final", given: { status: 404 }, want: undefined },
] as const;

test.each(rows)("$name", ({ given, want }) => {
  expect(retryAfterMs({ ...failed, ...given })).toBe(want);
});
