import { createAuthority, type Authority, type Certificate } from "../certificate.ts";
import { sends } from "../behaviours.ts";
import { channel } from "../channel.ts";
import type { FaultRow } from "../fault-row.ts";
import { jsonAnswer } from "../http-message.ts";

const YEAR_MS = 31_557_600_000;
const now = Date.now();
const LAST_YEAR = new Date(now - YEAR_MS);
const YESTERDAY = new Date(now - YEAR_MS / 365);
const TOMORROW = new Date(now + YEAR_MS / 365);
const NEXT_YEAR = new Date(now + YEAR_MS);
const HERE = "127.0.0.1";

/** The suite lets its process trust this authority, so that a row fails for its own reason alone. */
export const trustedAuthority: Authority = createAuthority("Trusted by the fault suite");
const strangerAuthority = createAuthority("Trusted by nobody");

const honest = sends(jsonAnswer(200, channel));

const refused: readonly (readonly [string, Certificate])[] = [
  [
    "of an unknown authority",
    strangerAuthority.issue({ address: HERE, from: YESTERDAY, to: TOMORROW }),
  ],
  ["that signs itself", strangerAuthority.certificate],
  ["that is over", trustedAuthority.issue({ address: HERE, from: LAST_YEAR, to: YESTERDAY })],
  ["that has not begun", trustedAuthority.issue({ address: HERE, from: TOMORROW, to: NEXT_YEAR })],
  [
    "of another host",
    trustedAuthority.issue({ address: "10.0.0.1", from: YESTERDAY, to: TOMORROW }),
  ],
];

export const tlsRows: readonly FaultRow[] = [
  {
    name: "TLS with a certificate in order",
    behaviour: {
      ...honest,
      certificate: trustedAuthority.issue({ address: HERE, from: YESTERDAY, to: TOMORROW }),
    },
    want: { kind: "success" },
  },
  ...refused.map(([name, certificate]): FaultRow => ({
    name: `a certificate ${name}`,
    behaviour: { ...honest, certificate },
    want: { kind: "connection", status: undefined, retryable: false, requests: 0 },
  })),
  {
    name: "TLS to a port that speaks plain HTTP",
    behaviour: { onFirstBytes: (socket) => void socket.end("HTTP/1.1 400 Bad Request\r\n\r\n") },
    baseUrl: ({ port }) => `https://${HERE}:${port}`,
    want: { kind: "connection", requests: 0 },
  },
  {
    name: "TLS to a port that never answers",
    behaviour: {},
    baseUrl: ({ port }) => `https://${HERE}:${port}`,
    timeUpAt: "first-bytes",
    want: { kind: "timeout", requests: 0 },
    // Node's fetch goes on with a handshake after an abort, until its own time for it is up.
    pending: 1,
  },
  {
    name: "plain HTTP to a port that speaks TLS",
    behaviour: {
      ...honest,
      certificate: trustedAuthority.issue({ address: HERE, from: YESTERDAY, to: TOMORROW }),
    },
    baseUrl: ({ port }) => `http://${HERE}:${port}`,
    want: { kind: "connection", requests: 0 },
  },
  {
    name: "TLS that is reset in the handshake",
    behaviour: { onFirstBytes: (socket) => void socket.resetAndDestroy() },
    baseUrl: ({ port }) => `https://${HERE}:${port}`,
    want: { kind: "connection", requests: 0 },
  },
];
