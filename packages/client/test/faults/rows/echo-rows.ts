import { sendsFor, sendsThenEnds } from "../behaviours.ts";
import { canaries } from "../canary.ts";
import { channel } from "../channel.ts";
import type { Behaviour, Exchange } from "../fault-server.ts";
import type { FaultRow, Want } from "../fault-row.ts";
import { answer, CHUNKED, JSON_TYPE, jsonAnswer, rawMessage } from "../http-message.ts";

/** What a careless server or proxy throws back: the credentials as sent, decoded, and a secret header. */
function secretsOf({ head }: Exchange): string {
  const [, basic = ""] = /^authorization: Basic (.*)$/imu.exec(head) ?? [];
  const [, header = ""] = /^x-application-secret: (.*)$/imu.exec(head) ?? [];
  const decoded = Buffer.from(basic, "base64").toString("utf8");
  return `Basic ${basic} ${decoded} ${header}`;
}

function echoes(compose: (secrets: string) => string | Uint8Array): Behaviour {
  return sendsFor((exchange) => compose(secretsOf(exchange)));
}

/** The same, and the connection closed: for answers without an end. */
function echoesThenEnds(compose: (secrets: string) => string | Uint8Array): Behaviour {
  return {
    onRequest: (exchange) => {
      sendsThenEnds(compose(secretsOf(exchange))).onRequest?.(exchange);
    },
  };
}

/** Header values are one line of Latin-1. */
const oneLine = (text: string): string => encodeURIComponent(text).replaceAll("%20", " ");

const http = (status: number): Want => ({ kind: "http", status });

const rows: readonly (readonly [string, Behaviour, Want])[] = [
  [
    "the message of a Twilio error",
    echoes((message) => jsonAnswer(401, { code: 20003, message })),
    http(401),
  ],
  [
    "every member of a Twilio error",
    echoes((text) =>
      jsonAnswer(403, {
        code: text,
        message: text,
        more_info: `https://x.test/${text}`,
        status: text,
        [text]: text,
      }),
    ),
    http(403),
  ],
  [
    "every member of problem details",
    echoes((text) =>
      answer(
        400,
        ["Content-Type: application/problem+json"],
        JSON.stringify({ type: text, title: text, detail: text, instance: text, [text]: text }),
      ),
    ),
    http(400),
  ],
  [
    "an HTML error page",
    echoes((text) => answer(502, ["Content-Type: text/html"], `<h1>${text}</h1>`)),
    http(502),
  ],
  [
    "an error body without white space",
    echoes((text) => answer(500, [], text.replaceAll(" ", ""))),
    http(500),
  ],
  ["an error body, over and over", echoes((text) => answer(500, [], text.repeat(2000))), http(500)],
  [
    "an error body in percent-encoding",
    echoes((text) => answer(500, [], encodeURIComponent(text))),
    http(500),
  ],
  [
    "an HTML page with 200",
    echoes((text) => answer(200, [JSON_TYPE], `<h1>${text}</h1>`)),
    { kind: "parse" },
  ],
  [
    "a 200 that is cut",
    echoes((text) => answer(200, [JSON_TYPE], JSON.stringify({ text }).slice(0, -1))),
    { kind: "parse" },
  ],
  ["the first bytes of a 200", echoes((text) => answer(200, [JSON_TYPE], text)), { kind: "parse" }],
  ["a string in a 200", echoes((text) => jsonAnswer(200, text)), { kind: "contract" }],
  [
    "the values of a channel",
    echoes((text) => jsonAnswer(200, { ...channel, sid: text, url: 1, date_created: [text] })),
    { kind: "contract" },
  ],
  [
    "the names of a channel",
    echoes((text) => jsonAnswer(200, { ...channel, [text]: text, sid: { [text]: text } })),
    { kind: "contract" },
  ],
  [
    "headers of an error",
    echoes((text) =>
      answer(404, [
        `X-Echo: ${oneLine(text)}`,
        `Set-Cookie: token=${oneLine(text)}`,
        `WWW-Authenticate: ${text.split(" ", 2).join(" ")}`,
      ]),
    ),
    http(404),
  ],
  [
    "headers that errors do show",
    echoes((text) =>
      answer(404, [
        `Twilio-Request-Id: ${oneLine(text)}`,
        `X-Request-Id: ${text.split(" ", 2).join(" ")}`,
        `Content-Type: ${oneLine(text)}`,
      ]),
    ),
    http(404),
  ],
  [
    "a content type of a 200",
    echoes((text) => answer(200, [`Content-Type: ${text.split(" ", 2).join("/")}`], "{}")),
    { kind: ["parse", "contract"] },
  ],
  ["a Retry-After", echoes((text) => answer(503, [`Retry-After: ${oneLine(text)}`])), http(503)],
  [
    "Deprecation and Sunset",
    echoes((text) =>
      answer(404, [
        `Deprecation: ${oneLine(text)}`,
        `Sunset: ${oneLine(text)}`,
        `Link: <${oneLine(text)}>; rel="sunset"`,
      ]),
    ),
    http(404),
  ],
  [
    "a Location",
    sendsFor((exchange) =>
      answer(302, [`Location: ${exchange.trap}/?q=${oneLine(secretsOf(exchange))}`]),
    ),
    http(302),
  ],
  [
    "a reason phrase",
    echoes((text) => rawMessage(`HTTP/1.1 404 ${oneLine(text)}`, ["Content-Length: 0"])),
    http(404),
  ],
  // Node's parser hands out the bytes that it could not parse, on the error that it throws.
  [
    "a garbage status line",
    echoesThenEnds((text) => `garbage ${oneLine(text)}\r\n\r\n`),
    { kind: "connection" },
  ],
  [
    "a header line without a colon",
    echoesThenEnds((text) => rawMessage("HTTP/1.1 200 OK", [oneLine(text).replaceAll(":", "")])),
    { kind: "connection" },
  ],
  [
    "a chunk size",
    echoesThenEnds((text) => rawMessage("HTTP/1.1 200 OK", [JSON_TYPE, CHUNKED], `zz${text}\r\n`)),
    { kind: "connection" },
  ],
  [
    "a length",
    echoesThenEnds((text) => rawMessage("HTTP/1.1 200 OK", [`Content-Length: ${oneLine(text)}`])),
    { kind: "connection" },
  ],
  [
    "a content coding",
    echoes((text) => answer(200, [JSON_TYPE, `Content-Encoding: ${oneLine(text)}`], "\u0001")),
    { kind: ["parse", "connection"] },
  ],
  [
    "a body cut short",
    echoesThenEnds((text) => rawMessage("HTTP/1.1 404 No", ["Content-Length: 9999"], text)),
    { kind: ["http", "connection"] },
  ],
];

