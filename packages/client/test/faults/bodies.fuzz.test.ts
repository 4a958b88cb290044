import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FlexClient } from "../../src/index.ts";
import { createFlexClient } from "../entry.ts";
import { channel, channelText, SID } from "./channel.ts";
import { laxJudge, strictJudge } from "./channel-judge.ts";

const RUNS = 500;

/** What the client makes of a body that arrives as `application/json`, in pieces of any size. */
async function resultOf(
  body: Uint8Array,
  pieceLength: number,
): Promise<Awaited<ReturnType<FlexClient["safe"]["fetchChannel"]>>> {
  const flex = createFlexClient({
    accountSid: `AC${"0".repeat(32)}`,
    authToken: "token",
    baseUrl: "https://flex.example",
    maxRetries: 0,
    fetch: () => Promise.resolve(new Response(streamOf(body, pieceLength), { headers })),
  });
  return flex.safe.fetchChannel(SID);
}

const headers = { "content-type": "application/json" };

function streamOf(body: Uint8Array, pieceLength: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (at >= body.length) {
        controller.close();
        return;
      }
      controller.enqueue(body.slice(at, at + pieceLength));
      at += pieceLength;
    },
  });
}

/** What the bytes say, if they say anything: UTF-8 without fault and one JSON text. */
function meaningOf(body: Uint8Array): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)) };
  } catch {
    return undefined;
  }
}

/** What the result of a body has to be, as far as the document tells. */
function resultsFor(meaning: ReturnType<typeof meaningOf>): readonly unknown[] {
  if (meaning === undefined) return [{ kind: "parse", status: 200 }];
  const success = { kind: "success", status: 200, data: meaning.value };
  const violation = { kind: "contract", status: 200 };
  return [
    ...(laxJudge(meaning.value) ? [success] : []),
    ...(strictJudge(meaning.value) ? [] : [violation]),
  ];
}

async function judge(body: Uint8Array, pieceLength: number): Promise<void> {
  const result = await resultOf(body, pieceLength);
  expect(resultsFor(meaningOf(body))).toContainEqual(summaryOf(result));
}

function summaryOf(result: Awaited<ReturnType<typeof resultOf>>): unknown {
  const { kind, status } = result;
  return kind === "success" ? { kind, status, data: result.data } : { kind, status };
}

const pieceLengths = fc.integer({ min: 1, max: 64 });
const bytesOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

/** Values in the neighbourhood of what a property may be. */
const nearValues = fc.oneof(
  fc.jsonValue(),
  fc.constant(null),
  fc.string({ unit: "binary" }),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.webUrl(),
  fc.constantFrom(...Object.values(channel)),
  fc
    .tuple(
      fc.constantFrom("CH", "AC", "FO", "US", "WT", "ch", "XX", ""),
      fc.string({
        unit: fc.constantFrom(..."0123456789abcdefABCDEFg".split("")),
        minLength: 31,
        maxLength: 33,
      }),
    )
    .map((parts) => parts.join("")),
);

const names = Object.keys(channel);
const nearChannels = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...names, "extra", "__proto__"), nearValues, { maxKeys: 3 }),
    fc.subarray(names, { maxLength: 1 }),
  )
  .map(([changes, absent]) =>
    Object.fromEntries(
      Object.entries({ ...channel, ...changes }).filter(([name]) => !absent.includes(name)),
    ),
  );

/** A channel's text with a few bytes changed, removed or added. */
const damagedTexts = fc
  .array(
    fc.tuple(
      fc.nat({ max: channelText.length }),
      fc.nat({ max: 2 }),
      fc.uint8Array({ maxLength: 3 }),
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((damages) => {
    const bytes = [...Buffer.from(channelText)];
    for (const [at, removed, added] of damages) bytes.splice(at, removed, ...added);
    return Uint8Array.from(bytes);
  });

describe("a body is a channel of the document or a typed error", () => {
  const rows: readonly (readonly [string, fc.Arbitrary<Uint8Array>])[] = [
    ["bytes", fc.uint8Array({ maxLength: 256 })],
    ["JSON", fc.jsonValue().map(bytesOf)],
    ["a channel that is changed", nearChannels.map(bytesOf)],
    ["a channel whose text is damaged", damagedTexts],
  ];

  test.each(rows)("whatever %s it is", async (_name, bodies) => {
    await fc.assert(fc.asyncProperty(bodies, pieceLengths, judge), { numRuns: RUNS });
  });

  test("and near misses fall on both sides, so that the judge is put to work", () => {
    const verdicts = new Set(
      fc.sample(nearChannels, { numRuns: 300, seed: 1 }).map((value) => laxJudge(value)),
    );
    expect(verdicts).toEqual(new Set([true, false]));
  });
});
