import {
  brotliCompressSync,
  constants,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from "node:zlib";
import { floods, sends, sendsFor, sendsThenEnds } from "../behaviours.ts";
import { channel, channelText } from "../channel.ts";
import type { FaultRow, Outcome } from "../fault-row.ts";
import {
  answer,
  CHUNKED,
  chunk,
  JSON_TYPE,
  jsonAnswer,
  LAST_CHUNK,
  rawMessage,
} from "../http-message.ts";

const OK = "HTTP/1.1 200 OK";
const LENGTH = `Content-Length: ${channelText.length}`;
const CHUNKED_BODY = chunk(channelText) + LAST_CHUNK;

/** Lengths that are none, or not one. */
const lengths: readonly (readonly [string, readonly string[]])[] = [
  ["negative", ["-5"]],
  ["hexadecimal", ["0x1"]],
  ["signed", [`+${channelText.length}`]],
  ["beyond 64 bits", ["18446744073709551616"]],
  ["beyond what a number holds", ["9007199254740993"]],
  ["two that differ", [String(channelText.length), "1"]],
  ["one too short", [String(channelText.length - 1)]],
];

const gzipped = gzipSync(channelText);

/** Content codings at the edge of what is one. */
const oddCodings: readonly (readonly [string, string, Uint8Array, Outcome | Outcome[]])[] = [
  [
    "in two members of gzip",
    "gzip",
    Buffer.concat([gzipSync(channelText.slice(0, 9)), gzipSync(channelText.slice(9))]),
    "success",
  ],
  [
    "in a member of gzip and half another",
    "gzip",
    Buffer.concat([gzipped, gzipSync("x").subarray(0, 12)]),
    ["parse", "connection"],
  ],
  [
    "in gzip, followed by garbage",
    "gzip",
    Buffer.concat([gzipped, Buffer.from("garbage")]),
    ["success", "parse"],
  ],
  ["in gzip, padded with zeros", "gzip", Buffer.concat([gzipped, Buffer.alloc(99)]), "success"],
  ["in gzip with a parameter", "gzip;q=1", gzipped, ["success", "parse"]],
  ["in gzip between empty codings", ",gzip,", gzipped, ["success", "parse"]],
  ["in deflate that needs a dictionary", "deflate", Buffer.of(0x78, 0xbb, 0, 0, 0, 1, 2), "parse"],
];

/** A message that breaks RFC 9112: none is a channel, however much of one it holds. */
const broken: readonly (readonly [string, string | Uint8Array])[] = [
  ["a chunk size that is no number", rawMessage(OK, [JSON_TYPE, CHUNKED], `zz\r\n${channelText}`)],
  ["a negative chunk size", rawMessage(OK, [JSON_TYPE, CHUNKED], `-5\r\n${channelText}`)],
  [
    "a chunk size beyond 64 bits",
    rawMessage(OK, [JSON_TYPE, CHUNKED], `${"f".repeat(17)}\r\n${channelText}`),
  ],
  [
    "a chunk longer than its size",
    rawMessage(OK, [JSON_TYPE, CHUNKED], `5\r\n${channelText}\r\n${LAST_CHUNK}`),
  ],
  [
    "a chunked body and a different length",
    rawMessage(OK, [JSON_TYPE, CHUNKED, "Content-Length: 5"], CHUNKED_BODY),
  ],
  [
    "two lengths that differ",
    rawMessage(OK, [JSON_TYPE, LENGTH, "Content-Length: 5"], channelText),
  ],
  ["a negative length", rawMessage(OK, [JSON_TYPE, "Content-Length: -1"], channelText)],
  ["a length that is no number", rawMessage(OK, [JSON_TYPE, "Content-Length: many"], channelText)],
  ["a garbage status line", rawMessage("garbage", [JSON_TYPE, LENGTH], channelText)],
  ["a status of two digits", rawMessage("HTTP/1.1 20 OK", [JSON_TYPE, LENGTH], channelText)],
  ["a status of four digits", rawMessage("HTTP/1.1 2000 OK", [JSON_TYPE, LENGTH], channelText)],
  ["the status 000", rawMessage("HTTP/1.1 000 No", [JSON_TYPE, LENGTH], channelText)],
  ["an SSH banner", "SSH-2.0-OpenSSH_9.9\r\n"],
  ["an SMTP banner", "220 mail.example ESMTP\r\n"],
  ["bytes at random", Buffer.from("00ff17fe0a0d00c3280d0a0d0a", "hex")],
  ["a header line without a colon", rawMessage(OK, [JSON_TYPE, LENGTH, "X-Broken"], channelText)],
  ["a header name with a space", rawMessage(OK, ["X Broken: 1", JSON_TYPE, LENGTH], channelText)],
  ["a NUL in a header value", rawMessage(OK, ["X-Broken: a\0b", JSON_TYPE, LENGTH], channelText)],
  [
    "one header of 64 KiB",
    rawMessage(OK, [`X-Large: ${"a".repeat(65_536)}`, JSON_TYPE, LENGTH], channelText),
  ],
  [
    "ten thousand headers",
    rawMessage(
      OK,
      [...Array.from({ length: 10_000 }, (_, n) => `X-${n}: a`), JSON_TYPE, LENGTH],
      channelText,
    ),
  ],
  // RFC 9112 §9.2 lets a client expect no 100 here; Node's fetch treats it as a broken connection.
  ["100 Continue that nobody asked for", `HTTP/1.1 100 Continue\r\n\r\n${jsonText()}`],
  [
    "101 to a protocol nobody asked for",
    "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: other\r\n\r\n",
  ],
];

function jsonText(): string {
  return jsonAnswer(200, channel).toString("latin1");
}

const zipped = gzipSync(channelText);
const corrupt = Buffer.from(zipped);
corrupt.fill(0xff, 12, 40);
const GZIP = "Content-Encoding: gzip";

/** A body in each content coding, whole, with its end cut off, and corrupt. */
const codings: readonly (readonly [string, string, Buffer])[] = [
  ["gzip", "gzip", zipped],
  ["gzip by its old name", "x-gzip", zipped],
  ["gzip in capitals", "GZIP", zipped],
  ["deflate", "deflate", deflateSync(channelText)],
  ["deflate without its wrapping", "deflate", deflateRawSync(channelText)],
  ["Brotli", "br", brotliCompressSync(channelText)],
  ["Zstandard", "zstd", zstdCompressSync(channelText)],
  ["Brotli in gzip", "br, gzip", gzipSync(brotliCompressSync(channelText))],
  ["deflate in Brotli", "deflate,br", brotliCompressSync(deflateSync(channelText))],
];

const codingRows: readonly FaultRow[] = codings.flatMap(([name, coding, body]) => {
  const coded = [JSON_TYPE, `Content-Encoding: ${coding}`];
  const garbled = Buffer.from(body);
  garbled.fill(0x5a, Math.floor(body.length / 4));
  return [
    {
      name: `a body in ${name}`,
      behaviour: sends(answer(200, coded, body)),
      want: { kind: "success" },
    },
    {
      name: `a body in ${name}, in pieces`,
      behaviour: sends(rawMessage(OK, [...coded, CHUNKED]), ...inChunks(body)),
      want: { kind: "success" },
    },
    {
      name: `a body in ${name}, without a length, closed at its end`,
      behaviour: sendsThenEnds(rawMessage(OK, coded, body)),
      want: { kind: "success" },
    },
    {
      name: `a body in ${name}, cut in half`,
      behaviour: sends(answer(200, coded, body.subarray(0, body.length / 2))),
      want: { kind: "parse", status: 200 },
    },
    {
      name: `a body in ${name}, garbled`,
      behaviour: sends(answer(200, coded, garbled)),
      want: { kind: "parse", status: 200, retryable: false },
    },
    {
      name: `an empty body in ${name}`,
      behaviour: sends(answer(200, coded)),
      want: { kind: "parse", status: 200, retryable: false },
    },
    {
      name: `a body in ${name}, closed before its length is reached`,
      behaviour: sendsThenEnds(
        rawMessage(OK, [...coded, `Content-Length: ${body.length}`], body.subarray(0, -9)),
      ),
      want: { kind: "connection", status: 200, retryable: true },
    },
    {
      name: `a body in ${name}, and a redirect to it`,
      behaviour: sendsFor(({ requestNumber }) =>
        requestNumber === 1
          ? answer(302, ["Location: /on", `Content-Encoding: ${coding}`], body)
          : answer(200, coded, body),
      ),
      want: { kind: "success", requests: 2 },
    },
  ];
});

const spaces = Buffer.alloc(16_777_216, " ");
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
const bombs: readonly (readonly [string, Buffer])[] = [
  ["gzip", gzipSync(spaces, { level: 1 })],
  ["deflate", deflateSync(spaces, { level: 1 })],
  ["br", brotliCompressSync(spaces, quick)],
  ["zstd", zstdCompressSync(spaces)],
];

function inChunks(body: Buffer): readonly Buffer[] {
  const pieces = Array.from({ length: Math.ceil(body.length / 7) }, (_, n) =>
    body.subarray(n * 7, n * 7 + 7),
  );
  return [
    ...pieces.map((piece) =>
      Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from("\r\n")]),
    ),
    Buffer.from(LAST_CHUNK),
  ];
}

