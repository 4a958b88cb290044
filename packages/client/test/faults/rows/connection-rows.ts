import { ok } from "node:assert/strict";
import { closedPort } from "../fault-server.ts";
import { drips, floods, inTurn, sends, sendsThenEnds, sendsThenResets } from "../behaviours.ts";
import { channelText } from "../channel.ts";
import type { FaultRow } from "../fault-row.ts";
import { answer, CHUNKED, chunk, JSON_TYPE, jsonAnswer, rawMessage } from "../http-message.ts";
import { channel } from "../channel.ts";

const HEAD_ONLY = `HTTP/1.1 200 OK\r\n${JSON_TYPE}\r\nContent-Length: ${channelText.length}\r\n\r\n`;
const CHUNKED_HEAD = `HTTP/1.1 200 OK\r\n${JSON_TYPE}\r\n${CHUNKED}\r\n\r\n`;
const HALF = channelText.slice(0, channelText.length / 2);

/** The connection breaks or falls silent: one row for each stage of an exchange, and each way to break. */
export const connectionRows: readonly FaultRow[] = [
  {
    name: "reset as soon as the connection is accepted",
    behaviour: { onConnection: (socket) => void socket.resetAndDestroy() },
    want: { kind: "connection", status: undefined, retryable: true, requests: [0, 1] },
  },
  {
    name: "closed as soon as the connection is accepted",
    behaviour: { onConnection: (socket) => void socket.end() },
    want: { kind: "connection", retryable: true, requests: [0, 1] },
  },
  {
    name: "reset at the first byte of the request",
    behaviour: { onFirstBytes: (socket) => void socket.resetAndDestroy() },
    want: { kind: "connection", retryable: true, requests: [0, 1] },
  },
  {
    name: "reset after the request",
    behaviour: { onRequest: ({ socket }) => void socket.resetAndDestroy() },
    want: { kind: "connection", retryable: true },
  },
  {
    name: "closed after the request without an answer",
    behaviour: sendsThenEnds(""),
    want: { kind: "connection", retryable: true },
  },
  ...["HTT", "HTTP/1.1 200 OK\r\n", `HTTP/1.1 200 OK\r\n${JSON_TYPE}\r\nContent-Le`].flatMap(
    (bytes): FaultRow[] => [
      {
        name: `reset after ${JSON.stringify(bytes)}`,
        behaviour: sendsThenResets(bytes),
        want: { kind: "connection", retryable: true },
      },
      {
        name: `closed after ${JSON.stringify(bytes)}`,
        behaviour: sendsThenEnds(bytes),
        want: { kind: "connection", retryable: true },
      },
    ],
  ),
  {
    name: "reset after the headers",
    behaviour: sendsThenResets(HEAD_ONLY),
    want: { kind: "connection", status: 200, retryable: true },
  },
  {
    name: "closed after the headers",
    behaviour: sendsThenEnds(HEAD_ONLY),
    want: { kind: "connection", status: 200, retryable: true },
  },
  {
    name: "reset in the middle of a body of known length",
    behaviour: sendsThenResets(HEAD_ONLY + HALF),
    want: { kind: "connection", status: 200, retryable: true },
  },
  {
    name: "closed in the middle of a body of known length",
    behaviour: sendsThenEnds(HEAD_ONLY + HALF),
    want: { kind: "connection", status: 200, retryable: true },
  },
  {
    name: "reset in the middle of a chunk",
    behaviour: sendsThenResets(CHUNKED_HEAD + chunk(channelText).slice(0, 40)),
    want: { kind: "connection", status: 200, retryable: true },
  },
  {
    name: "closed in the middle of a chunk",
    behaviour: sendsThenEnds(CHUNKED_HEAD + chunk(channelText).slice(0, 40)),
    want: { kind: "connection", status: 200, retryable: true },
  },
  {
    name: "closed before the last chunk, after a whole channel",
    behaviour: sendsThenEnds(CHUNKED_HEAD + chunk(channelText)),
    want: { kind: "connection", status: 200, retryable: true },
  },
  {
    name: "a body without a length, closed in its middle",
    behaviour: sendsThenEnds(rawMessage("HTTP/1.1 200 OK", [JSON_TYPE], HALF)),
    want: { kind: "parse", status: 200 },
  },
  {
    name: "a body without a length, closed at its end",
    behaviour: sendsThenEnds(rawMessage("HTTP/1.1 200 OK", [JSON_TYPE], channelText)),
    want: { kind: "success" },
  },
  {
    name: "bytes of the request never read",
    behaviour: { onConnection: (socket) => void socket.pause() },
    timeUpAt: "connection",
    want: { kind: "timeout", retryable: true, requests: [0, 1] },
  },
  {
    name: "no answer, ever",
    behaviour: {},
    want: { kind: "timeout", status: undefined, retryable: true },
  },
  {
    name: "a status line, then silence",
    behaviour: sends("HTTP/1.1 200 OK\r\n"),
    want: { kind: "timeout", retryable: true },
  },
  { name: "headers, then silence", behaviour: sends(HEAD_ONLY), want: { kind: "timeout" } },
  {
    name: "half a body of known length, then silence",
    behaviour: sends(HEAD_ONLY + HALF),
    want: { kind: "timeout" },
  },
  {
    name: "a whole channel in a chunk, then silence",
    behaviour: sends(CHUNKED_HEAD + chunk(channelText)),
    want: { kind: "timeout" },
  },
  {
    name: "a whole channel without a length, then silence",
    behaviour: sends(rawMessage("HTTP/1.1 200 OK", [JSON_TYPE], channelText)),
    want: { kind: "timeout" },
  },
  {
    name: "a head that drips a byte at a time for ever",
    behaviour: drips("HTTP/1.1 200 OK\r\nX-Slow: ", "a"),
    want: { kind: "timeout" },
  },
  {
    name: "header lines that drip for ever",
    behaviour: drips("HTTP/1.1 200 OK\r\n", "X-Slow: a\r\n"),
    want: { kind: "timeout" },
  },
  {
    name: "a body that drips white space for ever",
    behaviour: drips(CHUNKED_HEAD, chunk(" ")),
    want: { kind: "timeout" },
  },
  {
    name: "an answer that is late only at the deadline of all attempts",
    behaviour: {},
    options: { deadlineMs: 50_000 },
    want: {
      kind: "timeout",
      error: ({ message }) => {
        ok(message.includes("not done by the deadline of 50000 ms"), message);
      },
    },
  },
  {
    name: "a body without an end, as fast as the connection takes it",
    behaviour: floods(CHUNKED_HEAD, chunk("[".repeat(65_536))),
    want: { kind: "parse", status: 200, retryable: false },
  },
  {
    name: "an answer on the first byte, before the request is read",
    behaviour: { onFirstBytes: (socket) => void socket.write(jsonAnswer(200, channel)) },
    want: { kind: ["success"], requests: [0, 1] },
  },
  {
    name: "an answer before there is a request",
    behaviour: { onConnection: (socket) => void socket.write(jsonAnswer(200, channel)) },
    want: { kind: ["success", "connection"], requests: [0, 1] },
  },
  {
    name: "an answer in pieces of one byte",
    behaviour: sends(...[...answer(200, [JSON_TYPE], channelText)].map((byte) => Buffer.of(byte))),
    want: { kind: "success" },
  },
  {
    name: "nobody listens on the port",
    behaviour: {},
    baseUrl: async () => `http://127.0.0.1:${await closedPort()}`,
    want: { kind: "connection", status: undefined, retryable: true, requests: 0 },
  },
  {
    name: "port 0",
    behaviour: {},
    baseUrl: () => "http://127.0.0.1:0",
    want: { kind: ["connection", "configuration"], requests: 0 },
  },
  {
    name: "a host name that does not exist",
    behaviour: {},
    baseUrl: () => "https://fault.invalid",
    want: { kind: "connection", status: undefined, requests: 0 },
  },
  {
    name: "a reset, then an honest answer",
    behaviour: inTurn(
      { onRequest: ({ socket }) => void socket.resetAndDestroy() },
      sends(jsonAnswer(200, channel)),
    ),
    options: { maxRetries: 1 },
    want: { kind: "success", requests: 2 },
  },
  {
    name: "a truncated body, then an honest answer",
    behaviour: inTurn(sendsThenEnds(HEAD_ONLY + HALF), sends(jsonAnswer(200, channel))),
    options: { maxRetries: 1 },
    want: { kind: "success", requests: 2 },
  },
  {
    name: "silence, then an honest answer",
    behaviour: inTurn({}, sends(jsonAnswer(200, channel))),
    options: { maxRetries: 1 },
    timeUpAt: 1,
    want: { kind: "success", requests: 2 },
  },
];
