import { equal, ok } from "node:assert/strict";
import { drips, floods, sends, sendsThenEnds, sendsThenResets } from "../behaviours.ts";
import { SID } from "../channel.ts";
import type { FaultRow } from "../fault-row.ts";
import { answer, CHUNKED, chunk, JSON_TYPE, jsonAnswer, rawMessage } from "../http-message.ts";

const PATH_MESSAGE = `The requested resource /v1/Channels/${SID} was not found`;
const PROBLEM = "Content-Type: application/problem+json";
const NOT_FOUND = "HTTP/1.1 404 Not Found";

/** Bodies beside a 404. Whatever they are, the status was known: the error is an HTTP error. */
const bodies: readonly (readonly [string, readonly string[], string | Uint8Array])[] = [
  ["no body", [], ""],
  ["an HTML page", ["Content-Type: text/html"], "<h1>404</h1>"],
  ["JSON cut short", [JSON_TYPE], '{"code":20404,"mess'],
  ["null", [JSON_TYPE], "null"],
  ["an array", [JSON_TYPE], "[1,2]"],
  ["a string", [JSON_TYPE], '"not found"'],
  ["JSON of another type", [PROBLEM], "42"],
  ["members of wrong types", [JSON_TYPE], '{"code":"x","message":{},"more_info":1,"status":[]}'],
  ["hostile members", [JSON_TYPE], '{"__proto__":{"code":1},"toString":1,"name":"x","stack":"y"}'],
  ["an array without an end in sight", [JSON_TYPE], "[".repeat(100_000)],
  ["invalid UTF-8", [JSON_TYPE], Buffer.of(0x22, 0xff, 0xfe, 0x22)],
  ["a code beyond all numbers", [JSON_TYPE], '{"code":1e999,"message":"x"}'],
  ["a content coding nobody knows", [JSON_TYPE, "Content-Encoding: x-secret"], "?"],
  ["plain JSON declared as gzip", [JSON_TYPE, "Content-Encoding: gzip"], '{"code":20404}'],
];

export const errorBodyRows: readonly FaultRow[] = [
  ...bodies.map(([name, headers, body]): FaultRow => ({
    name: `404 with ${name}`,
    behaviour: sends(answer(404, headers, body)),
    want: { kind: "http", status: 404, retryable: false },
  })),
  {
    name: "502 with an HTML page",
    behaviour: sends(answer(502, ["Content-Type: text/html"], "<h1>Bad gateway</h1>")),
    want: { kind: "http", status: 502, retryable: true },
  },
  {
    name: "404 with a Twilio error",
    behaviour: sends(
      jsonAnswer(404, {
        code: 20404,
        message: "Not found",
        more_info: "https://x.test",
        status: 404,
      }),
    ),
    want: { kind: "http", status: 404, code: 20404 },
  },
  {
    name: "404 with problem details",
    behaviour: sends(
      answer(404, [PROBLEM], JSON.stringify({ type: "about:blank", title: "Gone", code: 20404 })),
    ),
    want: { kind: "http", status: 404, code: 20404 },
  },
  {
    name: "500 with a body of ten MiB",
    behaviour: sends(answer(500, ["Content-Type: text/plain"], "x".repeat(10_485_760))),
    want: {
      kind: "http",
      status: 500,
    },
  },
  {
    name: "500 with a body without an end",
    behaviour: floods(`HTTP/1.1 500 No\r\n${CHUNKED}\r\n\r\n`, chunk("x".repeat(65_536))),
    want: { kind: "http", status: 500 },
  },
  {
    name: "404 with a body that drips for ever",
    behaviour: drips(`${NOT_FOUND}\r\n${CHUNKED}\r\n\r\n`, chunk("x")),
    want: { kind: ["http", "timeout"] },
  },
  {
    name: "404 with a body that never comes",
    behaviour: sends(`${NOT_FOUND}\r\nContent-Length: 10\r\n\r\n`),
    want: { kind: ["http", "timeout"] },
  },
  {
    name: "404 with a body that is reset",
    behaviour: sendsThenResets(`${NOT_FOUND}\r\nContent-Length: 10\r\n\r\nhalf`),
    want: { kind: "http", status: 404 },
  },
  {
    name: "404 with a body cut short",
    behaviour: sendsThenEnds(rawMessage(NOT_FOUND, ["Content-Length: 10"], "half")),
    want: { kind: "http", status: 404 },
  },
  {
    name: "404 with the message of a real service, which names the path",
    behaviour: sends(jsonAnswer(404, { code: 20404, message: PATH_MESSAGE, status: 404 })),
    want: {
      kind: "http",
      status: 404,
      code: 20404,
      error: (error) => {
        equal(error.detail, PATH_MESSAGE);
        ok(error.message.includes(PATH_MESSAGE));
      },
    },
  },
  {
    name: "404 with a message that commands a terminal and a link that runs a script",
    behaviour: sends(
      jsonAnswer(404, {
        code: 20404,
        message: "no\n    at flex\u001b[2J\u202ehtap\u2028\u0000",
        more_info: "javascript:alert(1)",
      }),
    ),
    want: {
      kind: "http",
      code: 20404,
      error: (error) => {
        equal(error.detail, "no     at flex [2J htap ");
        equal(error.moreInfo, undefined);
        ok(!/[\p{Cc}\p{Bidi_C}]/u.test(error.message));
      },
    },
  },
  {
    name: "404 with two request ids and two media types",
    behaviour: sends(
      answer(
        404,
        ["Twilio-Request-Id: RQ1", "Twilio-Request-Id: RQ2", JSON_TYPE, "Content-Type: text/html"],
        '{"code":20404}',
      ),
    ),
    want: { kind: "http", status: 404 },
  },
];
