import { getGlobalDispatcher, setGlobalDispatcher } from "undici";
import type { Dispatcher } from "undici";
import type { FetchLike, FlexClient } from "../src/index.ts";
import { createFlexClient as createClient } from "../src/undici.ts";
import type { FlexClientOptions } from "../src/undici.ts";
import type { DispatcherStats } from "./entry.ts";
import type { Form } from "./faults/fault-row.ts";
import { scriptedDispatcher } from "./undici/scripted-dispatcher.ts";

/* The entry on undici, in the place of `entry.ts`. */

/** Creates a client that asks the `fetch` of its options as if that were a dispatcher of undici. */
export function createFlexClient(options: FlexClientOptions = {}): FlexClient {
  const { fetch, ...others } = options;
  return typeof fetch === "function"
    ? createClient({ ...others, dispatcher: scriptedDispatcher(fetch) })
    : createClient(options);
}

export const entryName: string = "undici";

export const addedHeaders: Readonly<Record<string, string>> = {
  "accept-encoding": "br, gzip, deflate",
};

/** What tells the forms apart lies far above the transport. */
export const forms: readonly Form[] = ["safe"];

const own = getGlobalDispatcher();

export function stubGlobalTransport(fetch: FetchLike): void {
  setGlobalDispatcher(scriptedDispatcher(fetch));
}

export function unstubGlobalTransport(): void {
  setGlobalDispatcher(own);
}

export function globalDispatcher(): DispatcherStats | undefined {
  const dispatcher: Dispatcher & DispatcherStats = getGlobalDispatcher();
  return dispatcher;
}
