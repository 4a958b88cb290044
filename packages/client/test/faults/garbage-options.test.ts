import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
  ["validation", ["strict", null, true, ["throw"], Object("off")]],
  ["baseUrl", [5, "", "flex.example", "ftp://flex.example", "https://", "http://flex.example", {}]],
  [
    "headers",
    [
      null,
      [["a", "b"]],
      { "X-A": 5 },
      { "X-A": null },
      { "X-A": "a\r\nb" },
      { "": "a" },
      ...["Upgrade", "TE", "Trailer", "Expect", "Keep-Alive", "Proxy-Connection"].map((name) => ({
        [name]: "a",
      })),
    ],
  ],
  ["fetch", [5, "fetch", {}]],
  ["shouldRetry", [5, "yes", {}]],
  ["signal", [5, {}, { aborted: false, addEventListener: () => undefined }]],
];
/** Options that only a client has. */
const refusedOfAClient: typeof refused = [
  ["backoff", [null, 5, {}, { initialMs: 1 }]],
  ["retryBudget", [Number.NaN, -1, "5", null]],
  ["clock", [null, 5, {}, { monotonicMs: () => 0 }]],
  ["random", [null, 5, {}]],
  ["onWarning", [null, 5, {}]],
];
const rowsOf = (
  options: typeof refused,
): readonly { readonly name: string; readonly option: object }[] =>
  options.flatMap(([name, values]) =>
    values.map((value) => ({ name: `${name}: ${inspect(value)}`, option: { [name]: value } })),
  );
const refusals = rowsOf(refused);

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

const signal = (parts: PropertyDescriptorMap): object => ({
  signal: Object.defineProperties(
    { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined },
    parts,
  ),
});
const trap: object = new Proxy({}, { get: fails, has: fails, ownKeys: fails });

/** What of an application's throws, and what comes of the call. */
const thrown: readonly {
  readonly name: string;
  readonly options?: object;
  readonly call?: object;
  readonly want: string;
  readonly requests: number;
}[] = [
  {
    name: "an option's getter",
    call: Object.defineProperty({}, "timeoutMs", { get: fails }),
    want: "configuration",
    requests: 0,
  },
  {
    name: "an argument's getter",
    call: Object.defineProperty({}, "query", { get: fails }),
    want: "configuration",
    requests: 0,
  },
  { name: "every property of the options", call: trap, want: "configuration", requests: 0 },
  { name: "the headers", call: { headers: trap }, want: "configuration", requests: 0 },
  {
    name: "a base URL that becomes a text",
    call: { baseUrl: { toString: fails } },
    want: "configuration",
    requests: 0,
  },
  {
    name: "a signal that is asked",
    call: signal({ aborted: { get: fails } }),
    want: "configuration",
    requests: 0,
  },
  {
    name: "a signal that is listened to",
    call: signal({ addEventListener: { value: fails } }),
    want: "configuration",
    requests: 0,
  },
  {
    name: "a signal that is let go",
    call: signal({ removeEventListener: { value: fails } }),
    want: "success",
    requests: 1,
  },
  {
    name: "a shouldRetry that promises instead",
    options: { shouldRetry: async () => fails(), fetch: unavailable },
    want: "http",
    requests: 0,
  },
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
  test.each([...refusals, ...rowsOf(refusedOfAClient)])(
    "of a client: $name",
    async ({ option }) => {
      const { result, requests } = await resultOf(option);
      expect(requests).toBe(0);
      expect(isFlexError(result, "configuration"), inspect(result)).toBe(true);
    },
  );

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

describe("a call has its result where what throws is", () => {
  const unheard: unknown[] = [];
  const hear = (reason: unknown): void => void unheard.push(reason);
  beforeAll(() => void process.on("unhandledRejection", hear));
  afterAll(() => void process.off("unhandledRejection", hear));

  test.each(thrown)("$name", async ({ options = {}, call, want, requests }) => {
    const sighting = await resultOf({ random: () => 0, ...options }, call);
    expect(sighting).toMatchObject({ result: { kind: want }, requests });
    await new Promise((resolve) => setImmediate(resolve));
    expect(unheard).toEqual([]);
  });
});
