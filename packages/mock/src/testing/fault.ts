/** Anything shaped like `fetch`: `globalThis.fetch`, a mock, a handler under a fault. */
export type Handler = (input: Request | URL | string, init?: RequestInit) => Promise<Response>;

/** Puts a fault before, in place of, or behind a handler. */
export type Fault = (handler: Handler) => Handler;

/** The signal that would end a `fetch` with these arguments (Fetch §5.4). */
export function signalOf(
  input: Request | URL | string,
  init: RequestInit | undefined,
): AbortSignal | undefined {
  if (init?.signal) return init.signal;
  return typeof input === "object" && "signal" in input ? input.signal : undefined;
}

/** Rejects with the signal's reason once it is aborted, and does nothing until then. */
export function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal?.aborted === true) reject(signal.reason);
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
