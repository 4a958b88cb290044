import type { Clock } from "./clock.ts";
import type { Failure } from "./outcome.ts";
import type { AbortSignalLike, PlatformAbortSignal } from "./transport.ts";

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
): Promise<T | Failure> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const scope: Scope = { signal: controller.signal };
    let timer: unknown;
    const onAbort = (): void =>
      stop({ kind: "abort", reason: "aborted by the caller", cause: caller?.reason });
    const ended =
      <V>(settle: (value: V) => void) =>
      (value: V): void => {
        settle(value);
        try {
          clock.clearTimeout(timer);
          caller?.removeEventListener("abort", onAbort);
        } catch {
          // What the application brought along may throw; the work is over all the same.
        }
      };
    const stop = ended((failure: Failure) => {
      resolve(failure);
      controller.abort();
      scope.release?.();
    });
    if (caller?.aborted) return onAbort();
    caller?.addEventListener("abort", onAbort);
    timer = clock.setTimeout(() => stop({ kind: "timeout" }), Math.min(timeoutMs, longestTimerMs));
    work(scope).then(ended(resolve), ended(reject));
  });
}
