import { describe, expect, test } from "vitest";
import {
  answerError,
  answerWith,
  compose,
  createManualClock,
  failConnection,
  inSequence,
  latency,
  malformedJson,
  neverAnswer,
  pass,
  slowBody,
  stalledBody,
  times,
  tooManyRequests,
  truncatedBody,
  wrongContentType,
} from "../../src/testing.ts";
import type { Fault, Handler } from "../../src/testing.ts";

const url = "https://flex-api.twilio.com/v1/Channels/CH1";

const answering: Handler = () => Promise.resolve(Response.json({ sid: "CH1", ok: true }));

/** What a call came to: a status, or the message of what was thrown. */
async function outcome(handler: Handler, init?: RequestInit): Promise<unknown> {
  try {
    return (await handler(url, init)).status;
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

async function outcomes(handler: Handler, count: number): Promise<readonly unknown[]> {
  const seen: unknown[] = [];
  for (let call = 0; call < count; call += 1) seen.push(await outcome(handler));
  return seen;
}

describe("a sequence", () => {
  test.each([
    {
      name: "fails twice, then succeeds",
      given: times(2, answerError(503)),
      want: [503, 503, 200, 200],
    },
    {
      name: "mixes faults",
      given: [failConnection(), pass, tooManyRequests()],
      want: ["fetch failed", 200, 429, 200],
    },
    { name: "without faults passes", given: [], want: [200, 200] },
  ])("$name", async ({ given, want }) => {
    expect(await outcomes(inSequence(answering, given), want.length)).toEqual(want);
  });

  test("can end with a fault that stays", async () => {
    const handler = inSequence(answering, [pass], { afterwards: answerError(500) });
    expect(await outcomes(handler, 3)).toEqual([200, 500, 500]);
    expect(handler.callCount()).toBe(3);
  });
});

async function retryAfter(fault: Fault): Promise<string | null> {
  return (await fault(answering)(url)).headers.get("retry-after");
}

describe("an answer fault", () => {
  test("429 carries Retry-After only when it is given", async () => {
    expect(await retryAfter(tooManyRequests({ retryAfter: 3 }))).toBe("3");
    expect(await retryAfter(tooManyRequests())).toBeNull();
  });

  test("makes its response anew for every call", async () => {
    const handler = answerWith(() => new Response("once"))(answering);
    expect(await (await handler(url)).text()).toBe("once");
    expect(await (await handler(url)).text()).toBe("once");
  });

  test("a broken connection is a TypeError with the system's code as cause", async () => {
    const error: unknown = await failConnection("ENOTFOUND")(answering)(url).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: "fetch failed", cause: { code: "ENOTFOUND" } });
  });

  test.each([
    { name: "never answers", fault: neverAnswer },
    { name: "answers an error", fault: answerError(500) },
    { name: "fails the connection", fault: failConnection() },
    { name: "waits", fault: latency(1000, createManualClock()) },
  ])("that $name is ended by an abort, with its reason", async ({ fault }) => {
    const signal = AbortSignal.abort(new Error("enough"));
    expect(await outcome(fault(answering), { signal })).toBe("enough");
    expect(
      await outcome((input, init) => fault(answering)(new Request(input, init)), { signal }),
    ).toBe("enough");
  });

  test("that never answers waits for the abort", async () => {
    const controller = new AbortController();
    const pending = outcome(neverAnswer(answering), { signal: controller.signal });
    controller.abort(new Error("later"));
    expect(await pending).toBe("later");
  });
});

test("latency waits on the clock it is given", async () => {
  const clock = createManualClock();
  const seen: number[] = [];
  const timed: Handler = (input, init) => {
    seen.push(clock.monotonicMs());
    return answering(input, init);
  };
  const pending = compose(latency(40, clock), latency(2, clock))(timed)(url);
  await clock.advance(41);
  expect(seen).toEqual([]);
  await clock.advance(1);
  expect(seen).toEqual([42]);
  expect((await pending).status).toBe(200);
  expect(clock.waiting).toBe(0);
});

test("an abort during latency leaves no timer behind", async () => {
  const clock = createManualClock();
  const controller = new AbortController();
  const pending = outcome(latency(40, clock)(answering), { signal: controller.signal });
  expect(clock.waiting).toBe(1);
  controller.abort(new Error("enough"));
  expect(await pending).toBe("enough");
  expect(clock.waiting).toBe(0);
});

describe("a body fault", () => {
  test("sends slowly, and completely", async () => {
    const clock = createManualClock();
    const fault = slowBody({ chunkBytes: 8, intervalMs: 10 }, clock);
    const pending = fault(answering)(url).then((answered) => answered.json());
    await clock.advance(30);
    expect(await pending).toEqual({ sid: "CH1", ok: true });
    expect(clock.monotonicMs()).toBe(30);
  });

  test("stalls until the abort", async () => {
    const controller = new AbortController();
    const answered = await stalledBody({ afterBytes: 4 })(answering)(url, controller);
    const reader = answered.body?.getReader();
    expect((await reader?.read())?.value).toHaveLength(4);
    const next = reader?.read();
    controller.abort(new Error("enough"));
    await expect(next).rejects.toThrow("enough");
  });

  test("lets a reader go that cancels", async () => {
    const answered = await stalledBody()(answering)(url);
    await expect(answered.body?.cancel()).resolves.toBeUndefined();
  });

  test.each([
    { name: "breaks off", fault: truncatedBody({ afterBytes: 5 }), want: TypeError },
    { name: "is malformed", fault: malformedJson, want: SyntaxError },
  ])("$name while it is read", async ({ fault, want }) => {
    const answered = await fault(answering)(url);
    expect(answered.status).toBe(200);
    await expect(answered.json()).rejects.toThrow(want);
  });

  test("changes the media type and nothing else", async () => {
    const answered = await wrongContentType("text/html")(answering)(url);
    expect(answered.headers.get("content-type")).toBe("text/html");
    expect(await answered.json()).toEqual({ sid: "CH1", ok: true });
  });
});

test("composed faults meet the request in order", async () => {
  const clock = createManualClock();
  const handler = compose(latency(5, clock), tooManyRequests(), failConnection())(answering);
  const pending = outcome(handler);
  await clock.advance(5);
  expect(await pending).toBe(429);
});
