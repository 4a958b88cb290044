import { examples } from "@flex-channels/contract/examples";
import type { FetchInit, FetchLike, FlexClientOptions } from "../src/index.ts";

export const sid: string = `CH${"a".repeat(32)}`;
export const account: FlexClientOptions = {
  accountSid: `AC${"0123456789abcdef".repeat(2)}`,
  authToken: "secret-auth-token",
};

/** One scripted answer: a response, something to be thrown, or a promise that never settles. */
export type Step = (() => Response) | { readonly throws: unknown } | "never";

/** A `fetch` that plays its steps, the last one for ever, and keeps what it was asked. */
export interface ScriptedFetch extends FetchLike {
  readonly requests: readonly { readonly url: string; readonly init: FetchInit }[];
}

export function scriptedFetch(...steps: readonly Step[]): ScriptedFetch {
  const requests: { readonly url: string; readonly init: FetchInit }[] = [];
  const fetch: FetchLike = async (url, init) => {
    const step = steps[Math.min(requests.length, steps.length - 1)];
    requests.push({ url, init });
    if (typeof step === "function") return step();
    if (typeof step === "object") throw step.throws;
    return new Promise<never>(() => undefined);
  };
  return Object.assign(fetch, { requests });
}

/** A JSON answer. */
export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): () => Response {
  return () =>
    new Response(JSON.stringify(body), {
      status,
      headers: { "content-type": "application/json", ...headers },
    });
}

export const channel: unknown = examples.fetchChannel["200"].body;
/** The documented success. */
export const found: () => Response = json(200, channel);
/** A reset connection, as undici reports it. */
export const reset: Step = {
  throws: new TypeError("fetch failed", {
    cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }),
  }),
};
