import type { UnderlyingSource } from "node:stream/web";
import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createFlexClient, type FlexClientOptions } from "../../src/index.ts";
import { createFakeClock, run } from "../fake-clock.ts";
import { basicCredentials, canaries } from "./canary.ts";
import { channel, channelText, SID } from "./channel.ts";
import { complaintsAboutData, complaintsAboutError, indiscretions } from "./complaints.ts";
import type { Outcome } from "./fault-row.ts";

/** What is no response at all is a broken connection, or an answer that breaks the contract. */
const UNREADABLE = ["connection", "parse", "contract", "http"] as const;

type Fetch = NonNullable<FlexClientOptions["fetch"]>;

const JSON_HEADERS = { "content-type": "application/json" };
const leak = `Authorization: Basic ${basicCredentials} ${canaries.authToken} ${canaries.header}`;

const unhandled: unknown[] = [];
const onUnhandled = (reason: unknown): void => void unhandled.push(reason);

beforeAll(() => void process.on("unhandledRejection", onUnhandled));
afterAll(() => void process.off("unhandledRejection", onUnhandled));

/** Gives the client something that the type of `fetch` forbids and JavaScript does not. */
function untyped(fetch: (...args: never[]) => unknown): Fetch {
  return function (this: unknown, ...given) {
    return Reflect.apply(fetch, this, given);
  };
}

function answers(body: string | null): Fetch {
  return untyped(() => Promise.resolve(new Response(body, { headers: JSON_HEADERS })));
}

function streams(source: UnderlyingSource): Fetch {
  return untyped(() =>
    Promise.resolve(new Response(new ReadableStream(source), { headers: JSON_HEADERS })),
  );
}

const never = (): Promise<never> => new Promise(() => undefined);
const inOtherRealm = (code: string, globals: object = {}): unknown =>
  runInNewContext(code, { ...globals });

/** What is left of a response is as it should be. */
function responds(parts: object): Fetch {
  return untyped(async () => {
    const { headers, body } = new Response(channelText, { headers: JSON_HEADERS });
    return { status: 200, headers, body, ...parts };
  });
}

const fails = (): never => {
  throw new Error(leak);
};

function throwing(value: unknown): Fetch {
  return untyped(() => Promise.reject(value));
}

const circular: Error & { self?: unknown } = new Error("circular");
circular.self = circular;
circular.cause = circular;

const hostile = new Proxy(
  {},
  {
    get: () => {
      throw new Error(leak);
    },
  },
);

