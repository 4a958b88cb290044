import { expect, test } from "vitest";
import { members } from "./document.ts";
import type { Json } from "./document.ts";
import { judges } from "./validators.ts";

const channel = Object.fromEntries(
  members(
    "/paths/~1v1~1Channels~1{Sid}/get/responses/200/content/application~1json/examples/channel/value",
  ),
);

const nothing: Json = Object.fromEntries(Object.keys(channel).map((key) => [key, null]));

function without(key: string): Json {
  return Object.fromEntries(Object.entries(channel).filter(([name]) => name !== key));
}

const rows: readonly { name: string; given: Json; want: boolean }[] = [
  { name: "the page's example", given: channel, want: true },
  { name: "a channel of a studio flow", given: { ...channel, task_sid: null }, want: true },
  { name: "null in every attribute", given: nothing, want: true },
  { name: "one more member", given: { ...channel, added_later: 1 }, want: true },
  {
    name: "hexadecimal digits in capitals",
    given: { ...channel, sid: `CH${"AF".repeat(16)}` },
    want: true,
  },
  { name: "an empty object", given: {}, want: false },
  {
    name: "Twilio's error body",
    given: {
      code: 20404,
      message: "…",
      more_info: "https://www.twilio.com/docs/errors/20404",
      status: 404,
    },
    want: false,
  },
  { name: "a problem details object", given: { type: "about:blank", status: 404 }, want: false },
  { name: "a list of channels", given: [channel], want: false },
  { name: "a channel in an envelope", given: { channel }, want: false },
  { name: "null", given: null, want: false },
  { name: "text", given: JSON.stringify(channel), want: false },
  ...Object.keys(channel).map((key) => ({ name: `no ${key}`, given: without(key), want: false })),
  ...Object.keys(channel).map((key) => ({
    name: `a number as ${key}`,
    given: { ...channel, [key]: 1 },
    want: false,
  })),
  ...Object.keys(channel).map((key) => ({
    name: `no text in ${key}`,
    given: { ...channel, [key]: "" },
    want: false,
  })),
  {
    name: "another resource's SID",
    given: { ...channel, sid: `AC${"a".repeat(32)}` },
    want: false,
  },
  { name: "a SID one digit short", given: { ...channel, sid: `CH${"a".repeat(31)}` }, want: false },
  { name: "a SID one digit long", given: { ...channel, sid: `CH${"a".repeat(33)}` }, want: false },
  {
    name: "a SID with a letter beyond f",
    given: { ...channel, sid: `CH${"g".repeat(32)}` },
    want: false,
  },
  { name: "a relative URL", given: { ...channel, url: "/v1/Channels/CH" }, want: false },
  { name: "a date without a time", given: { ...channel, date_created: "2016-08-01" }, want: false },
  {
    name: "a date of RFC 2822",
    given: { ...channel, date_updated: "Mon, 01 Aug 2016 22:10:40 +0000" },
    want: false,
  },
];

for (const judge of judges) {
  test.each(rows)(`${judge.name} says of $name: $want`, ({ given, want }) => {
    expect(judge.accepts("/components/schemas/Channel", given)).toBe(want);
  });
}
