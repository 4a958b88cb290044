import { getEventListeners, once } from "node:events";
import { isDeepStrictEqual } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Worker } from "node:worker_threads";
import type { FlexClient } from "../../src/index.ts";
import * as entryUnderTest from "../entry.ts";
import { channel } from "../faults/channel.ts";
import { pendingRequests } from "../faults/pending-requests.ts";
import { soakFaultOf, soakSid } from "./soak-sid.ts";

export interface SoakOptions {
  readonly requests: number;
  /** The soak stops early, and says so by its count of requests, when this time is up. */
  readonly maxMs: number;
  readonly concurrency: number;
  /** How often the heap is measured; the requests in flight are awaited before. */
  readonly samples: number;
  /** @default that of the suite */
  readonly entry?: Pick<typeof entryUnderTest, "createFlexClient" | "globalDispatcher">;
  readonly onProgress?: (done: number, heapBytes: number) => void;
}

/** What a soak found. */
export interface SoakReport {
  readonly requests: number;
  readonly elapsedMs: number;
  /** How often each outcome was seen. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Requests whose outcome or data were not what the fault calls for. */
  readonly surprises: readonly string[];
  /** Heap in use after a collection, in bytes, before the first request. */
  readonly heapBeforeBytes: number;
  /** The same, at equal distances. */
  readonly heapBytes: readonly number[];
  readonly unhandledRejections: number;
  /** Listeners that are left on a signal that all requests shared. */
  readonly listenersLeft: number;
  /** Requests that the runtime still works on. */
  readonly requestsLeft: number;
  /** Sockets that are open once the server has gone. */
  readonly socketsLeft: number;
}

/** For a server that never ends its answer; all others have time, however busy the machine is. */
const HURRIED = { timeoutMs: 100, maxRetries: 0 };

/** Calls a misbehaving server many times with one client, and watches the process. */
export async function runSoak(options: SoakOptions): Promise<SoakReport> {
  const { createFlexClient, globalDispatcher } = options.entry ?? entryUnderTest;
  const server = new Worker(new URL("soak-server.ts", import.meta.url));
  const [origin]: unknown[] = await once(server, "message");
  if (typeof origin !== "string") throw new TypeError("the server did not say where it listens");
  const shared = new AbortController();
  const flex = createFlexClient({
    baseUrl: origin,
    accountSid: `AC${"0".repeat(32)}`,
    authToken: "token",
    timeoutMs: 30_000,
    deadlineMs: 60_000,
    maxRetries: 2,
    retryBudget: Infinity,
    random: () => 0,
  });
  let unhandledRejections = 0;
  const onUnhandled = (): void => {
    unhandledRejections += 1;
  };
  process.on("unhandledRejection", onUnhandled);
  const outcomes: Record<string, number> = {};
  const surprises: string[] = [];
  const heapBytes: number[] = [];
  const socketsBefore = openSockets();
  const heapBeforeBytes = heapInUse();
  const startedMs = performance.now();
  let done = 0;
  const isOver = (): boolean =>
    done >= options.requests || performance.now() - startedMs > options.maxMs;

  // In batches, so that no request is in flight and none is counted while the heap is measured.
  const batch = Math.ceil(options.requests / options.samples);
  while (!isOver()) {
    const end = Math.min(done + batch, options.requests);
    const call = async (): Promise<void> => {
      while (done < end) {
        done += 1;
        const { kind, surprise } = await callOnce(flex, soakSid(done), shared.signal);
        outcomes[kind] = (outcomes[kind] ?? 0) + 1;
        if (surprise !== undefined && surprises.length < 100) surprises.push(surprise);
      }
    };
    await Promise.all(Array.from({ length: options.concurrency }, call));
    const used = heapInUse();
    heapBytes.push(used);
    options.onProgress?.(done, used);
  }

  const requestsLeft = await pendingRequests(origin, globalDispatcher());
  const elapsedMs = performance.now() - startedMs;
  await server.terminate();
  const socketsLeft = await socketsBeyond(socketsBefore);
  process.off("unhandledRejection", onUnhandled);
  return {
    requests: done,
    elapsedMs,
    outcomes,
    surprises,
    heapBeforeBytes,
    heapBytes,
    unhandledRejections,
    listenersLeft: getEventListeners(shared.signal, "abort").length,
    requestsLeft,
    socketsLeft,
  };
}

async function callOnce(
  flex: FlexClient,
  sid: string,
  shared: AbortSignal,
): Promise<{ readonly kind: string; readonly surprise?: string }> {
  const want = soakFaultOf(sid)?.want ?? "";
  const own = new AbortController();
  if (want === "abort") setImmediate(() => own.abort());
  const result = await flex.safe.fetchChannel(sid, {
    signal: want === "abort" ? own.signal : shared,
    ...(want === "timeout" && HURRIED),
  });
  const isWanted =
    result.kind === want &&
    (result.kind !== "success" || isDeepStrictEqual(result.data, { ...channel, sid }));
  const { kind } = result;
  return isWanted
    ? { kind }
    : { kind, surprise: `${sid}: ${kind}, not ${want}: ${JSON.stringify(result)}` };
}

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

function heapInUse(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

function openSockets(): number {
  return process.getActiveResourcesInfo().filter((name) => /^(?:TCPSocket|TLS)Wrap$/u.test(name))
    .length;
}

/** The sockets that are left, once they had some turns of the event loop to close. */
async function socketsBeyond(before: number): Promise<number> {
  for (let turn = 0; turn < 1000 && openSockets() > before; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  return openSockets() - before;
}