/** A `fetch` that breaks its word, and what the caller sees of it. */
const rows: readonly {
  readonly name: string;
  readonly fetch: Fetch;
  /** Headers of the call. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly want: Outcome | readonly Outcome[];
}[] = [
  { name: "never settles", fetch: untyped(never), want: "timeout" },
  {
    name: "settles only after its time, with a failure",
    fetch: untyped(
      (_input: unknown, init: { readonly signal: AbortSignal }) =>
        new Promise((_, reject) => {
          init.signal.addEventListener("abort", () =>
            queueMicrotask(() => reject(new Error("late"))),
          );
        }),
    ),
    want: "timeout",
  },
  {
    name: "settles only after its time, with an answer",
    fetch: untyped(
      (_input: unknown, init: { readonly signal: AbortSignal }) =>
        new Promise((resolve) => {
          init.signal.addEventListener("abort", () =>
            queueMicrotask(() => resolve(new Response(channelText, { headers: JSON_HEADERS }))),
          );
        }),
    ),
    want: "timeout",
  },
  {
    name: "resolves to undefined",
    fetch: untyped(() => Promise.resolve(undefined)),
    want: UNREADABLE,
  },
  { name: "resolves to null", fetch: untyped(() => Promise.resolve(null)), want: UNREADABLE },
  {
    name: "resolves to a channel",
    fetch: untyped(() => Promise.resolve(channel)),
    want: UNREADABLE,
  },
  {
    name: "resolves to a string",
    fetch: untyped(() => Promise.resolve(channelText)),
    want: UNREADABLE,
  },
  {
    name: "resolves to half a response",
    fetch: untyped(() => Promise.resolve({ ok: true, status: 200 })),
    want: UNREADABLE,
  },
  {
    name: "resolves to a response whose every property throws",
    fetch: untyped(() => Promise.resolve(Object.create(hostile))),
    want: UNREADABLE,
  },
  {
    name: "returns no promise",
    fetch: untyped(() => new Response(channelText, { headers: JSON_HEADERS })),
    want: "success",
  },
  {
    name: "throws before it returns",
    fetch: untyped(() => {
      throw new TypeError("at once");
    }),
    want: "connection",
  },
  { name: "rejects with undefined", fetch: throwing(undefined), want: "connection" },
  { name: "rejects with null", fetch: throwing(null), want: "connection" },
  { name: "rejects with a string that holds secrets", fetch: throwing(leak), want: "connection" },
  { name: "rejects with a symbol", fetch: throwing(Symbol(leak)), want: "connection" },
  {
    name: "rejects with an error that holds secrets",
    fetch: throwing(new TypeError(leak)),
    want: "connection",
  },
  {
    name: "rejects with an error whose cause holds secrets",
    fetch: throwing(
      new TypeError("fetch failed", {
        cause: Object.assign(new Error(leak), { leak, headers: { leak } }),
      }),
    ),
    want: "connection",
  },
  {
    name: "rejects with many errors that hold secrets",
    fetch: throwing(new AggregateError([new Error(leak), leak], leak)),
    want: "connection",
  },
  {
    name: "rejects with a plain object that holds secrets",
    fetch: throwing({ message: leak, leak }),
    want: "connection",
  },
  {
    name: "rejects with an error that is its own cause",
    fetch: throwing(circular),
    want: "connection",
  },
  {
    name: "rejects with an object whose every property throws",
    fetch: throwing(Object.create(hostile)),
    want: "connection",
  },
  {
    name: "rejects with a frozen error",
    fetch: throwing(Object.freeze(new Error("frozen"))),
    want: "connection",
  },
  {
    name: "rejects with an error of another realm",
    fetch: throwing(inOtherRealm("new TypeError('fetch failed')")),
    want: "connection",
  },
  {
    name: "rejects with an AbortError that nobody asked for",
    fetch: throwing(new DOMException("The operation was aborted", "AbortError")),
    want: ["connection", "abort"],
  },
  { name: "answers honestly", fetch: answers(channelText), want: "success" },
  {
    name: "refuses to be called as a method",
    fetch: untyped(function (this: unknown): Promise<Response> {
      if (this !== undefined && this !== globalThis) throw new TypeError("Illegal invocation");
      return Promise.resolve(new Response(channelText, { headers: JSON_HEADERS }));
    }),
    want: "success",
  },
  {
    name: "returns a body that was read",
    fetch: untyped(async () => {
      const response = new Response(channelText, { headers: JSON_HEADERS });
      await response.text();
      return response;
    }),
    want: ["connection", "parse"],
  },
  {
    name: "returns a body that somebody else reads",
    fetch: untyped(() => {
      const response = new Response(channelText, { headers: JSON_HEADERS });
      response.body?.getReader();
      return Promise.resolve(response);
    }),
    want: ["connection", "parse"],
  },
  { name: "returns no body", fetch: answers(null), want: "parse" },
  {
    name: "returns a network error",
    fetch: untyped(() => Promise.resolve(Response.error())),
    want: UNREADABLE,
  },
  {
    name: "returns an opaque redirect",
    fetch: untyped(() =>
      Promise.resolve(
        Object.create(Response.prototype, {
          type: { value: "opaqueredirect" },
          status: { value: 0 },
          ok: { value: false },
          headers: { value: new Headers() },
          body: { value: null },
        }),
      ),
    ),
    want: UNREADABLE,
  },
  {
    name: "returns a stream of another realm's bytes",
    fetch: streams({
      start: (controller) => {
        controller.enqueue(
          inOtherRealm("Uint8Array.from(bytes)", { bytes: [...Buffer.from(channelText)] }),
        );
        controller.close();
      },
    }),
    want: ["success", "connection", "parse"],
  },
  {
    name: "returns a stream of strings",
    fetch: streams({
      start: (controller) => {
        controller.enqueue(channelText);
        controller.close();
      },
    }),
    want: ["success", "connection", "parse"],
  },
  {
    name: "returns a stream of nothings",
    fetch: streams({
      start: (controller) => {
        controller.enqueue(undefined);
        controller.close();
      },
    }),
    want: ["connection", "parse"],
  },
  {
    name: "returns a stream that fails with secrets",
    fetch: streams({
      start: (controller) => {
        controller.enqueue(Buffer.from("{"));
        controller.error(new Error(leak));
      },
    }),
    want: "connection",
  },
  {
    name: "returns a stream that never ends and whose cancelling never settles",
    fetch: streams({ pull: never, cancel: never }),
    want: "timeout",
  },
  {
    name: "returns a stream that never ends and whose cancelling fails",
    fetch: streams({ pull: never, cancel: () => Promise.reject(new Error(leak)) }),
    want: "timeout",
  },
  {
    name: "returns a stream without an end",
    fetch: streams({
      pull: (controller) => {
        controller.enqueue(Buffer.alloc(65_536, " "));
      },
    }),
    want: "parse",
  },
  {
    name: "returns a stream without an end of nothings, each at once",
    fetch: streams({
      pull: (controller) => {
        controller.enqueue(new Uint8Array(0));
      },
    }),
    want: "connection",
  },
  ...[Number.NaN, "200", 200n, null, undefined, {}, Symbol("200"), 200.5].map((status) => ({
    name: `resolves to a status of ${inspect(status)}`,
    fetch: responds({ status }),
    want: "connection" as const,
  })),
  {
    name: "resolves to headers whose listing throws secrets",
    fetch: responds({ headers: { get: () => JSON_HEADERS["content-type"], forEach: fails } }),
    want: "success",
  },
  {
    name: "resolves to an error with headers whose listing throws secrets",
    fetch: responds({ status: 404, headers: { get: () => null, forEach: fails } }),
    want: "http",
  },
  {
    name: "resolves to a body of text",
    fetch: responds({ body: channelText }),
    want: "connection",
  },
  ...[undefined, (): undefined => undefined, fails].flatMap((cancel) => [
    {
      name: `returns a silent stream whose cancelling is ${inspect(cancel)}`,
      fetch: responds({ body: { getReader: () => ({ read: never, cancel }) } }),
      want: "timeout" as const,
    },
    {
      name: `redirects, with a body whose cancelling is ${inspect(cancel)}`,
      fetch: untyped((url: string) =>
        url.endsWith("/on")
          ? new Response(channelText, { headers: JSON_HEADERS })
          : { status: 302, headers: new Headers({ location: "/on" }), body: { cancel } },
      ),
      want: "success" as const,
    },
  ]),
  ...["http", "configuration", "constructor", "of-nothing"].map((kind) => ({
    name: `rejects with what looks like an error of ours, of kind ${kind}`,
    fetch: throwing({ [Symbol.for("@flex-channels/client/error")]: true, kind, message: leak }),
    want: kind === "configuration" ? ("configuration" as const) : ("connection" as const),
  })),
  {
    name: "rejects with an error whose code is a secret",
    fetch: throwing(Object.assign(new Error("failed"), { code: "canary_header_2b8e41" })),
    headers: { "X-Code": "canary_header_2b8e41" },
    want: "connection",
  },
  {
    name: "rejects with an object that no guard can look into",
    fetch: throwing(new Proxy({}, { get: fails, has: fails })),
    want: "connection",
  },
  {
    name: "returns a stream without an end in empty pieces",
    fetch: streams({
      pull: async (controller) => {
        await new Promise((resolve) => setImmediate(resolve));
        controller.enqueue(new Uint8Array(0));
      },
    }),
    want: "timeout",
  },
];

describe("a fetch that", () => {
  test.concurrent.each(rows)("$name", async ({ fetch, headers, want }) => {
    const hurried = [want].flat().includes("timeout");
    const clock = createFakeClock();
    const events: unknown[] = [];
    const record = (event: unknown): void => void events.push(event);
    const flex = createFlexClient({
      accountSid: canaries.accountSid,
      authToken: canaries.authToken,
      headers: { "X-Application-Secret": canaries.header },
      baseUrl: "https://flex.example",
      ...(hurried && { clock }),
      maxRetries: 0,
      onRequest: record,
      onResponse: record,
      onRetry: record,
      onError: record,
      fetch,
    });
    const call = flex.safe.fetchChannel(SID, headers && { headers });
    const result = await (hurried ? run(clock, call) : call);
    const complaints =
      result.kind === "success"
        ? complaintsAboutData({ kind: want }, result.data)
        : complaintsAboutError({ kind: want }, result);
    expect([...complaints, ...events.flatMap(indiscretions)]).toEqual([]);
  });
});

/** A body that counts how often it is let go, by itself or by its reader. */
function counted(own: boolean): { readonly body: object; readonly cancelled: () => number } {
  let count = 0;
  const cancel = async (): Promise<void> => {
    count += 1;
  };
  const body = { getReader: () => ({ read: never, cancel }), ...(own && { cancel }) };
  return { body, cancelled: () => count };
}

describe("a body that nobody reads is let go, and nothing more is sent", () => {
  const discarded = [
    { name: "of an answer after an abort", status: 200, headers: JSON_HEADERS, late: true },
    { name: "of a redirect after an abort", status: 302, headers: { location: "/" }, late: true },
    { name: "longer than the limit", status: 200, headers: { "content-length": "9e9" } },
    { name: "of a redirect", status: 302, headers: { location: "/" } },
  ].flatMap((row) => [
    { ...row, own: true },
    { ...row, own: false, name: `${row.name}, by its reader` },
  ]);

  test.each(discarded)("$name", async ({ status, headers, own, late = false }) => {
    const { body, cancelled } = counted(own);
    const caller = new AbortController();
    let requests = 0;
    let settle = (): void => undefined;
    const flex = createFlexClient({
      accountSid: canaries.accountSid,
      authToken: canaries.authToken,
      baseUrl: "https://flex.example",
      maxRetries: 0,
      fetch: untyped(() => {
        requests += 1;
        if (requests > 1) return never();
        const response = { status, headers: new Headers(headers), body };
        if (!late) return Promise.resolve(response);
        setImmediate(() => caller.abort());
        return new Promise((resolve) => {
          settle = () => resolve(response);
        });
      }),
    });
    const call = flex.safe.fetchChannel(SID, { signal: caller.signal });
    if (late) await call;
    settle();
    await new Promise((resolve) => setImmediate(resolve));
    expect({ requests, cancelled: cancelled() }).toEqual({
      requests: status === 302 && !late ? 2 : 1,
      cancelled: 1,
    });
    caller.abort();
    await call;
  });
});

describe("after all of them", () => {
  test("no promise was rejected unheard", async () => {
    await new Promise((resolve) => setImmediate(resolve));
    expect(unhandled).toEqual([]);
  });
});
