import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { createFlexClient, isFlexError } from "../../src/index.ts";
import { channelText, SID } from "./channel.ts";

/* Options that the types forbid and JavaScript lets through. */

const fails = (): never => {
  throw new Error("an application's mistake");
};
const unavailable = (): Promise<Response> => Promise.resolve(new Response(null, { status: 503 }));

/** Options that cannot work, of a client or of a call: nothing is sent. */
const refused: readonly (readonly [string, readonly unknown[]])[] = [
  ["timeoutMs", [Number.NaN, -1, 0, "5", {}]],
  ["deadlineMs", [Number.NaN, -1, 0, "5", {}]],
  ["maxRetries", [Number.NaN, -1, "5", {}]],
  ["maxResponseBytes", [Number.NaN, -1, 0, "5", {}]],
  ["validation", ["strict", null, true]],
  ["baseUrl", [5, "", "flex.example", "ftp://flex.example", "https://", "http://flex.example", {}]],
  [
    "headers",
    [null, { "X-A": 5 }, { "X-A": null }, { "X-A": "a\r\nb" }, { "": "a" }, [["a", "b"]]],
  ],
  ["fetch", [5, "fetch", {}]],
  ["shouldRetry", [5, "yes", {}]],
];
const refusals = refused.flatMap(([name, values]) =>
  values.map((value) => ({ name: `${name}: ${inspect(value)}`, option: { [name]: value } })),
);

/** What an application's own function does in the middle of a call ends in a typed error or changes nothing. */
const survived: readonly {
  readonly name: string;
  readonly options: object;
  readonly call?: object;
}[] = [
  { name: "a shouldRetry that throws", options: { shouldRetry: fails, fetch: unavailable } },
  { name: "a random that throws", options: { random: fails, fetch: unavailable } },
  { name: "an onWarning that throws", options: { onWarning: fails, onRequest: fails } },
  { name: "a signal that is a number", options: {}, call: { signal: 5 } },
  { name: "a signal that is an object", options: {}, call: { signal: {} } },
  { name: "hooks that are no functions", options: { onRequest: 5, onResponse: {}, onError: "x" } },
  { name: "a provider that gives nothing", options: { credentials: () => undefined } },
  { name: "a provider that is none", options: { credentials: 5 } },
  { name: "options that are text", options: {}, call: Object("text") },
];

/** The result of one call, an error of `createFlexClient` included, and how often was asked. */
async function resultOf(
  options: object,
  call?: object,
): Promise<{ readonly result: unknown; readonly requests: number }> {
  let requests = 0;
  const fetch = (): Promise<Response> => {
    requests += 1;
    return Promise.resolve(
      new Response(channelText, { headers: { "content-type": "application/json" } }),
    );
  };
  try {
    const flex = createFlexClient({
      accountSid: `AC${"0".repeat(32)}`,
      authToken: "token",
      baseUrl: "https://flex.example",
      maxRetries: 1,
      onWarning: () => undefined,
      fetch,
      ...options,
    });
    const safe = Reflect.get(flex.safe, "fetchChannel");
    return { result: await Reflect.apply(safe, undefined, [SID, call]), requests };
  } catch (error) {
    return { result: error, requests };
  }
}

describe("an option is refused before anything is sent", () => {
  test.each(refusals)("of a client: $name", async ({ option }) => {
    const { result, requests } = await resultOf(option);
    expect(requests).toBe(0);
    expect(isFlexError(result, "configuration"), inspect(result)).toBe(true);
  });

  test.each(refusals)("of a call: $name", async ({ option }) => {
    const { result, requests } = await resultOf({}, option);
    expect(requests).toBe(0);
    expect(isFlexError(result, "configuration"), inspect(result)).toBe(true);
  });
});

describe("the safe form never rejects", () => {
  test.each(survived)("for $name", async ({ options, call }) => {
    const { result } = await resultOf({ random: () => 0, ...options }, call);
    expect(["Object", true]).toContain(
      isFlexError(result) || Object.getPrototypeOf(result).constructor.name,
    );
  });
});
