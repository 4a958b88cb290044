import { createFlexClient, HttpError, isFlexError } from "@flex-channels/client";
import type { Channel, FlexClient, FlexError } from "@flex-channels/client";
import { isChannelSid } from "@flex-channels/client/arguments";
import { fetchMany } from "@flex-channels/client/many";

const flex: FlexClient = createFlexClient({
  accountSid: "AC",
  authToken: undefined,
  fetch: globalThis.fetch,
  headers: new Headers({ a: "b" }),
  onRetry: ({ number, waitMs, attempt }) => number + waitMs + attempt.reason.length,
  shouldRetry: ({ error, retryable }) => retryable && error.kind === "http",
});
createFlexClient({ fetch: (url, init) => fetch(url, init) });
createFlexClient({ fetch: async () => new Response("{}") });
createFlexClient({ credentials: async () => ({ token: "t" }) });

export async function use(given: unknown): Promise<string | null> {
  if (!isChannelSid(given)) throw new TypeError("no SID");
  const channel: Channel = await flex.fetchChannel(given, { signal: AbortSignal.timeout(5) });
  const result = await flex.safe.fetchChannel(given, { headers: { a: "b" }, timeoutMs: 5 });
  switch (result.kind) {
    case "success":
      return (
        result.data.sid ?? channel.sid ?? result.headers.get("date") ?? result.requestId ?? null
      );
    case "http": {
      const status: number = result.status;
      return `${status} ${result.code} ${result.moreInfo} ${result.problem?.title}`;
    }
    case "contract":
    case "argument":
      return result.issues.map(({ path, expected }) => `${path.join(".")} ${expected}`).join();
    case "abort":
    case "configuration":
    case "connection":
    case "parse":
    case "timeout":
      return result.message;
    default:
      return result satisfies never;
  }
}

export async function many(sids: AsyncIterable<string>): Promise<void> {
  for await (const one of fetchMany(sids, (sid, { signal }) =>
    flex.fetchChannel(sid, { signal }),
  )) {
    const value: Channel | unknown = one.kind === "fulfilled" ? one.value.sid : one.error;
    if (isFlexError(value, "http")) value.status.toFixed();
  }
}

export const made: FlexError = new HttpError({ status: 404, code: 20404 });
