import { deepStrictEqual, equal, partialDeepStrictEqual } from "node:assert/strict";
import { sends } from "../behaviours.ts";
import { channel, channelText, SID } from "../channel.ts";
import type { Channel } from "../../../src/index.ts";
import type { FaultRow, Want } from "../fault-row.ts";
import { answer, JSON_TYPE, jsonAnswer } from "../http-message.ts";

/** Bytes that are no JSON text (RFC 8259), declared as `application/json`. */
const unparsable: readonly (readonly [string, string | Uint8Array])[] = [
  ["empty", ""],
  ["white space", " \r\n\t "],
  ["a byte order mark alone", "\uFEFF"],
  ["two byte order marks", `\uFEFF\uFEFF${channelText}`],
  ["an HTML page", "<!doctype html><title>Maintenance</title>"],
  ["JSON cut short", channelText.slice(0, -1)],
  ["JSON followed by garbage", `${channelText}garbage`],
  ["JSON followed by a NUL", `${channelText}\0`],
  ["two JSON texts in two lines", `${channelText}\n${channelText}\n`],
  ["JSON behind a guard", `)]}',\n${channelText}`],
  ["JSONP", `callback(${channelText})`],
  ["JSON with single quotes", "{'sid':null}"],
  ["JSON with a comment", `/* channel */${channelText}`],
  ["JSON with a trailing comma", `${channelText.slice(0, -1)},}`],
  ["NaN", channelText.replace("null", "NaN")],
  ["undefined", "undefined"],
  ["[object Object]", "[object Object]"],
  ["XML", '<?xml version="1.0"?><TwilioResponse/>'],
  ["UTF-16, little endian", Buffer.from(`\uFEFF${channelText}`, "utf16le")],
  ["UTF-16, big endian", Buffer.from(`\uFEFF${channelText}`, "utf16le").swap16()],
  [
    "UTF-8 that is invalid",
    Buffer.concat([
      Buffer.from(channelText.slice(0, -1)),
      Buffer.from(',"x":"'),
      Buffer.of(0xc3, 0x28, 0xff),
      Buffer.from('"}'),
    ]),
  ],
  ["UTF-8 cut inside a character", Buffer.from(`${channelText} é`).subarray(0, -1)],
  ["Latin-1", Buffer.from(`${channelText.slice(0, -1)},"x":"café"}`, "latin1")],
  ["NUL bytes", Buffer.alloc(512)],
  ["a PNG", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
  ["a lone brace", "{"],
  ["an array a hundred thousand levels deep, never closed", "[".repeat(100_000)],
];

function changed(changes: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...channel, ...changes });
}

function without(name: string): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(channel).filter(([property]) => property !== name)),
  );
}

function added(members: string): string {
  return `${channelText.slice(0, -1)},${members}}`;
}

const OTHER_SID = "CHffffffffffffffffffffffffffffffff";

/** JSON that is no channel by the document. */
const violations: readonly (readonly [string, string])[] = [
  ["null", "null"],
  ["true", "true"],
  ["a number", "42"],
  ["a number beyond all numbers", "1e999"],
  ["a string", '"channel"'],
  ["a channel in a string", JSON.stringify(channelText)],
  ["an empty array", "[]"],
  ["a channel in an array", `[${channelText}]`],
  ["a channel in an envelope", JSON.stringify({ data: channel })],
  ["an empty object", "{}"],
  ["a page of channels", JSON.stringify({ flex_chat_channels: [channel], meta: {} })],
  [
    "a Twilio error",
    JSON.stringify({ code: 20404, message: "Not found", more_info: "https://x", status: 404 }),
  ],
  ["problem details", JSON.stringify({ type: "about:blank", title: "No", status: 500 })],
  ["a GraphQL error", JSON.stringify({ data: null, errors: [{ message: "No" }] })],
  ["an array a hundred thousand levels deep", "[".repeat(100_000) + "]".repeat(100_000)],
  ["a channel only as a prototype", `{"__proto__":${channelText}}`],
  ["names in camel case", JSON.stringify({ accountSid: channel.account_sid, sid: SID })],
  ["a sid that is a number", changed({ sid: 42 })],
  ["a sid that is an object", changed({ sid: { sid: SID } })],
  ["a sid in an array", changed({ sid: [SID] })],
  ["an empty sid", changed({ sid: "" })],
  ["the sid of a message", changed({ sid: SID.replace("CH", "IM") })],
  ["a sid of 33 characters", changed({ sid: SID.slice(1) })],
  ["a sid with a line feed at its end", changed({ sid: `${SID}\n` })],
  ["a sid between others", changed({ sid: `x${SID}x` })],
  ["a date that is a number", changed({ date_created: 1_470_089_440 })],
  ["a url that is false", changed({ url: false })],
  ...Object.keys(channel).map((name) => [`a channel without ${name}`, without(name)] as const),
];

const hostileNames = { toString: 1, hasOwnProperty: 2, valueOf: null, toJSON: "x", length: -1 };