export const framingRows: readonly FaultRow[] = [
  ...broken.map(([name, bytes]): FaultRow => ({
    name,
    behaviour: sendsThenEnds(bytes),
    want: { kind: "connection" },
  })),
  {
    name: "an HTTP/0.9 answer",
    behaviour: sendsThenEnds(channelText),
    want: { kind: "connection" },
  },
  {
    name: "two thousand small headers, within the limit",
    behaviour: sends(
      answer(200, [...Array.from({ length: 2000 }, () => "A: b"), JSON_TYPE], channelText),
    ),
    want: { kind: "success" },
  },
  {
    // Node's parser takes RTSP for HTTP; the answer is whole either way.
    name: "the status line of another protocol",
    behaviour: sends(rawMessage("RTSP/1.0 200 OK", [JSON_TYPE, LENGTH], channelText)),
    want: { kind: ["success", "connection"] },
  },
  ...lengths.map(([name, values]): FaultRow => ({
    name: `a length that is ${name}`,
    behaviour: sends(
      rawMessage(
        OK,
        [JSON_TYPE, ...values.map((value) => `Content-Length: ${value}`)],
        channelText,
      ),
    ),
    want: { kind: ["connection", "parse"] },
  })),
  ...oddCodings.map(([name, coding, body, want]): FaultRow => ({
    name: `a body ${name}`,
    behaviour: sends(answer(200, [JSON_TYPE, `Content-Encoding: ${coding}`], body)),
    want: { kind: want },
  })),
  {
    name: "both a length and chunks",
    behaviour: sends(rawMessage(OK, [JSON_TYPE, LENGTH, CHUNKED], CHUNKED_BODY)),
    want: { kind: "connection" },
  },
  {
    name: "chunks with extensions",
    behaviour: sends(
      rawMessage(
        OK,
        [JSON_TYPE, CHUNKED],
        CHUNKED_BODY.replace("\r\n", `;a="b";c=${"d".repeat(100_000)}\r\n`),
      ),
    ),
    want: { kind: ["success", "connection"] },
  },
  {
    name: "trailers that contradict the head",
    behaviour: sends(
      rawMessage(
        OK,
        [JSON_TYPE, CHUNKED],
        `${chunk(channelText)}0\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\n`,
      ),
    ),
    want: { kind: ["success", "connection"] },
  },
  {
    name: "trailers without measure",
    behaviour: sends(
      rawMessage(
        OK,
        [JSON_TYPE, CHUNKED],
        `${chunk(channelText)}0\r\nX: ${"a".repeat(200_000)}\r\n\r\n`,
      ),
    ),
    want: { kind: "connection" },
  },
  {
    name: "a hundred times 100 Continue before the answer",
    behaviour: sends(`${"HTTP/1.1 100 Continue\r\n\r\n".repeat(100)}${jsonText()}`),
    want: { kind: ["success", "connection"] },
  },
  {
    name: "101 Switching Protocols, unasked",
    behaviour: sends("HTTP/1.1 101 Any\r\nUpgrade: any\r\nConnection: Upgrade\r\n\r\n"),
    want: { kind: ["connection", "http"] },
  },
  {
    name: "103 Early Hints with three hundred links before the answer",
    behaviour: sends(`HTTP/1.1 103 Any\r\n${"Link: </a>\r\n".repeat(300)}\r\n${jsonText()}`),
    want: { kind: "success" },
  },
  {
    name: "103 Early Hints before the answer",
    behaviour: sends(`HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${jsonText()}`),
    want: { kind: "success" },
  },
  {
    name: "103 Early Hints without an end",
    behaviour: floods("", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".repeat(100)),
    want: { kind: ["timeout", "connection"] },
  },
  {
    name: "trailers after the last chunk",
    behaviour: sends(
      rawMessage(OK, [JSON_TYPE, CHUNKED], `${chunk(channelText)}0\r\nX-Trailer: 1\r\n\r\n`),
    ),
    want: { kind: "success" },
  },
  {
    name: "an HTTP/1.0 answer, closed at its end",
    behaviour: sendsThenEnds(rawMessage("HTTP/1.0 200 OK", [JSON_TYPE], channelText)),
    want: { kind: "success" },
  },
  ...codingRows,
  {
    name: "a body in six codings",
    behaviour: sends(answer(200, [JSON_TYPE, `Content-Encoding: ${"gzip,".repeat(5)}gzip`], "?")),
    want: { kind: "connection" },
  },
  {
    name: "content codings by the names of what every object has",
    behaviour: sends(
      answer(200, [JSON_TYPE, "Content-Encoding: constructor, __proto__"], channelText),
    ),
    want: { kind: "success" },
  },
  {
    name: "an empty content coding",
    behaviour: sends(answer(200, [JSON_TYPE, "Content-Encoding:"], channelText)),
    want: { kind: "success" },
  },
  {
    name: "the coding that changes nothing",
    behaviour: sends(answer(200, [JSON_TYPE, "Content-Encoding: identity"], channelText)),
    want: { kind: "success" },
  },
  {
    name: "header lines by the names of what every object has",
    behaviour: sends(
      jsonAnswer(
        200,
        channel,
        ["__proto__", "__proto__", "constructor", "constructor", "toString", "hasOwnProperty"].map(
          (name) => `${name}: a`,
        ),
      ),
    ),
    want: { kind: "success" },
  },
  {
    name: "a body in gzip twice, declared twice",
    behaviour: sends(answer(200, [JSON_TYPE, `${GZIP}, gzip`], gzipSync(zipped))),
    want: { kind: "success" },
  },
  {
    name: "a body in gzip twice, declared once",
    behaviour: sends(answer(200, [JSON_TYPE, GZIP], gzipSync(zipped))),
    want: { kind: "parse", status: 200 },
  },
  {
    name: "a gzip body that is not declared",
    behaviour: sends(answer(200, [JSON_TYPE], zipped)),
    want: { kind: "parse", status: 200 },
  },
  {
    name: "plain JSON declared as gzip",
    behaviour: sends(answer(200, [JSON_TYPE, GZIP], channelText)),
    want: { kind: "parse", status: 200 },
  },
  {
    name: "a corrupt gzip body",
    behaviour: sends(answer(200, [JSON_TYPE, GZIP], corrupt)),
    want: { kind: "parse", status: 200 },
  },
  {
    name: "a gzip body cut in half",
    behaviour: sends(answer(200, [JSON_TYPE, GZIP], zipped.subarray(0, zipped.length / 2))),
    want: { kind: "parse", status: 200 },
  },
  {
    name: "a gzip bomb: a GiB of spaces in a MiB",
    behaviour: sends(answer(200, [JSON_TYPE, GZIP], bomb())),
    want: { kind: "parse", status: 200, retryable: false },
  },
  ...bombs.map(([coding, body]): FaultRow => ({
    name: `a body in ${coding} of sixteen MiB of spaces`,
    behaviour: sends(answer(200, [JSON_TYPE, `Content-Encoding: ${coding}`], body)),
    want: { kind: "parse", status: 200, retryable: false },
  })),
  {
    name: "a body in a content coding nobody knows",
    behaviour: sends(answer(200, [JSON_TYPE, "Content-Encoding: x-secret"], corrupt)),
    want: { kind: "parse", status: 200 },
  },
  {
    name: "a length that promises more than the limit",
    behaviour: sends(rawMessage(OK, [JSON_TYPE, "Content-Length: 9007199254740991"], channelText)),
    want: { kind: ["parse", "connection"], retryable: false },
  },
  {
    name: "a channel just over the limit of bytes",
    behaviour: sends(answer(200, [JSON_TYPE], channelText.padEnd(2049, " "))),
    options: { maxResponseBytes: 2048 },
    want: { kind: "parse", status: 200, retryable: false },
  },
  {
    name: "a channel just within the limit of bytes",
    behaviour: sends(answer(200, [JSON_TYPE], channelText.padEnd(2048, " "))),
    options: { maxResponseBytes: 2048 },
    want: { kind: "success" },
  },
];

/** Concatenated gzip members are one gzip body (RFC 1952 §2.2): a GiB without holding one. */
function bomb(): Buffer {
  const member = gzipSync(Buffer.alloc(16_777_216, " "));
  return Buffer.concat(Array.from({ length: 64 }, () => member));
}
