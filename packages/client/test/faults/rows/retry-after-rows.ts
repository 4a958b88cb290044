import { ok } from "node:assert/strict";
import { inTurn, sends } from "../behaviours.ts";
import { channel } from "../channel.ts";
import type { FaultRow } from "../fault-row.ts";
import { answer, jsonAnswer } from "../http-message.ts";

const honest = sends(jsonAnswer(200, channel));

/** Not a delay of RFC 9110 §10.2.3, or one that is over: the client's own backoff decides. */
const ignored: readonly (readonly [string, readonly string[]])[] = [
  ["negative", ["Retry-After: -1"]],
  ["NaN", ["Retry-After: NaN"]],
  ["in scientific notation", ["Retry-After: 1e99"]],
  ["Infinity", ["Retry-After: Infinity"]],
  ["hexadecimal", ["Retry-After: 0xffffff"]],
  ["empty", ["Retry-After:"]],
  ["words", ["Retry-After: soon"]],
  ["a date in the past", ["Retry-After: Sun, 06 Nov 1994 08:49:37 GMT"]],
  ["a date in the past (RFC 850)", ["Retry-After: Sunday, 06-Nov-94 08:49:37 GMT"]],
  ["a date in the past (asctime)", ["Retry-After: Sun Nov  6 08:49:37 1994"]],
  ["a date that does not exist", ["Retry-After: Mon, 31 Feb 2999 08:49:37 GMT"]],
  ["zero", ["Retry-After: 0"]],
  ["two of them, both zero", ["Retry-After: 0", "Retry-After: 0"]],
  ["two of them, at odds", ["Retry-After: 0", "Retry-After: many"]],
];

/** Longer than there is time: to wait would be to fail later, so the client fails at once. */
const tooLong: readonly (readonly [string, readonly string[]])[] = [
  ["an hour", ["Retry-After: 3600"]],
  ["more seconds than a number holds", [`Retry-After: ${"9".repeat(400)}`]],
  ["more milliseconds than a timer holds", ["Retry-After: 2147484"]],
  ["the year 9999", ["Retry-After: Fri, 31 Dec 9999 23:59:59 GMT"]],
];

export const retryAfterRows: readonly FaultRow[] = [
  ...ignored.map(([name, headers]): FaultRow => ({
    name: `429 with a Retry-After that is ${name}`,
    behaviour: inTurn(sends(answer(429, headers)), honest),
    options: { maxRetries: 1 },
    want: { kind: "success", requests: 2 },
  })),
  ...tooLong.map(([name, headers]): FaultRow => ({
    name: `503 with a Retry-After of ${name}`,
    behaviour: inTurn(sends(answer(503, headers)), honest),
    options: { maxRetries: 1 },
    want: {
      kind: "http",
      status: 503,
      requests: 1,
      error: ({ message }) => {
        ok(message.includes("not repeated: the wait that the server asks for"), message);
      },
    },
  })),
];
