import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createFlexClient } from "../../src/undici.ts";
import { canaries } from "../faults/canary.ts";
import { channelText, SID } from "../faults/channel.ts";
import { complaintsAboutData, complaintsAboutError } from "../faults/complaints.ts";
import type { Outcome } from "../faults/fault-row.ts";
import { createFakeClock, run } from "../fake-clock.ts";

/* Dispatchers come from applications and their interceptors: one that breaks its word hangs nobody. */

/** What undici calls of a handler. */
interface Told {
  onRequestStart(controller: object, context: object): void;
  onResponseStart(controller: object, status: number, fields: object): void;
  onResponseData(controller: object, chunk: Uint8Array): void;
  onResponseEnd(controller: object, trailers: object): void;
  onResponseError(controller: object | null, error: unknown): void;
}

const controller = { abort: () => undefined, pause: () => undefined, resume: () => undefined };
const fields = { "content-type": "application/json" };
const body = Buffer.from(channelText);
const gone = new Error(`the proxy said ${canaries.header}`);

function answer(handler: Told, status = 200, given: object = fields): void {
  handler.onRequestStart(controller, {});
  handler.onResponseStart(controller, status, given);
  handler.onResponseData(controller, body);
  handler.onResponseEnd(controller, {});
}

const rows: readonly {
  readonly name: string;
  readonly dispatch: (handler: Told) => unknown;
  readonly want: Outcome;
}[] = [
  { name: "answers", dispatch: (handler) => answer(handler), want: "success" },
  {
    name: "answers later",
    dispatch: (handler) => setImmediate(() => answer(handler)),
    want: "success",
  },
  { name: "tells nothing", dispatch: () => true, want: "timeout" },
  {
    name: "throws",
    dispatch: () => {
      throw gone;
    },
    want: "connection",
  },
  {
    name: "fails before it starts",
    dispatch: (handler) => handler.onResponseError(null, gone),
    want: "connection",
  },
  {
    name: "fails with nothing",
    dispatch: (handler) => handler.onResponseError(null, undefined),
    want: "connection",
  },
  {
    name: "fails twice",
    dispatch: (handler) => {
      handler.onResponseError(null, gone);
      handler.onResponseError(null, gone);
    },
    want: "connection",
  },
  {
    name: "fails after the answer",
    dispatch: (handler) => {
      answer(handler);
      handler.onResponseError(controller, gone);
    },
    want: "success",
  },
  {
    name: "starts twice, as one that repeats requests does",
    dispatch: (handler) => {
      handler.onRequestStart(controller, {});
      answer(handler);
    },
    want: "success",
  },
  {
    name: "answers without having started",
    dispatch: (handler) => {
      handler.onResponseStart(controller, 200, fields);
      handler.onResponseData(controller, body);
      handler.onResponseEnd(controller, {});
    },
    want: "success",
  },
  {
    name: "gives interim responses alone",
    dispatch: (handler) => handler.onResponseStart(controller, 103, {}),
    want: "timeout",
  },
  {
    name: "ends before it answers",
    dispatch: (handler) => handler.onResponseEnd(controller, {}),
    want: "timeout",
  },
  {
    name: "gives data before the answer",
    dispatch: (handler) => {
      handler.onResponseData(controller, body);
      answer(handler);
    },
    want: "success",
  },
  {
    name: "never ends the body",
    dispatch: (handler) => {
      handler.onResponseStart(controller, 200, fields);
      handler.onResponseData(controller, body);
    },
    want: "timeout",
  },
  {
    name: "fails in the body",
    dispatch: (handler) => {
      handler.onResponseStart(controller, 200, fields);
      handler.onResponseData(controller, body);
      setImmediate(() => handler.onResponseError(controller, gone));
    },
    want: "connection",
  },
  {
    name: "gives a body that is coded otherwise than it says",
    dispatch: (handler) => answer(handler, 200, { ...fields, "content-encoding": "br" }),
    want: "parse",
  },
  {
    name: "never ends a body that is coded",
    dispatch: (handler) => {
      handler.onResponseStart(controller, 200, { ...fields, "content-encoding": "gzip" });
    },
    want: "timeout",
  },
  {
    name: "ends a body before its length",
    dispatch: (handler) => answer(handler, 200, { ...fields, "content-length": "9999" }),
    want: "connection",
  },
  {
    name: "gives a length that is none",
    dispatch: (handler) => answer(handler, 200, { ...fields, "content-length": "many" }),
    want: "success",
  },
  {
    name: "gives several values of one field",
    dispatch: (handler) => answer(handler, 200, { ...fields, "set-cookie": ["a=b", "c=d"] }),
    want: "success",
  },
  {
    name: "gives no fields",
    dispatch: (handler) => answer(handler, 200, Object.create(null)),
    want: "parse",
  },
  {
    name: "gives a status of nought",
    dispatch: (handler) => answer(handler, 0),
    want: "timeout",
  },
];

const unhandled: unknown[] = [];
const onUnhandled = (reason: unknown): void => void unhandled.push(reason);

beforeAll(() => void process.on("unhandledRejection", onUnhandled));
afterAll(() => void process.off("unhandledRejection", onUnhandled));

describe("a dispatcher that", () => {
  test.each(rows)("$name", async ({ dispatch, want }) => {
    const clock = createFakeClock();
    const flex = createFlexClient({
      accountSid: canaries.accountSid,
      authToken: canaries.authToken,
      baseUrl: "https://flex.example",
      maxRetries: 0,
      ...(want === "timeout" && { clock }),
      dispatcher: {
        dispatch: (_request, handler) => {
          dispatch(handler as Told);
          return true;
        },
      },
    });
    const call = flex.safe.fetchChannel(SID);
    const result = await (want === "timeout" ? run(clock, call) : call);
    const complaints =
      result.kind === "success"
        ? complaintsAboutData({ kind: want }, result.data)
        : complaintsAboutError({ kind: want }, result);
    expect(complaints).toEqual([]);
  });
});

describe("after all of them", () => {
  test("no promise was rejected unheard", async () => {
    await new Promise((resolve) => setImmediate(resolve));
    expect(unhandled).toEqual([]);
  });
});
