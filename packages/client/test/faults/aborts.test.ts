import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { isFlexError, type Credentials } from "../../src/index.ts";
import { createFlexClient } from "../entry.ts";
import { drips, sends } from "./behaviours.ts";
import { channel, SID } from "./channel.ts";
import { startFaultServer, type Behaviour } from "./fault-server.ts";
import { answer, CHUNKED, chunk, JSON_TYPE, jsonAnswer } from "./http-message.ts";
import { pendingRequests } from "./pending-requests.ts";

const REASON = new Error("the caller lost interest");
const OPEN_HEAD = `HTTP/1.1 200 OK\r\n${JSON_TYPE}\r\n${CHUNKED}\r\n\r\n`;

type Abort = () => void;

/** When the caller aborts: each row does it from where the exchange has just arrived. */
const rows: readonly {
  readonly name: string;
  readonly behaviour: (abort: Abort) => Behaviour;
  readonly before?: true;
  readonly duringWait?: true;
  readonly requests: number;
}[] = [
  { name: "before the call", behaviour: () => ({}), before: true, requests: 0 },
  {
    name: "when the request has arrived",
    behaviour: (abort) => ({ onRequest: () => abort() }),
    requests: 1,
  },
  {
    name: "when half of the head was sent",
    behaviour: (abort) => ({
      onRequest: ({ socket }) => void socket.write("HTTP/1.1 200 OK\r\nX-", () => abort()),
    }),
    requests: 1,
  },
  {
    name: "when the head was sent",
    behaviour: (abort) => ({
      onRequest: ({ socket }) => void socket.write(OPEN_HEAD, () => setImmediate(abort)),
    }),
    requests: 1,
  },
  {
    name: "when half of the body was sent",
    behaviour: (abort) => ({
      onRequest: ({ socket }) =>
        void socket.write(OPEN_HEAD + chunk('{"sid":'), () => setImmediate(abort)),
    }),
    requests: 1,
  },
  {
    name: "while the body drips",
    behaviour: (abort) => ({
      onRequest: (exchange) => {
        drips(OPEN_HEAD, chunk(" ")).onRequest?.(exchange);
        setImmediate(abort);
      },
    }),
    requests: 1,
  },
  {
    name: "during the wait before a retry",
    behaviour: () => sends(answer(503, ["Retry-After: 20"])),
    duringWait: true,
    requests: 1,
  },
  {
    name: "during a redirect",
    behaviour: (abort) => ({
      onRequest: ({ socket, requestNumber }) => {
        if (requestNumber === 1) socket.write(answer(307, ["Location: /on"]));
        else abort();
      },
    }),
    requests: 2,
  },
];

describe("an abort ends a call at once, whenever it comes", () => {
  test.concurrent.each(rows)("$name", async (row) => {
    const caller = new AbortController();
    const server = await startFaultServer(
      row.behaviour(() => caller.abort(REASON)),
      "",
    );
    const flex = createFlexClient({
      baseUrl: server.origin,
      accountSid: `AC${"0".repeat(32)}`,
      authToken: "token",
      maxRetries: 1,
      ...(row.duringWait && { onRetry: () => setImmediate(() => caller.abort(REASON)) }),
    });
    if (row.before) caller.abort(REASON);
    const result = await flex.safe.fetchChannel(SID, { signal: caller.signal });
    const pending = await pendingRequests(server.origin);
    await server.close();

    expect(isFlexError(result, "abort")).toBe(true);
    expect(result).toMatchObject({ kind: "abort", cause: REASON, retryable: false });
    // An attempt is a request that was sent.
    expect(result.attempts).toHaveLength(row.before ? 0 : 1);
    expect(server.requests).toHaveLength(row.requests);
    expect(getEventListeners(caller.signal, "abort")).toEqual([]);
    expect(pending).toBe(0);
  });

  test("an abort while a provider of credentials is asked leaves nothing to be sent later", async () => {
    const caller = new AbortController();
    let provide: ((credentials: Credentials) => void) | undefined;
    let requests = 0;
    const flex = createFlexClient({
      baseUrl: "https://flex.example",
      credentials: () => {
        setImmediate(() => caller.abort(REASON));
        return new Promise((resolve) => {
          provide = resolve;
        });
      },
      fetch: () => {
        requests += 1;
        return Promise.reject(new Error("sent"));
      },
    });
    const result = await flex.safe.fetchChannel(SID, { signal: caller.signal });
    provide?.({ accountSid: `AC${"0".repeat(32)}`, authToken: "token" });
    await new Promise((resolve) => setImmediate(resolve));
    expect(result).toMatchObject({ kind: "abort", attempts: [] });
    expect(requests).toBe(0);
  });

  test("an abort after the answer changes nothing", async () => {
    const caller = new AbortController();
    const server = await startFaultServer(sends(jsonAnswer(200, channel)), "");
    const flex = createFlexClient({
      baseUrl: server.origin,
      accountSid: `AC${"0".repeat(32)}`,
      authToken: "token",
    });
    const result = await flex.fetchChannel(SID, { signal: caller.signal });
    caller.abort(REASON);
    await server.close();
    expect(result).toEqual(channel);
    expect(getEventListeners(caller.signal, "abort")).toEqual([]);
  });
});
