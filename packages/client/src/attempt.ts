import type { PreparedRequest } from "./build-request.ts";
import { classifyFailure } from "./classify-failure.ts";
import type { Answer, Failure } from "./outcome.ts";
import { discardBody, readBody } from "./read-body.ts";
import type { BoundedBody } from "./read-body.ts";
import type { Settings } from "./settings.ts";
import type { FetchInit } from "./transport.ts";
import type { Scope } from "./within.ts";

const maxRedirects = 5;
/** How much of an error's body is kept. */
const maxErrorBytes = 64 * 1024;

const unread: BoundedBody = { bytes: /* @__PURE__ */ new Uint8Array(), truncated: true };

/** Sends a request once, follows redirects within its origin and reads the answer. */
export async function attempt(
  { url: target, method, headers: given, body }: PreparedRequest,
  authorization: string,
  { fetch, maxResponseBytes }: Settings,
  scope: Scope,
): Promise<Answer> {
  const { signal } = scope;
  const init: FetchInit = {
    method,
    headers: { ...given, authorization },
    // By hand: fetch would take the application's own headers along to another origin.
    redirect: "manual",
    signal,
  };
  if (body !== undefined) init.body = body;
  for (let url = target, redirects = 0; ; redirects++) {
    const response = await fetch(url, init);
    const { status, headers } = response;
    if (!Number.isInteger(status)) throw new TypeError("expected a Response");
    // Given up meanwhile, by a `fetch` that ignores its signal: nothing more is sent or read.
    const late = signal.aborted;
    const next =
      !late &&
      status > 299 &&
      status < 400 &&
      redirects < maxRedirects &&
      redirectTarget(method, status, headers.get("location"), url);
    if (next) {
      discardBody(response);
      url = next;
      continue;
    }
    const success = isSuccess(status);
    const maxBytes = success ? maxResponseBytes : maxErrorBytes;
    let read = unread;
    let broken: Failure | undefined;
    if (late || (Number(headers.get("content-length")) > maxBytes && success)) {
      discardBody(response);
    } else {
      try {
        read = await readBody(response, maxBytes, scope);
      } catch (error) {
        // The status has arrived: an error stays what it is, and a success says where it broke.
        broken = classifyFailure(error);
      }
    }
    return { kind: "answer", status, headers, broken, ...read };
  }
}

/** A success (RFC 9110 §15.3). */
export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Where to go on: within the origin, and only where the request stays what it is (RFC 9110 §15.4). */
function redirectTarget(
  method: string,
  status: number,
  location: string | null,
  from: string,
): string | undefined {
  const followed = /^(GET|HEAD)$/.test(method) ? /^30[12378]$/ : /^30[78]$/;
  if (location === null || !followed.test(String(status)) || !URL.canParse(location, from)) {
    return undefined;
  }
  const { href } = new URL(location, from);
  // User information would stand before the host.
  return href.startsWith(`${new URL(from).origin}/`) ? href : undefined;
}
