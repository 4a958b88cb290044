import { describe, expect, test, vi } from "vitest";
import { isFlexError } from "../src/index.ts";
import type { FlexClientOptions, RetryContext } from "../src/index.ts";
import { createFlexClient } from "./entry.ts";
import { createFakeClock, run } from "./fake-clock.ts";
import type { FakeClock } from "./fake-clock.ts";
import { account, channel, found, json, reset, scriptedFetch, sid } from "./scripted-fetch.ts";
import type { Step } from "./scripted-fetch.ts";

const busy = (headers: Readonly<Record<string, string>> = {}): Step => json(503, {}, headers);

interface Played {
  readonly clock: FakeClock;
  readonly requests: number;
  readonly result: { readonly kind: string; readonly attempts: readonly object[] };
}

/** Plays a script against a client on a clock of its own. */
async function play(steps: readonly Step[], options: FlexClientOptions = {}): Promise<Played> {
  const clock = createFakeClock();
  const fetch = scriptedFetch(...steps);
  const flex = createFlexClient({ ...account, clock, fetch, random: () => 0.5, ...options });
  const result = await run(clock, flex.safe.fetchChannel(sid));
  expect(clock.pending).toBe(0);
  return { clock, requests: fetch.requests.length, result };
}

const messageOf = (result: unknown): unknown => Reflect.get(Object(result), "message");

const reasons = ({ result }: Played): unknown =>
  result.attempts.map((attempt) => Reflect.get(attempt, "reason"));

describe("retries", () => {
  test.each([
    { name: "a reset connection", given: [reset, found], want: ["ECONNRESET", "200"] },
    {
      name: "a connection that fails otherwise",
      given: [{ throws: "?" }, found],
      want: ["connection", "200"],
    },
    { name: "408", given: [json(408, {}), found], want: ["408", "200"] },
    { name: "429", given: [json(429, {}), found], want: ["429", "200"] },
    { name: "500", given: [json(500, {}), found], want: ["500", "200"] },
    { name: "502", given: [json(502, {}), found], want: ["502", "200"] },
    { name: "503 twice", given: [busy(), busy(), found], want: ["503", "503", "200"] },
    { name: "504", given: [json(504, {}), found], want: ["504", "200"] },
    {
      name: "an attempt that took too long",
      given: ["never" as const, found],
      want: ["timeout", "200"],
    },
  ])("mend $name", async ({ given, want }) => {
    const played = await play(given);
    expect(played.result).toMatchObject({ kind: "success", data: channel });
    expect(reasons(played)).toEqual(want);
  });

  test.each([
    { name: "404", given: json(404, {}), want: "http" },
    { name: "401 without another credential", given: json(401, {}), want: "http" },
    { name: "501", given: json(501, {}), want: "http" },
    {
      name: "a body that is no JSON",
      given: () => new Response("<html>", { headers: { "content-type": "application/json" } }),
      want: "parse",
    },
    { name: "a body of another shape", given: json(200, []), want: "contract" },
    {
      name: "a certificate that is not trusted",
      given: { throws: Object.assign(new Error("x"), { code: "CERT_HAS_EXPIRED" }) },
      want: "connection",
    },
  ])("leave $name alone", async ({ given, want }) => {
    const played = await play([given]);
    expect(played.result).toMatchObject({ kind: want, retryable: false });
    expect(played.requests).toBe(1);
  });

  test("end after maxRetries, with the reason of each attempt", async () => {
    const played = await play([reset, busy(), json(500, {})]);
    expect(played.result).toMatchObject({ kind: "http", status: 500, retryable: true });
    expect(reasons(played)).toEqual(["ECONNRESET", "503", "500"]);
    expect(messageOf(played.result)).toContain("attempts: ECONNRESET, 503, 500");
  });

  test("are none with maxRetries 0", async () => {
    expect((await play([busy()], { maxRetries: 0 })).requests).toBe(1);
  });

  test("wait with full jitter up to the cap", async () => {
    const options = { maxRetries: 4, backoff: { initialMs: 100, maxMs: 300 }, timeoutMs: 9000 };
    const { clock } = await play([busy()], options);
    expect(clock.delays).toEqual([9000, 50, 9000, 100, 9000, 150, 9000, 150, 9000]);
  });

  test.each([
    { name: "seconds", given: { "retry-after": "3" }, want: 3000 },
    { name: "an HTTP-date", given: { "retry-after": "Thu, 01 Jan 2026 00:00:05 GMT" }, want: 5000 },
    {
      name: "milliseconds, above seconds",
      given: { "retry-after-ms": "40", "retry-after": "3" },
      want: 40,
    },
    { name: "nothing of sense", given: { "retry-after": "soon" }, want: 125 },
  ])("wait as the server asks in $name", async ({ given, want }) => {
    const { clock } = await play([busy(given), found], { timeoutMs: 9000 });
    expect(clock.delays).toEqual([9000, want, 9000]);
  });

  test("do not wait for what ends after the deadline, and say so", async () => {
    const played = await play([busy({ "retry-after": "31" })]);
    expect(played.result).toMatchObject({ kind: "http", status: 503 });
    expect(messageOf(played.result)).toContain(
      "not repeated: the wait that the server asks for (31000 ms)",
    );
    expect(played.clock.delays).toEqual([10_000]);
  });

  test("are decided by shouldRetry in place of the default", async () => {
    const shouldRetry = vi.fn<(context: RetryContext) => boolean>(
      ({ error }) => error.status === 404,
    );
    expect((await play([json(404, {}), found], { shouldRetry })).result.kind).toBe("success");
    expect(shouldRetry).toHaveBeenCalledWith({
      error: expect.objectContaining({ kind: "http", status: 404 }),
      retryable: false,
    });
    expect((await play([busy(), found], { shouldRetry: () => false })).requests).toBe(1);
  });

  test("are decided by the default where shouldRetry throws", async () => {
    const shouldRetry = (): never => {
      throw new Error("x");
    };
    expect(
      (await play([busy(), found], { shouldRetry, onWarning: () => undefined })).result.kind,
    ).toBe("success");
  });

  test("of all calls together stay within the client's budget", async () => {
    const clock = createFakeClock();
    const fetch = scriptedFetch(busy());
    const flex = createFlexClient({ ...account, clock, fetch, retryBudget: 3 });
    const results = [];
    for (let call = 0; call < 5; call++) {
      results.push(await run(clock, flex.safe.fetchChannel(sid)));
    }
    expect(fetch.requests).toHaveLength(5 + 3);
    expect(messageOf(results.at(-1))).toContain("retry budget is spent");
  });
});

