import type { Channel, FlexClientOptions } from "../../src/index.ts";
import * as entry from "../entry.ts";
import { canaries } from "./canary.ts";
import { SID } from "./channel.ts";
import { pendingRequests } from "./pending-requests.ts";
import { startFaultServer } from "./fault-server.ts";
import type { FaultRow, Form } from "./fault-row.ts";
import { createTriggeredClock, telling } from "./triggered-clock.ts";

/** What a caller, the server and an observer saw of one row. */
export interface Sighting {
  readonly outcome:
    | { readonly kind: "success"; readonly data: Channel }
    | { readonly kind: "error"; readonly error: unknown };
  readonly requestCount: number;
  /** Requests that reached the server that must not be reached. */
  readonly trapRequests: readonly string[];
  /** Whatever the hooks were given. */
  readonly events: readonly unknown[];
  /** Requests that the runtime still holds after the call is over. */
  readonly pendingRequests: number;
}

/** Nobody waits so long: what takes time in a row ends when the server has seen enough. */
const UNHURRIED_MS = 60_000;

/** What a row is played with. */
export type EntryUnderTest = Pick<typeof entry, "createFlexClient" | "globalDispatcher">;

/** Plays one fault against a client of its own and a server of its own. */
export async function runRow(
  row: FaultRow,
  form: Form,
  { createFlexClient, globalDispatcher }: EntryUnderTest = entry,
): Promise<Sighting> {
  const trap = await startFaultServer({}, "");
  const clock = createTriggeredClock();
  const timeIsWanted = [row.want.kind].flat().includes("timeout");
  const { timeUpAt = timeIsWanted ? 1 : undefined } = row;
  const behaviour =
    timeUpAt === undefined ? row.behaviour : telling(row.behaviour, timeUpAt, clock.expire);
  const server = await startFaultServer(behaviour, trap.origin);
  const events: unknown[] = [];
  try {
    const baseUrl = (await row.baseUrl?.(server)) ?? server.origin;
    const flex = createFlexClient({
      ...defaults(events),
      ...(timeUpAt !== undefined && { clock }),
      baseUrl,
      ...row.options,
    });
    const call = async (): Promise<Sighting["outcome"]> => {
      if (form === "safe") {
        const result = await flex.safe.fetchChannel(SID, row.call);
        return result.kind === "success"
          ? { kind: "success", data: result.data }
          : { kind: "error", error: result };
      }
      try {
        return { kind: "success", data: await flex.fetchChannel(SID, row.call) };
      } catch (error) {
        return { kind: "error", error };
      }
    };
    for (let before = 1; before < (row.calls ?? 1); before += 1) {
      const earlier = await call();
      if (earlier.kind === "error") throw earlier.error;
      // Only then has the runtime taken the connection back, to use it again.
      await new Promise((resolve) => setImmediate(resolve));
    }
    const outcome = await call();
    return {
      outcome,
      events,
      requestCount: server.requests.length,
      trapRequests: [...trap.requests],
      pendingRequests: await pendingRequests(new URL(baseUrl).origin, globalDispatcher()),
    };
  } finally {
    await Promise.all([server.close(), trap.close()]);
  }
}

function defaults(events: unknown[]): FlexClientOptions {
  const record = (event: unknown): void => {
    events.push(event);
  };
  return {
    accountSid: canaries.accountSid,
    authToken: canaries.authToken,
    headers: { "X-Application-Secret": canaries.header },
    timeoutMs: UNHURRIED_MS,
    deadlineMs: 2 * UNHURRIED_MS,
    maxRetries: 0,
    // No jitter: a retry comes at once.
    random: () => 0,
    onRequest: record,
    onResponse: record,
    onRetry: record,
    onError: record,
    onWarning: record,
  };
}
