import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { describe, expect, test, vi } from "vitest";
import type { FlexClientOptions, FlexEvent, WarningSink } from "../src/index.ts";
import { createFlexClient } from "./entry.ts";
import { account, found, json, scriptedFetch, sid } from "./scripted-fetch.ts";

const kinds = ["start", "attempt", "response", "retry", "end", "error"] as const;
const call = {
  operationId: "fetchChannel",
  method: "GET",
  url: `https://flex-api.twilio.com/v1/Channels/${sid}`,
};
const quick: FlexClientOptions = { ...account, random: () => 0 };

async function eventsOf(work: () => Promise<unknown>): Promise<FlexEvent[]> {
  const events: FlexEvent[] = [];
  const listen = (event: unknown): void => void events.push(event as FlexEvent);
  for (const kind of kinds) subscribe(`flex-channels:${kind}`, listen);
  try {
    await work();
  } finally {
    for (const kind of kinds) unsubscribe(`flex-channels:${kind}`, listen);
  }
  return events;
}

describe("diagnostics channels", () => {
  const id = "0123456789abcdef0123456789abcdef";

  test("tell a call that succeeds at the second attempt", async () => {
    const fetch = scriptedFetch(json(503, {}, { "X-Request-Id": id, "X-Secret": "s" }), found);
    const events = await eventsOf(() => createFlexClient({ ...quick, fetch }).fetchChannel(sid));
    const failed = { kind: "http", reason: "503", status: 503 };
    const succeeded = { kind: "success", reason: "200", status: 200 };
    const headers = { "content-type": "application/json" };
    expect(events).toMatchObject([
      { kind: "start", call },
      { kind: "attempt", call, number: 1 },
      {
        kind: "response",
        call,
        number: 1,
        attempt: failed,
        requestId: id,
        headers: { ...headers, "x-request-id": id },
      },
      { kind: "retry", call, number: 1, attempt: failed, waitMs: 0 },
      { kind: "attempt", call, number: 2 },
      { kind: "response", call, number: 2, attempt: succeeded, headers },
      { kind: "end", call, status: 200, attempts: [failed, succeeded] },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/x-secret/i);
    expect(new Set(events.map((event) => event.call)).size).toBe(1);
  });

  test("tell a call that fails", async () => {
    const fetch = scriptedFetch(json(404, {}));
    const events = await eventsOf(() =>
      createFlexClient({ ...quick, fetch }).safe.fetchChannel(sid),
    );
    expect(events.map(({ kind }) => kind)).toEqual(["start", "attempt", "response", "error"]);
    expect(events.at(-1)).toMatchObject({ kind: "error", error: { kind: "http", status: 404 } });
  });

  test("tell a call that is refused before it is sent, and show none of its argument", async () => {
    const events = await eventsOf(() => createFlexClient(quick).safe.fetchChannel("my-secret"));
    expect(events.map(({ kind }) => kind)).toEqual(["start", "error"]);
    expect(JSON.stringify(events)).not.toContain("my-secret");
  });
});

describe("hooks", () => {
  test("are told of requests, answers, retries and the error", async () => {
    const told: string[] = [];
    const tell = ({ kind }: FlexEvent): void => void told.push(kind);
    const fetch = scriptedFetch(json(503, {}));
    const hooks = { onRequest: tell, onResponse: tell, onRetry: tell, onError: tell };
    await createFlexClient({ ...quick, ...hooks, fetch, maxRetries: 1 }).safe.fetchChannel(sid);
    expect(told).toEqual(["attempt", "response", "retry", "attempt", "response", "error"]);
  });

  test.each([
    { name: "http", given: { fetch: scriptedFetch(json(404, {})) } },
    { name: "connection", given: { fetch: scriptedFetch({ throws: new TypeError("x") }) } },
    { name: "timeout", given: { fetch: scriptedFetch("never"), timeoutMs: 1 } },
    { name: "parse", given: { fetch: scriptedFetch(() => new Response("<html>")) } },
    { name: "contract", given: { fetch: scriptedFetch(json(200, null)) } },
  ])("are told of a $name error", async ({ name, given }) => {
    const onError = vi.fn<(event: FlexEvent) => void>();
    const error = await createFlexClient({
      ...quick,
      ...given,
      maxRetries: 0,
      onError,
    }).safe.fetchChannel(sid);
    expect(error.kind).toBe(name);
    expect(onError).toHaveBeenCalledExactlyOnceWith({
      kind: "error",
      call: expect.anything(),
      error,
    });
  });

  test.each([
    {
      name: "throw",
      given: (): void => {
        throw new Error("the hook's own");
      },
    },
    {
      name: "reject",
      given: async (): Promise<void> => Promise.reject(new Error("the hook's own")),
    },
  ])("that $name change nothing but a warning", async ({ given }) => {
    const onWarning = vi.fn<WarningSink>();
    const hooks = { onRequest: given, onResponse: given, onRetry: given, onError: given };
    const fetch = scriptedFetch(json(503, {}), found);
    const flex = createFlexClient({ ...quick, ...hooks, fetch, onWarning });
    expect(await flex.safe.fetchChannel(sid)).toMatchObject({ kind: "success" });
    expect(onWarning).toHaveBeenCalledWith({
      kind: "hook",
      operationId: "fetchChannel",
      message: "fetchChannel: onRequest threw",
    });
  });

  test("that warn into a sink that throws change nothing", async () => {
    const fail = (): never => {
      throw new Error("x");
    };
    const announced = json(404, {}, { deprecation: "@1" });
    const flex = createFlexClient({
      ...quick,
      fetch: scriptedFetch(announced),
      onWarning: fail,
      onError: fail,
    });
    expect(await flex.safe.fetchChannel(sid)).toMatchObject({ kind: "http", status: 404 });
  });
});
