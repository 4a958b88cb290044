import { sends } from "../behaviours.ts";
import { channel } from "../channel.ts";
import type { Behaviour } from "../fault-server.ts";
import type { FaultRow } from "../fault-row.ts";
import { jsonAnswer } from "../http-message.ts";

const honest = jsonAnswer(200, channel);
const smuggled = jsonAnswer(200, { ...channel, sid: "CHffffffffffffffffffffffffffffffff" });

/** Answers once a connection; the second request on it meets something else. */
function onceThen(onSecond: Behaviour["onRequest"]): Behaviour {
  return {
    onRequest: (exchange) => {
      if (exchange.requestOnConnection === 1) exchange.socket.write(honest);
      else onSecond?.(exchange);
    },
  };
}

export const keepAliveRows: readonly FaultRow[] = [
  {
    name: "a kept connection that is reset on the second request",
    behaviour: onceThen(({ socket }) => void socket.resetAndDestroy()),
    options: { maxRetries: 1 },
    calls: 2,
    want: { kind: "success", requests: 3 },
  },
  {
    name: "a kept connection that is closed on the second request",
    behaviour: onceThen(({ socket }) => void socket.end()),
    options: { maxRetries: 1 },
    calls: 2,
    want: { kind: "success", requests: 3 },
  },
  {
    name: "a connection closed after each answer, unannounced",
    behaviour: { onRequest: ({ socket }) => void socket.end(honest) },
    options: { maxRetries: 1 },
    calls: 3,
    want: { kind: "success", requests: 3 },
  },
  {
    name: "a connection reset after each answer, unannounced",
    behaviour: {
      onRequest: ({ socket }) => {
        socket.write(honest, () => setImmediate(() => socket.resetAndDestroy()));
      },
    },
    options: { maxRetries: 1 },
    calls: 3,
    want: { kind: "success", requests: 3 },
  },
  {
    name: "a connection kept silent from the second request on",
    behaviour: onceThen(undefined),
    options: { maxRetries: 1 },
    timeUpAt: 2,
    calls: 2,
    want: { kind: "success", requests: 3 },
  },
  {
    name: "garbage after the answer",
    behaviour: sends(Buffer.concat([honest, Buffer.from("garbage\r\n\r\n")])),
    calls: 2,
    want: { kind: "success", requests: 2 },
  },
  {
    name: "a second answer after the first, to be taken for the next request's",
    behaviour: sends(Buffer.concat([honest, smuggled])),
    calls: 2,
    want: { kind: "success", requests: 2 },
  },
  {
    name: "a second answer hidden behind a length that is too short",
    behaviour: sends(Buffer.concat([honest, Buffer.from("\r\n\r\n"), smuggled])),
    calls: 3,
    want: { kind: "success", requests: 3 },
  },
  {
    name: "a second answer while the connection is idle",
    behaviour: {
      onRequest: ({ socket }) => {
        socket.write(honest, () => setImmediate(() => socket.write(smuggled)));
      },
    },
    options: { maxRetries: 1 },
    calls: 1,
    want: { kind: "success", requests: 1 },
  },
  {
    name: "Connection: close, and the connection left open",
    behaviour: sends(jsonAnswer(200, channel, ["Connection: close"])),
    calls: 2,
    want: { kind: "success", requests: 2 },
  },
  {
    name: "Keep-Alive with a timeout of nought",
    behaviour: sends(jsonAnswer(200, channel, ["Connection: keep-alive", "Keep-Alive: timeout=0"])),
    calls: 2,
    want: { kind: "success", requests: 2 },
  },
];
