import { sendsFor } from "../behaviours.ts";
import { channel, SID } from "../channel.ts";
import type { Behaviour, Exchange } from "../fault-server.ts";
import type { FaultRow, Want } from "../fault-row.ts";
import { answer, jsonAnswer } from "../http-message.ts";

const STATUSES = [301, 302, 303, 307, 308] as const;

/** The first request and five redirects within the origin. */
const MAX_REQUESTS = 6;
/** It makes no difference where within the origin, as long as it ends. */
const EVERYWHERE = [1, 2, 3, 4, 5, MAX_REQUESTS];

/** A refused redirect is the answer itself: its status is known, and asking again brings it again. */
function refused(status: number): Want {
  return { kind: "http", status, retryable: false };
}

function redirects(
  status: number,
  location: (exchange: Exchange) => string,
  more: readonly string[] = [],
): Behaviour {
  return sendsFor((exchange) =>
    answer(status, [`Location: ${location(exchange)}`, ...more], "moved"),
  );
}

/** Targets that no request may ever reach, with the credentials or without. */
const foreign: readonly (readonly [string, (exchange: Exchange) => string])[] = [
  ["another origin", ({ trap }) => `${trap}/v1/Channels/${SID}`],
  ["another origin without a scheme", ({ trap }) => `${trap.slice(5)}/v1/Channels/${SID}`],
  ["another origin behind backslashes", ({ trap }) => String.raw`\\${trap.slice(7)}\v1`],
  ["another name of the same host", ({ origin }) => origin.replace("127.0.0.1", "localhost")],
  ["plain http on a public host", () => "http://flex-api.twilio.invalid/"],
  ["a data URL", () => `data:application/json,${encodeURIComponent(JSON.stringify(channel))}`],
  ["a javascript URL", () => "javascript:alert(1)"],
  ["a file URL", () => "file:///etc/passwd"],
  ["a blob URL", () => "blob:nodedata:0"],
  ["an about URL", () => "about:blank"],
  [
    "its own origin with user information",
    ({ origin }) => origin.replace("//", "//user:password@"),
  ],
  ["a URL with user information", ({ trap }) => trap.replace("//", "//user:password@")],
  [
    "its own host as user information of another",
    ({ origin, trap }) => `${origin}@${trap.slice(7)}/`,
  ],
  ["a URL that cannot be parsed", () => "http://[::1"],
  ["a port out of range", () => "http://127.0.0.1:99999/"],
];

export const redirectRows: readonly FaultRow[] = [
  ...STATUSES.map((status): FaultRow => ({
    name: `${status} to another origin`,
    behaviour: redirects(status, ({ trap }) => `${trap}/v1/Channels/${SID}`),
    want: refused(status),
  })),
  ...foreign.map(([name, location]): FaultRow => ({
    name: `302 to ${name}`,
    behaviour: redirects(302, location),
    want: refused(302),
  })),
  ...STATUSES.map((status): FaultRow => ({
    name: `${status} within the origin`,
    behaviour: sendsFor(({ head, origin }) =>
      head.startsWith("GET /moved ")
        ? jsonAnswer(200, channel)
        : answer(status, [`Location: ${origin}/moved`], "moved"),
    ),
    want: { kind: "success", requests: 2 },
  })),
  {
    name: "a redirect to itself, for ever",
    behaviour: redirects(302, ({ head }) => head.split(" ")[1] ?? "/"),
    want: { ...refused(302), requests: MAX_REQUESTS },
  },
  {
    name: "a redirect to ever new places",
    behaviour: redirects(302, ({ requestNumber }) => `/place/${requestNumber}`),
    want: { ...refused(302), requests: MAX_REQUESTS },
  },
  {
    name: "a redirect within the origin that leads on to another",
    behaviour: sendsFor(({ requestNumber, trap }) =>
      answer(302, [`Location: ${requestNumber === 1 ? "/on" : trap}`]),
    ),
    want: { ...refused(302), requests: 2 },
  },
  {
    name: "302 without a Location",
    behaviour: sendsFor(() => answer(302, [], "moved")),
    want: refused(302),
  },
  {
    name: "302 with two Locations",
    behaviour: redirects(302, () => "/a", ["Location: /b"]),
    want: { ...refused(302), requests: EVERYWHERE },
  },
  {
    name: "302 with an empty Location, which is the same URL again",
    behaviour: redirects(302, () => ""),
    want: { ...refused(302), requests: EVERYWHERE },
  },
  {
    name: "302 with a channel as its body",
    behaviour: sendsFor(({ trap }) => jsonAnswer(302, channel, [`Location: ${trap}`])),
    want: refused(302),
  },
  {
    name: "300 Multiple Choices",
    behaviour: sendsFor(({ trap }) => jsonAnswer(300, channel, [`Location: ${trap}`])),
    want: refused(300),
  },
  {
    name: "200 with a Location and a Refresh",
    behaviour: sendsFor(({ trap }) =>
      jsonAnswer(200, channel, [`Location: ${trap}`, `Refresh: 0; url=${trap}`]),
    ),
    want: { kind: "success" },
  },
];