/** What the document allows, and what of it the caller must find. */
const allowed: readonly (readonly [string, string, object])[] = [
  [
    "with null for every property",
    JSON.stringify(Object.fromEntries(Object.keys(channel).map((name) => [name, null]))),
    { sid: null, url: null, date_created: null },
  ],
  [
    "with properties that the document does not know",
    changed({ links: { members: "/m" }, unread: 3 }),
    { ...channel, links: { members: "/m" }, unread: 3 },
  ],
  ["with numbers beyond all numbers", added('"big":1e999'), { ...channel, big: Infinity }],
  ["with a property given twice", added(`"sid":"${OTHER_SID}"`), { ...channel, sid: OTHER_SID }],
  ["with properties of hostile names", changed(hostileNames), { ...channel, ...hostileNames }],
  ["behind a byte order mark", `\uFEFF${channelText}`, channel],
  ["between white space", `\r\n\t ${channelText} \r\n`, channel],
  [
    "of another SID: the document ties no property to the parameter",
    changed({ sid: OTHER_SID }),
    { ...channel, sid: OTHER_SID },
  ],
];

/** Media types beside a body that is a channel. */
const types: readonly (readonly [string, readonly string[], Want])[] = [
  ["application/json; charset=utf-8", ["application/json; charset=utf-8"], { kind: "success" }],
  ["a tab before its parameter", ["application/json\t;charset=utf-8"], { kind: "success" }],
  ["two in one line", ["application/json, application/json"], { kind: "parse" }],
  ["anything", ["*/*"], { kind: "parse" }],
  ["APPLICATION/JSON", ["APPLICATION/JSON"], { kind: "success" }],
  // JSON is UTF-8 whatever the parameter says (RFC 8259 §11), and this text is ASCII.
  ["a charset of Latin-1", ["application/json; charset=iso-8859-1"], { kind: "success" }],
  ["text/html", ["text/html"], { kind: ["parse", "contract"], status: 200, retryable: false }],
  ["text/plain", ["text/plain"], { kind: ["parse", "contract"], status: 200, retryable: false }],
  ["a JSON type of another kind", ["application/problem+json"], { kind: ["parse", "contract"] }],
  ["application/jsonp", ["application/jsonp"], { kind: ["parse", "contract"] }],
  ["no media type at all", [";;;"], { kind: ["parse", "contract"] }],
  ["an empty one", [""], { kind: ["parse", "contract", "success"] }],
  ["none", [], { kind: ["parse", "contract", "success"] }],
  [
    "two that contradict",
    ["application/json", "text/html"],
    { kind: ["parse", "contract", "success"] },
  ],
];

function isUnpolluted(data: Channel): void {
  deepStrictEqual(Object.getPrototypeOf(data), Object.prototype);
  equal("polluted" in data, false);
  equal("polluted" in {}, false);
}

export const bodyRows: readonly FaultRow[] = [
  ...unparsable.map(([name, body]): FaultRow => ({
    name: `a body that is ${name}`,
    behaviour: sends(answer(200, [JSON_TYPE], body)),
    want: { kind: "parse", status: 200, retryable: false },
  })),
  ...violations.map(([name, body]): FaultRow => ({
    name: `JSON that is ${name}`,
    behaviour: sends(answer(200, [JSON_TYPE], body)),
    want: { kind: "contract", status: 200, retryable: false },
  })),
  ...allowed.map(([name, body, data]): FaultRow => ({
    name: `a channel ${name}`,
    behaviour: sends(answer(200, [JSON_TYPE], body)),
    want: {
      kind: "success",
      data: (actual) => {
        partialDeepStrictEqual(actual, data);
      },
    },
  })),
  {
    name: "a channel with a __proto__ of its own",
    behaviour: sends(
      answer(
        200,
        [JSON_TYPE],
        added('"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}'),
      ),
    ),
    want: { kind: "success", data: isUnpolluted },
  },
  {
    name: "a channel with an unknown property a hundred thousand levels deep",
    behaviour: sends(
      answer(200, [JSON_TYPE], added(`"deep":${"[".repeat(100_000)}${"]".repeat(100_000)}`)),
    ),
    want: {
      kind: "success",
      data: ({ sid }) => {
        equal(sid, SID);
      },
    },
  },
  ...types.map(([name, values, want]): FaultRow => ({
    name: `a channel whose media type is ${name}`,
    behaviour: sends(
      answer(
        200,
        values.map((value) => `Content-Type: ${value}`),
        channelText,
      ),
    ),
    want,
  })),
  {
    name: "an HTML page as text/html",
    behaviour: sends(answer(200, ["Content-Type: text/html"], "<h1>Sign in</h1>")),
    want: { kind: ["parse", "contract"], status: 200 },
  },
  {
    name: "a Twilio error inside a 200 keeps its code",
    behaviour: sends(jsonAnswer(200, { code: 20404, message: "Not found", status: 404 })),
    want: { kind: "contract", status: 200, code: 20404 },
  },
];
