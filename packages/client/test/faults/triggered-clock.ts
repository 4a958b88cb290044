import { systemClock } from "../../src/clock.ts";
import type { Clock } from "../../src/index.ts";
import type { TimeUpAt } from "./fault-row.ts";
import type { Behaviour } from "./fault-server.ts";

/** A clock on which time passes, and no timer ends before it is told to. */
export interface TriggeredClock extends Clock {
  /** Ends all timers that are set. */
  readonly expire: () => void;
}

export function createTriggeredClock(): TriggeredClock {
  const timers = new Set<() => void>();
  return {
    ...systemClock,
    setTimeout: (callback, delayMs) => {
      // A retry that comes at once.
      if (delayMs <= 0) setImmediate(callback);
      else timers.add(callback);
      return callback;
    },
    clearTimeout: (callback) => {
      timers.delete(callback as () => void);
    },
    expire: () => {
      const due = [...timers];
      timers.clear();
      for (const callback of due) callback();
    },
  };
}

/** Turns of the event loop in which what was written arrives, on loopback and in one process. */
const TURNS = 20;

/** A behaviour that tells when an exchange has come so far, once what it sent has arrived. */
export function telling(behaviour: Behaviour, at: TimeUpAt, tell: () => void): Behaviour {
  const tellLater = async (): Promise<void> => {
    for (let turn = 0; turn < TURNS; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    tell();
  };
  return {
    ...behaviour,
    onConnection: (socket) => {
      behaviour.onConnection?.(socket);
      if (at === "connection") void tellLater();
    },
    onFirstBytes: (socket) => {
      behaviour.onFirstBytes?.(socket);
      if (at === "first-bytes") void tellLater();
    },
    onRequest: (exchange) => {
      behaviour.onRequest?.(exchange);
      if (at === exchange.requestNumber) void tellLater();
    },
  };
}
