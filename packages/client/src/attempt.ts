import type { Answer, Failure } from "./outcome.ts";
import type { PreparedRequest } from "./build-request.ts";
import { readBody } from "./read-body.ts";
import type { CallSettings } from "./settings.ts";
import type { FetchInit, ResponseLike } from "./web.ts";
import type { Scope } from "./within.ts";

const maxRedirects = 5;
/** How much of an error's body is kept. */
export const maxErrorBytes: number = 64 * 1024;

/** Sends a request once, follows redirects within its origin and reads the answer. */
export async function attempt(
  request: PreparedRequest,
  authorization: string,
  settings: Pick<CallSettings, "fetch" | "maxResponseBytes">,
  scope: Scope,
): Promise<Answer | Failure> {
  const { method, body } = request;
  const init: FetchInit = {
    method,
    headers: { ...request.headers, authorization },
    // By hand, because fetch would take the application's own headers along to another origin.
    redirect: "manual",
    signal: scope.signal,
  };
  if (body !== undefined) init.body = body;
  let { url } = request;
  for (let redirects = 0; ; redirects++) {
    const response = await settings.fetch(url, init);
    if (scope.signal.aborted) discard(response);
    if (response.type === "opaqueredirect") {
      return {
        kind: "connection",
        reason: "redirected, and this runtime hides to where",
        transient: false,
      };
    }
    const next = redirects < maxRedirects ? redirectTarget(response, url, method) : undefined;
    if (next === undefined) {
      const { status, headers } = response;
      const success = status >= 200 && status < 300;
      const bound = success ? settings.maxResponseBytes : maxErrorBytes;
      return { status, headers, ...(await readBody(response, bound, scope)) };
    }
    discard(response);
    url = next;
  }
}

/** Where to go on: within the origin, and only if the request stays what it is (RFC 9110 §15.4). */
function redirectTarget(response: ResponseLike, from: string, method: string): string | undefined {
  const { status, headers } = response;
  const location = headers.get("location");
  const same = /^(GET|HEAD)$/.test(method) ? [301, 302, 303, 307, 308] : [307, 308];
  if (location === null || !same.includes(status)) return;
  try {
    const target = new URL(location, from);
    const stays =
      target.origin === new URL(from).origin && target.username + target.password === "";
    return stays ? target.href : undefined;
  } catch {
    return;
  }
}

function discard(response: ResponseLike): void {
  const body = response.body as { cancel?(): Promise<void> } | null;
  body?.cancel?.().catch(() => undefined);
}
