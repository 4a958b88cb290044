import type { Clock } from "./clock.ts";
import type { AbortSignalLike, PlatformAbortSignal } from "./transport.ts";

/** Why work was given up before it ended. */
export type Stopped =
  { readonly kind: "timeout" } | { readonly kind: "abort"; readonly cause: unknown };

/** What work gets, to be told that nobody waits for it any more. */
export interface Scope {
  readonly signal: PlatformAbortSignal;
  /** Called once when the work is given up: frees what ignores a signal. */
  release?: () => void;
}

// A longer delay wraps around to none at all (HTML §8.6, 32-bit); 24 days stand for "no limit".
const longestTimerMs = 2 ** 31 - 1;

/**
 * Runs work until it settles, the time is up or the caller aborts, whichever is first, and leaves
 * no timer or listener behind. The work is abandoned even if it ignores its signal, so a `fetch`
 * that never settles cannot hang a call.
 */
export function within<T>(
  timeoutMs: number,
  caller: AbortSignalLike | undefined,
  clock: Clock,
  work: (scope: Scope) => Promise<T>,
): Promise<T | Stopped> {
  if (caller?.aborted) return Promise.resolve({ kind: "abort", cause: caller.reason });
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const scope: Scope = { signal: controller.signal };
    const settle = (end: () => void): void => {
      clock.clearTimeout(timer);
      caller?.removeEventListener("abort", onAbort);
      end();
    };
    const stop = (stopped: Stopped): void => {
      settle(() => resolve(stopped));
      controller.abort();
      scope.release?.();
    };
    const onAbort = (): void => stop({ kind: "abort", cause: caller?.reason });
    const timer = clock.setTimeout(
      () => stop({ kind: "timeout" }),
      Math.min(timeoutMs, longestTimerMs),
    );
    caller?.addEventListener("abort", onAbort, { once: true });
    work(scope).then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error)),
    );
  });
}