describe("time", () => {
  test("is limited for an attempt and for all of them", async () => {
    const played = await play(["never"], { timeoutMs: 400, deadlineMs: 1000, maxRetries: 9 });
    expect(played.result).toMatchObject({ kind: "timeout", elapsedMs: 925, retryable: true });
    expect(reasons(played)).toEqual(["timeout", "timeout"]);
    expect(messageOf(played.result)).toContain("ends after the deadline");
  });

  test("says which limit it was", async () => {
    const attempt = await play(["never"], { timeoutMs: 400, maxRetries: 0 });
    expect(messageOf(attempt.result)).toContain("no whole answer within 400 ms");
    const deadline = await play(["never"], { deadlineMs: 300 });
    expect(messageOf(deadline.result)).toContain("not done by the deadline of 300 ms");
  });

  test("can be without limit, and no timer overflows for it", async () => {
    const { clock } = await play([found], { timeoutMs: Infinity, deadlineMs: Infinity });
    expect(clock.delays).toEqual([2 ** 31 - 1]);
  });
});

describe("an abort", () => {
  const reason = new Error("the caller's own");

  test("before sending sends nothing", async () => {
    const fetch = scriptedFetch(found);
    const signal = AbortSignal.abort(reason);
    const error = await createFlexClient({ ...account, fetch }).safe.fetchChannel(sid, { signal });
    expect(error).toMatchObject({ kind: "abort", cause: reason, retryable: false });
    expect(fetch.requests).toHaveLength(0);
  });

  test.each<{ readonly name: string; readonly given: readonly Step[] }>([
    { name: "in flight", given: ["never"] },
    { name: "during backoff", given: [busy({ "retry-after": "5" })] },
    {
      name: "while a body is read",
      given: [
        () =>
          new Response(new ReadableStream(), { headers: { "content-type": "application/json" } }),
      ],
    },
  ])("$name ends the call at once and leaves nothing behind", async ({ given }) => {
    const clock = createFakeClock();
    const controller = new AbortController();
    const added = vi.spyOn(controller.signal, "addEventListener");
    const removed = vi.spyOn(controller.signal, "removeEventListener");
    const flex = createFlexClient({ ...account, clock, fetch: scriptedFetch(...given) });
    const call = flex.safe.fetchChannel(sid, { signal: controller.signal });
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort(reason);
    expect(await call).toMatchObject({ kind: "abort", cause: reason });
    expect(clock.pending).toBe(0);
    const listeners = removed.mock.calls.map(([, listener]) => listener);
    expect(added).toHaveBeenCalled();
    for (const [, listener] of added.mock.calls) expect(listeners).toContain(listener);
  });

  test("has a success leave nothing behind either", async () => {
    const clock = createFakeClock();
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    await createFlexClient({ ...account, clock, fetch: scriptedFetch(found) }).fetchChannel(sid, {
      signal,
    });
    expect(clock.pending).toBe(0);
    expect(added).toHaveBeenCalledTimes(1);
    expect(removed).toHaveBeenCalledTimes(1);
  });
});

describe("a fetch that ignores its signal", () => {
  test("is left, and the body that comes too late is let go", async () => {
    const clock = createFakeClock();
    const cancelled = vi.fn<() => void>();
    let answer: (response: Response) => void = () => undefined;
    const fetch = (): Promise<Response> =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const flex = createFlexClient({ ...account, clock, fetch, maxRetries: 0 });
    const error = await run(clock, flex.safe.fetchChannel(sid));
    expect(isFlexError(error, "timeout")).toBe(true);
    answer(new Response(new ReadableStream({ cancel: cancelled })));
    await new Promise((resolve) => setImmediate(resolve));
    expect(cancelled).toHaveBeenCalledTimes(1);
  });
});
