import type { PreparedRequest } from "./build-request.ts";
import { classifyFailure } from "./classify-failure.ts";
import type { Answer, Failure } from "./outcome.ts";
import { discardBody, readBody } from "./read-body.ts";
import type { BoundedBody } from "./read-body.ts";
import type { CallSettings } from "./settings.ts";
import type { FetchInit, ResponseLike } from "./transport.ts";
import type { Scope } from "./within.ts";

const maxRedirects = 5;
/** How much of an error's body is kept. */
const maxErrorBytes = 64 * 1024;

/** Sends a request once, follows redirects within its origin and reads the answer. */
export async function attempt(
  { method, body, headers, url }: PreparedRequest,
  authorization: string,
  { fetch, maxResponseBytes }: Pick<CallSettings, "fetch" | "maxResponseBytes">,
  scope: Scope,
): Promise<Answer | Failure> {
  const init: FetchInit = {
    method,
    headers: { ...headers, authorization },
    // By hand: fetch would take the application's own headers along to another origin.
    redirect: "manual",
    signal: scope.signal,
  };
  if (body !== undefined) init.body = body;
  let target = url;
  for (let redirects = 0; ; redirects++) {
    const response = await fetch(target, init);
    const { status, headers: answered } = response;
    if (typeof answered?.get !== "function") throw new TypeError("fetch gave no Response");
    if (scope.signal.aborted) discardBody(response);
    if (status === 0) {
      return {
        kind: "connection",
        reason: "a redirect whose target this runtime hides",
        transient: false,
        cause: new TypeError("opaque redirect"),
      };
    }
    const success = status >= 200 && status < 300;
    const next =
      success || redirects >= maxRedirects ? undefined : redirectTarget(response, target, method);
    if (next === undefined) {
      const maxBytes = success ? maxResponseBytes : maxErrorBytes;
      let read: BoundedBody = { bytes: new Uint8Array(), truncated: true };
      let broken: Failure | undefined;
      if (success && Number(answered.get("content-length")) > maxBytes) {
        discardBody(response);
      } else {
        try {
          read = await readBody(response, maxBytes, scope);
        } catch (error) {
          // The status has arrived: an error stays what it is, and a success says where it broke.
          broken = classifyFailure(error);
        }
      }
      const { bytes, truncated } = read;
      return { kind: "answer", status, headers: answered, bytes, truncated, broken };
    }
    discardBody(response);
    target = next;
  }
}

/** Where to go on: within the origin, and only where the request stays what it is (RFC 9110 §15.4). */
function redirectTarget(response: ResponseLike, from: string, method: string): string | undefined {
  const location = response.headers.get("location");
  const safe = method === "GET" || method === "HEAD";
  if (
    location === null ||
    !(safe ? [301, 302, 303, 307, 308] : [307, 308]).includes(response.status)
  ) {
    return undefined;
  }
  const target = URL.canParse(location, from) ? new URL(location, from) : undefined;
  return target?.origin === new URL(from).origin && `${target.username}${target.password}` === ""
    ? target.href
    : undefined;
}
