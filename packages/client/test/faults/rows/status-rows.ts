import { inTurn, sends, sendsFor } from "../behaviours.ts";
import { channel } from "../channel.ts";
import type { FaultRow } from "../fault-row.ts";
import { answer, JSON_TYPE, jsonAnswer, rawMessage } from "../http-message.ts";

const honest = sends(jsonAnswer(200, channel));
const RETRIED = [408, 429, 500, 502, 503, 504] as const;
const FINAL = [400, 401, 403, 404, 405, 409, 410, 418, 422, 451, 499, 501, 505, 511, 599] as const;

/** The status decides: a channel in the body of any other status is no channel. */
export const statusRows: readonly FaultRow[] = [
  ...RETRIED.flatMap((status): FaultRow[] => [
    {
      name: `${status} with a channel as its body`,
      behaviour: sends(jsonAnswer(status, channel)),
      want: { kind: "http", status, retryable: true },
    },
    {
      name: `${status}, then an honest answer`,
      behaviour: inTurn(sends(answer(status, [])), honest),
      options: { maxRetries: 1 },
      want: { kind: "success", requests: 2 },
    },
    {
      name: `${status} again and again`,
      behaviour: sends(jsonAnswer(status, { code: 20500, message: "Again", status })),
      options: { maxRetries: 2 },
      want: { kind: "http", status, requests: 3, code: 20500 },
    },
  ]),
  ...FINAL.map((status): FaultRow => ({
    name: `${status} with a channel as its body`,
    behaviour: sends(jsonAnswer(status, channel)),
    options: { maxRetries: 2 },
    want: { kind: "http", status, retryable: false },
  })),
  ...[201, 202, 203, 206, 207, 226, 299].map((status): FaultRow => ({
    name: `${status}, a success that the document does not know`,
    behaviour: sends(jsonAnswer(status, channel)),
    want: { kind: "contract", status, retryable: false },
  })),
  ...[204, 205].map((status): FaultRow => ({
    name: `${status} that promises a body`,
    behaviour: sends(jsonAnswer(status, channel)),
    want: { kind: "contract", status, retryable: false },
  })),
  {
    name: "304 to a request without conditions, with a body",
    behaviour: sends(jsonAnswer(304, channel)),
    want: { kind: "http", status: 304, retryable: false },
  },
  ...[600, 700, 999].map((status): FaultRow => ({
    name: `${status}, which is no status code`,
    behaviour: sends(jsonAnswer(status, channel)),
    want: { kind: ["http", "connection", "contract"] },
  })),
  {
    name: "200 with another reason phrase",
    behaviour: sends(
      rawMessage(
        "HTTP/1.1 200 Internal Server Error",
        [JSON_TYPE, `Content-Length: ${JSON.stringify(channel).length}`],
        JSON.stringify(channel),
      ),
    ),
    want: { kind: "success" },
  },
  {
    name: "429 after 429, each with a short Retry-After",
    behaviour: inTurn(
      sends(answer(429, ["Retry-After: 0"])),
      sends(answer(429, ["Retry-After: 0"])),
      honest,
    ),
    options: { maxRetries: 2 },
    want: { kind: "success", requests: 3 },
  },
  {
    name: "a 503, a reset, then an honest answer",
    behaviour: inTurn(
      sends(answer(503, [])),
      { onRequest: ({ socket }) => void socket.resetAndDestroy() },
      honest,
    ),
    options: { maxRetries: 2 },
    want: { kind: "success", requests: 3 },
  },
  {
    name: "no retry at all where the caller wants none",
    behaviour: inTurn(sends(answer(503, [])), honest),
    options: { maxRetries: 0 },
    want: { kind: "http", status: 503, requests: 1 },
  },
  {
    name: "a request that asks for what it should",
    behaviour: sendsFor(({ head }) =>
      /^GET \/v1\/Channels\/CH[0-9a-f]{32} HTTP\/1\.1\r\n/u.test(head) &&
      /^authorization: Basic /imu.test(head)
        ? jsonAnswer(200, channel)
        : answer(400, [], head),
    ),
    want: { kind: "success" },
  },
];
