import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFlexClient, isFlexError } from "../../src/index.ts";
import { channelText } from "./channel.ts";

const RUNS = 300;
/** The form that the document gives, written down a second time on purpose. */
const SID_FORM = /^CH[0-9a-fA-F]{32}$/u;
const BASE_URL = "https://flex.example/base";

/** One call, and the URLs that it made the client ask for. */
async function requestsOf(
  sid: unknown,
  options?: object,
): Promise<{ readonly urls: readonly string[]; readonly result: unknown }> {
  const urls: string[] = [];
  const flex = createFlexClient({
    accountSid: `AC${"0".repeat(32)}`,
    authToken: "token",
    baseUrl: BASE_URL,
    maxRetries: 0,
    fetch: (url) => {
      urls.push(url);
      return Promise.resolve(
        new Response(channelText, { headers: { "content-type": "application/json" } }),
      );
    },
  });
  // What JavaScript lets through and the types do not.
  const result: unknown = await Reflect.apply(Reflect.get(flex.safe, "fetchChannel"), undefined, [
    sid,
    options,
  ]);
  return { result, urls };
}

const hexDigits = fc.string({
  unit: fc.constantFrom(..."0123456789abcdefABCDEF".split("")),
  minLength: 32,
  maxLength: 32,
});
const sids = hexDigits.map((digits) => `CH${digits}`);

/** Near misses: a valid SID with something before, after or inside it. */
const traps = fc.constantFrom(
  "/",
  "\\",
  "..",
  "/../",
  "%2e%2e%2f",
  "?",
  "#",
  "@",
  ":",
  ";",
  "&",
  "=",
  "%",
  "%00",
  "\0",
  "\n",
  "\r\n",
  "\u2028",
  " ",
  "\t",
  "\uFEFF",
  "\u200B",
  "\uFF0F",
  "\u2215",
  "é",
  "\u0130",
  "\uD800",
  "http://other.example/",
  "//other.example/",
  "?a=b",
  "#a",
  "{Sid}",
);
const nearMisses = fc
  .tuple(sids, traps, fc.nat({ max: 34 }), fc.boolean())
  .map(([sid, trap, at, replaces]) => {
    const rest = replaces ? at + trap.length : at;
    return sid.slice(0, at) + trap + sid.slice(rest);
  })
  .filter((text) => !SID_FORM.test(text));

/** What is no string and may act like one. */
const nonStrings = fc
  .oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
    sids.map((sid) => [sid]),
    sids.map((sid) => new String(sid)),
    sids.map((sid) => ({ toString: () => sid })),
    sids.map((sid) => ({ [Symbol.toPrimitive]: () => sid, length: 34 })),
    sids.map((sid) => Symbol(sid)),
    fc.constant(() => "CH"),
  )
  .filter((value) => typeof value !== "string");

describe("a channel SID", () => {
  test("of the document's form is asked for at exactly its own path", async () => {
    await fc.assert(
      fc.asyncProperty(sids, async (sid) => {
        const { urls, result } = await requestsOf(sid);
        expect(urls).toEqual([`${BASE_URL}/v1/Channels/${sid}`]);
        expect(result).toMatchObject({ kind: "success" });
      }),
      { numRuns: RUNS },
    );
  });

  test.each([
    ["any string", fc.string({ unit: "binary", maxLength: 64 })],
    ["a near miss", nearMisses],
    ["no string", nonStrings],
  ])(
    "that is %s is refused before any request",
    async (_name, arbitrary: fc.Arbitrary<unknown>) => {
      await fc.assert(
        fc.asyncProperty(arbitrary, async (sid) => {
          fc.pre(!(typeof sid === "string" && SID_FORM.test(sid)));
          const { urls, result } = await requestsOf(sid);
          expect(urls).toEqual([]);
          expect(isFlexError(result, "argument")).toBe(true);
        }),
        { numRuns: RUNS },
      );
    },
  );

  test("that is refused is not shown: it may be a secret in the wrong place", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uuid(), async (secret) => {
        const { result } = await requestsOf(secret);
        expect(`${String(result)}${JSON.stringify(result)}`).not.toContain(secret);
      }),
      { numRuns: RUNS },
    );
  });
});

describe("the options of a call", () => {
  test("that are anything lead to one request on the exact path, or to none", async () => {
    await fc.assert(
      fc.asyncProperty(sids, fc.object(), async (sid, options) => {
        const { urls, result } = await requestsOf(sid, options);
        const wanted = `${BASE_URL}/v1/Channels/${sid}`;
        const least = isFlexError(result) ? [] : [wanted];
        expect([[wanted], least]).toContainEqual(urls);
      }),
      { numRuns: RUNS },
    );
  });
});
