import { signalOf } from "./fault.ts";
import type { Fault } from "./fault.ts";
import { systemTimers, wait } from "./timer-clock.ts";
import type { TimerClock } from "./timer-clock.ts";

/** Answers later. An abort ends the wait, and the handler is not asked. */
export function latency(delayMs: number, clock: TimerClock = systemTimers): Fault {
  return (handler) => async (input, init) => {
    await wait(delayMs, clock, signalOf(input, init));
    return handler(input, init);
  };
}
