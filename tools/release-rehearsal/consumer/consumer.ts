// A consumer's program, compiled against the published declarations and never run.
// Every `@ts-expect-error` is a promise: where the error is lost, the directive itself is one.
import { createFlexClient, type FlexClient, type FlexError } from "@flex-channels/client";
// Its declarations need no undici.
import { createFlexClient as createOnUndici } from "@flex-channels/client/undici";
import type { Channel } from "@flex-channels/contract";

const flex: FlexClient = createFlexClient({
  accountSid: "AC",
  authToken: "secret",
  timeoutMs: 500,
});

export const onUndici: FlexClient = createOnUndici({ dispatcher: { dispatch: () => true } });
// @ts-expect-error -- no dispatcher
createOnUndici({ dispatcher: {} });

export async function fetchData(sid: string): Promise<string | null> {
  const channel: Channel = await flex.fetchChannel(sid);
  // @ts-expect-error -- the document declares no such property
  void channel.flavour;
  return channel.task_sid;
}

export async function fetchSafely(sid: string): Promise<string> {
  const result = await flex.safe.fetchChannel(sid, { maxRetries: 0 });
  switch (result.kind) {
    case "success": {
      const status: 200 = result.status;
      return `${status} ${result.data.sid} ${result.attempts.toString()}`;
    }
    case "http":
      return `${result.status} ${result.code}`;
    case "timeout":
    case "abort":
    case "connection":
      return describe(result);
    default:
      return result.kind;
  }
}

function describe(error: FlexError): string {
  return `${error.kind} after ${error.elapsedMs} ms`;
}

// @ts-expect-error -- a SID is a string
void flex.fetchChannel(34);
// @ts-expect-error -- the document declares no such operation
void flex.deleteChannel("CH");
// @ts-expect-error -- no such option
createFlexClient({ timeoutMilliseconds: 500 });
