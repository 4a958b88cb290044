import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { FlexClientOptions, FlexErrorKind, RequestOptions } from "../../src/index.ts";
import { createFlexClient } from "../entry.ts";
import { canaries } from "./canary.ts";
import { channelText, SID } from "./channel.ts";
import { indiscretions } from "./complaints.ts";

/*
 * One secret in every input there is, and every output searched for it: the error in all its forms,
 * hooks, warnings, diagnostics channels, the console, and the client itself.
 */

const SECRET = "canary-7f3a9c";
const ACCOUNT = { accountSid: canaries.accountSid, authToken: SECRET };
const CHANNELS = ["start", "attempt", "response", "retry", "end", "error"].map(
  (kind) => `flex-channels:${kind}`,
);

interface CanaryRow {
  readonly name: string;
  readonly options?: FlexClientOptions;
  readonly call?: RequestOptions & { readonly query?: unknown; readonly header?: unknown };
  readonly sid?: unknown;
  readonly environment?: Readonly<Record<string, string>>;
  readonly answers?: readonly (() => Response)[];
  readonly want: "success" | FlexErrorKind;
}

const honest = (): Response =>
  new Response(channelText, { headers: { "content-type": "application/json" } });
const status = (code: number) => (): Response => new Response(null, { status: code });
const failing = (): never => {
  throw new Error(SECRET);
};
const rejecting = (): Promise<never> => Promise.reject(new Error(SECRET));

const rows: readonly CanaryRow[] = [
  { name: "the auth token", options: ACCOUNT, want: "success" },
  { name: "the auth token, and a failure", options: ACCOUNT, answers: [status(404)], want: "http" },
  {
    name: "the auth token in the environment",
    environment: { TWILIO_ACCOUNT_SID: canaries.accountSid, TWILIO_AUTH_TOKEN: SECRET },
    answers: [status(404)],
    want: "http",
  },
  {
    name: "the secret of an API key in the environment",
    environment: { TWILIO_API_KEY: `SK${"0".repeat(32)}`, TWILIO_API_SECRET: SECRET },
    answers: [status(404)],
    want: "http",
  },
  {
    name: "the secret of an API key",
    options: { apiKey: `SK${"0".repeat(32)}`, apiSecret: SECRET },
    answers: [status(403)],
    want: "http",
  },
  { name: "a bearer token", options: { token: SECRET }, answers: [status(401)], want: "http" },
  {
    name: "what a provider gives, before and after a 401",
    options: { credentials: () => Promise.resolve(ACCOUNT) },
    answers: [status(401), status(401)],
    want: "http",
  },
  {
    name: "what a provider throws",
    options: { credentials: rejecting },
    want: "configuration",
  },
  {
    name: "a malformed credential of a provider",
    options: { credentials: () => ({ ...ACCOUNT, authToken: `${SECRET}\n` }) },
    want: "configuration",
  },
  {
    name: "an auth token with a line feed",
    options: { ...ACCOUNT, authToken: `${SECRET}\r\n` },
    want: "configuration",
  },
  {
    name: "a token in the place of the account SID",
    options: { accountSid: SECRET, authToken: "x" },
    want: "configuration",
  },
  {
    name: "a secret in the place of the API key",
    options: { apiKey: SECRET, apiSecret: "x" },
    want: "configuration",
  },
  { name: "a bearer token with a space", options: { token: `${SECRET} x` }, want: "configuration" },
  {
    name: "a header of the client",
    options: { ...ACCOUNT, headers: { "X-Secret": SECRET } },
    answers: [status(400)],
    want: "http",
  },
  {
    name: "a header of a call",
    options: ACCOUNT,
    call: { headers: { "X-Secret": SECRET } },
    answers: [status(400)],
    want: "http",
  },
  {
    name: "a header that would end itself",
    options: ACCOUNT,
    call: { headers: { "X-Secret": `${SECRET}\r\nX-Other: 1` } },
    want: "configuration",
  },
  {
    name: "a header name that is none",
    options: ACCOUNT,
    call: { headers: { [`${SECRET} x`]: "1" } },
    want: "configuration",
  },
  {
    name: "an Authorization header of one's own",
    options: ACCOUNT,
    call: { headers: { Authorization: SECRET } },
    want: "configuration",
  },
  {
    name: "user information in the base URL",
    options: { ...ACCOUNT, baseUrl: `https://user:${SECRET}@flex.example` },
    want: "configuration",
  },
  {
    name: "a query in the base URL",
    options: { ...ACCOUNT, baseUrl: `https://flex.example?token=${SECRET}` },
    want: "configuration",
  },
  {
    name: "a base URL that is none",
    options: { ...ACCOUNT, baseUrl: SECRET },
    want: "configuration",
  },
  {
    name: "a path in the base URL",
    options: { ...ACCOUNT, baseUrl: `https://flex.example/${SECRET}` },
    answers: [status(404)],
    want: "http",
  },
  {
    name: "a base URL of plain http on a call",
    options: ACCOUNT,
    call: { baseUrl: `http://flex.example/${SECRET}` },
    want: "configuration",
  },
  {
    name: "a region that is none",
    options: { ...ACCOUNT, region: `${SECRET}.x` },
    want: "configuration",
  },
  {
    name: "a region that is none in the environment",
    options: ACCOUNT,
    environment: { TWILIO_REGION: `${SECRET}/` },
    want: "configuration",
  },
  {
    name: "a user agent that is none",
    options: { ...ACCOUNT, userAgent: `${SECRET}\n` },
    want: "configuration",
  },
  { name: "a secret in the place of the SID", options: ACCOUNT, sid: SECRET, want: "argument" },
  {
    name: "an object in the place of the SID",
    options: ACCOUNT,
    sid: { [SECRET]: SECRET, toString: () => SECRET },
    want: "argument",
  },
  {
    name: "a query parameter that the document does not know",
    options: ACCOUNT,
    call: { query: { Token: SECRET } },
    want: "argument",
  },
  {
    name: "a header parameter that the document does not know",
    options: ACCOUNT,
    call: { header: { Token: SECRET } },
    want: "argument",
  },
  {
    name: "the reason of an abort",
    options: ACCOUNT,
    call: { signal: AbortSignal.abort(new Error(SECRET)) },
    want: "abort",
  },
  {
    name: "what fetch throws",
    options: { ...ACCOUNT, fetch: rejecting, maxRetries: 0 },
    want: "connection",
  },
  { name: "what onRequest throws", options: { ...ACCOUNT, onRequest: failing }, want: "success" },
  {
    name: "what onResponse rejects with",
    options: { ...ACCOUNT, onResponse: rejecting },
    want: "success",
  },
  {
    name: "what onRetry throws",
    options: { ...ACCOUNT, onRetry: failing, random: () => 0 },
    answers: [status(503), honest],
    want: "success",
  },
  {
    name: "what onError rejects with",
    options: { ...ACCOUNT, onError: rejecting },
    answers: [status(404)],
    want: "http",
  },
  {
    name: "headers of a success",
    options: ACCOUNT,
    answers: [
      () =>
        new Response(channelText, {
          headers: {
            "content-type": "application/json",
            "set-cookie": canaries.server,
            "x-token": canaries.server,
          },
        }),
    ],
    want: "success",
  },
  {
    name: "a hexadecimal auth token that comes back as a request id",
    options: { ...ACCOUNT, authToken: canaries.hexToken },
    answers: [
      () =>
        new Response(channelText, {
          headers: { "content-type": "application/json", "x-request-id": canaries.hexToken },
        }),
    ],
    want: "success",
  },
  {
    name: "a Deprecation, a Sunset and their Link",
    options: ACCOUNT,
    answers: [
      () =>
        new Response(channelText, {
          headers: {
            "content-type": "application/json",
            deprecation: canaries.server,
            sunset: canaries.server,
            link: `<https://flex.example/?token=${canaries.server}>; rel="deprecation"`,
          },
        }),
    ],
    want: "success",
  },
];

