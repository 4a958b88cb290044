import { createErrorResponse } from "./error-response.ts";
import type { ErrorResponseOptions } from "./error-response.ts";
import { aborted, signalOf } from "./fault.ts";
import type { Fault } from "./fault.ts";

/** No fault. */
export const pass: Fault = (handler) => handler;

/** Several faults at once; the first meets the request first and the answer last. */
export function compose(...faults: readonly Fault[]): Fault {
  return (handler) => faults.reduceRight((inner, fault) => fault(inner), handler);
}

/** Answers with a response made anew for every call; the handler is not asked. */
export function answerWith(makeResponse: () => Response): Fault {
  return () => async (input, init) => {
    signalOf(input, init)?.throwIfAborted();
    return makeResponse();
  };
}

/** Answers with an error in Twilio's form. */
export function answerError(status: number, options?: ErrorResponseOptions): Fault {
  return answerWith(() => createErrorResponse(status, options));
}

/** Answers 429. `retryAfter` is in seconds or an HTTP date (RFC 9110 §10.2.3); absent: no header. */
export function tooManyRequests({
  retryAfter,
}: { readonly retryAfter?: number | string } = {}): Fault {
  const headers = retryAfter === undefined ? {} : { "retry-after": `${retryAfter}` };
  return answerError(429, { headers });
}

/**
 * Fails like `fetch` whose connection broke before an answer: a `TypeError` that says nothing,
 * with a cause that carries the system's code. The handler is not asked.
 *
 * @param code `ECONNRESET`, `ECONNREFUSED`, `ENOTFOUND`, `UND_ERR_SOCKET`, …
 */
export function failConnection(code = "ECONNRESET"): Fault {
  return () => async (input, init) => {
    signalOf(input, init)?.throwIfAborted();
    const cause = Object.assign(new Error(`connection failed: ${code}`), { code });
    throw new TypeError("fetch failed", { cause });
  };
}

/** Neither answers nor fails until the request is aborted. */
export const neverAnswer: Fault = () => (input, init) => aborted(signalOf(input, init));