/** A token that looks like an id, in the places where ids are shown. */
const idRows: readonly FaultRow[] = [200, 404].map((status) => ({
  name: `an auth token of 32 hexadecimal digits as the request id of a ${status}`,
  behaviour: sendsFor(({ head }) => {
    const [, basic = ""] = /^authorization: Basic (.*)$/imu.exec(head) ?? [];
    const [, token = ""] = Buffer.from(basic, "base64").toString("utf8").split(":");
    return jsonAnswer(status, channel, [`Twilio-Request-Id: ${token}`, `X-Request-Id: ${token}`]);
  }),
  options: { authToken: canaries.hexToken },
  want: status === 200 ? { kind: "success" } : { kind: "http", status },
}));

const page = `<!doctype html><html><p>${canaries.server}</p></html>`;
const secretHeaders = [
  `Set-Cookie: session=${canaries.server}`,
  `X-Debug: ${canaries.server}`,
  `WWW-Authenticate: Basic realm="${canaries.server}"`,
  `Link: <https://x.test/?token=${canaries.server}>; rel="next"`,
  `Server: ${canaries.server}`,
  `Retry-After: ${canaries.server}`,
  `X-Request-Id: ${canaries.server}`,
];

/** What the server should have kept to itself: nobody knows it for a secret, so it must not be known as harmless. */
const serverRows: readonly (readonly [string, Behaviour, Want])[] = [
  ["headers of an error", echoes(() => answer(404, secretHeaders)), http(404)],
  [
    "headers of a success",
    echoes(() => jsonAnswer(200, channel, secretHeaders)),
    { kind: "success" },
  ],
  [
    "the Location of a redirect",
    echoes(() => answer(302, [`Location: https://x.test/?token=${canaries.server}`])),
    http(302),
  ],
  ["an error page", echoes(() => answer(502, ["Content-Type: text/html"], page)), http(502)],
  ["a page with 200", echoes(() => answer(200, [JSON_TYPE], page)), { kind: "parse" }],
  [
    "a success of another media type",
    echoes(() => answer(200, [`Content-Type: text/${canaries.server}`], "{}")),
    { kind: "parse" },
  ],
  [
    "a channel that is none",
    echoes(() => jsonAnswer(200, { ...channel, sid: canaries.server })),
    { kind: "contract" },
  ],
  [
    "bytes that are no HTTP",
    echoesThenEnds(() => `${canaries.server}\r\n\r\n`),
    { kind: "connection" },
  ],
];

/** A server that echoes the caller's secrets, wherever an answer has room for them. */
export const echoRows: readonly FaultRow[] = [
  ...idRows,
  ...serverRows.map(([place, behaviour, want]): FaultRow => ({
    name: `the server's own secret in ${place}`,
    behaviour,
    want,
  })),
  ...rows.map(([place, behaviour, want]): FaultRow => ({
    name: `the caller's secrets in ${place}`,
    behaviour,
    want,
  })),
];