const published: unknown[] = [];
const spoken: unknown[] = [];
const unhandled: unknown[] = [];
const onPublished = (message: unknown): void => void published.push(message);
const onWarning = (warning: Error): void => void spoken.push(warning);
const onUnhandled = (reason: unknown): void => void unhandled.push(reason);

beforeAll(() => {
  for (const name of CHANNELS) subscribe(name, onPublished);
  for (const method of ["log", "info", "warn", "error", "debug", "trace"] as const) {
    vi.spyOn(console, method).mockImplementation((...values) => void spoken.push(...values));
  }
  process.on("warning", onWarning);
  process.on("unhandledRejection", onUnhandled);
});

afterEach(() => {
  vi.unstubAllEnvs();
  published.length = 0;
});

afterAll(() => {
  for (const name of CHANNELS) unsubscribe(name, onPublished);
  process.off("warning", onWarning);
  process.off("unhandledRejection", onUnhandled);
  vi.restoreAllMocks();
});

/** What comes out of one row: the client, its result or error, events and warnings. */
async function outputsOfRow(row: CanaryRow): Promise<{ kind: string; outputs: unknown[] }> {
  const outputs: unknown[] = [];
  const record = (value: unknown): void => void outputs.push(value);
  const answers = [...(row.answers ?? [honest])];
  try {
    const flex = createFlexClient({
      maxRetries: 1,
      fetch: () => Promise.resolve((answers.shift() ?? honest)()),
      onRequest: record,
      onResponse: record,
      onRetry: record,
      onError: record,
      onWarning: record,
      ...row.options,
    });
    // Any value may be given for any argument: the types are for those who use them.
    const fetchChannel = Reflect.get(flex, "fetchChannel");
    outputs.push(flex, flex.safe, fetchChannel);
    outputs.push(await Reflect.apply(fetchChannel, undefined, [row.sid ?? SID, row.call]));
    return { kind: "success", outputs };
  } catch (error) {
    outputs.push(error);
    const kind = error instanceof Error && "kind" in error ? String(error.kind) : String(error);
    return { kind, outputs };
  }
}

describe("a secret is not shown that is", () => {
  test.each(rows)("$name", async (row) => {
    for (const [name, value] of Object.entries(row.environment ?? {})) vi.stubEnv(name, value);
    const { kind, outputs } = await outputsOfRow(row);
    expect([...outputs, ...published].flatMap(indiscretions)).toEqual([]);
    expect(kind).toBe(row.want);
  });
});

describe("after all of them", () => {
  test("neither the console nor a warning of the process shows a secret", () => {
    expect(spoken.flatMap(indiscretions)).toEqual([]);
  });

  test("no promise was rejected unheard", async () => {
    await new Promise((resolve) => setImmediate(resolve));
    expect(unhandled).toEqual([]);
  });

  test("the search finds a secret where there is one", () => {
    expect(indiscretions({ nested: [new Error(`token ${SECRET}`)] })).not.toEqual([]);
    expect(indiscretions(new Error("harmless"))).toEqual([]);
  });
});
