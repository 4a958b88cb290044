import { gzipSync } from "node:zlib";
import { channel } from "../faults/channel.ts";
import { drips, inTurn, sends, sendsThenEnds, sendsThenResets } from "../faults/behaviours.ts";
import type { Behaviour, Exchange } from "../faults/fault-server.ts";
import { answer, CHUNKED, JSON_TYPE, jsonAnswer, rawMessage } from "../faults/http-message.ts";

/** One kind of exchange of the soak: how the server behaves to a SID, and what its caller must see. */
export interface SoakFault {
  readonly name: string;
  /** How many of a hundred requests, about. */
  readonly share: number;
  readonly want: string;
  /** A behaviour of its own for each SID, so that a first answer can differ from a second. */
  readonly behave: (sid: string) => Behaviour;
}

const honest = (sid: string): Behaviour => sends(jsonAnswer(200, { ...channel, sid }));
const status = (code: number, headers: readonly string[] = []): Behaviour =>
  sends(answer(code, headers));
const always =
  (behaviour: Behaviour): SoakFault["behave"] =>
  () =>
    behaviour;

export const soakFaults: readonly SoakFault[] = [
  { name: "honest", share: 50, want: "success", behave: honest },
  {
    name: "gzip",
    share: 5,
    want: "success",
    behave: (sid) =>
      sends(
        answer(
          200,
          [JSON_TYPE, "Content-Encoding: gzip"],
          gzipSync(JSON.stringify({ ...channel, sid })),
        ),
      ),
  },
  {
    name: "503, then honest",
    share: 5,
    want: "success",
    behave: (sid) => inTurn(status(503), honest(sid)),
  },
  {
    name: "429 twice, then honest",
    share: 3,
    want: "success",
    behave: (sid) =>
      inTurn(status(429, ["Retry-After: 0"]), status(429, ["Retry-After: 0"]), honest(sid)),
  },
  {
    name: "reset, then honest",
    share: 4,
    want: "success",
    behave: (sid) => inTurn({ onRequest: reset }, honest(sid)),
  },
  {
    name: "body cut short, then honest",
    share: 4,
    want: "success",
    behave: (sid) =>
      inTurn(
        sendsThenEnds(rawMessage("HTTP/1.1 200 OK", [JSON_TYPE, "Content-Length: 99"], "{")),
        honest(sid),
      ),
  },
  {
    name: "redirect within the origin, then honest",
    share: 3,
    want: "success",
    behave: (sid) => inTurn(status(307, [`Location: /v1/Channels/${sid}`]), honest(sid)),
  },
  { name: "404", share: 6, want: "http", behave: always(sends(jsonAnswer(404, { code: 20404 }))) },
  {
    name: "500 of a MiB",
    share: 0.5,
    want: "http",
    behave: always(sends(answer(500, [], "x".repeat(1_048_576)))),
  },
  {
    name: "redirect without an end",
    share: 1,
    want: "http",
    behave: (sid) => status(302, [`Location: /v1/Channels/${sid}`]),
  },
  { name: "HTML", share: 4, want: "parse", behave: always(sends(answer(200, [JSON_TYPE], "<p>"))) },
  { name: "null", share: 4, want: "contract", behave: always(sends(jsonAnswer(200, null))) },
  { name: "no content", share: 2, want: "contract", behave: always(status(204)) },
  { name: "reset, always", share: 3, want: "connection", behave: always({ onRequest: reset }) },
  {
    name: "reset in the body, always",
    share: 2,
    want: "connection",
    behave: always(
      sendsThenResets(rawMessage("HTTP/1.1 200 OK", [JSON_TYPE, "Content-Length: 99"], "{")),
    ),
  },
  {
    name: "garbage",
    share: 2,
    want: "connection",
    behave: always(sendsThenEnds("garbage\r\n\r\n")),
  },
  { name: "silence", share: 0.5, want: "timeout", behave: always({}) },
  {
    name: "drip",
    share: 0.5,
    want: "timeout",
    behave: always(drips(`HTTP/1.1 200 OK\r\n${JSON_TYPE}\r\n${CHUNKED}\r\n\r\n`, "1\r\n \r\n")),
  },
  { name: "aborted by the caller", share: 0.5, want: "abort", behave: always({}) },
];

function reset({ socket }: Exchange): void {
  socket.resetAndDestroy();
}
