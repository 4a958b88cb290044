import { aborted, signalOf } from "./fault.ts";
import type { Fault } from "./fault.ts";
import { systemTimers, wait } from "./timer-clock.ts";
import type { TimerClock } from "./timer-clock.ts";

/** Sends the body in pieces, with a wait before each. */
export function slowBody(
  { chunkBytes, intervalMs }: { readonly chunkBytes: number; readonly intervalMs: number },
  clock: TimerClock = systemTimers,
): Fault {
  return onBody(async function* (bytes, signal) {
    for (let start = 0; start < bytes.byteLength; start += chunkBytes) {
      await wait(intervalMs, clock, signal);
      yield bytes.subarray(start, start + chunkBytes);
    }
  });
}

/** Sends the beginning of the body, then nothing more until the request is aborted. */
export function stalledBody({ afterBytes = 1 }: { readonly afterBytes?: number } = {}): Fault {
  return onBody(async function* (bytes, signal) {
    yield bytes.subarray(0, afterBytes);
    await aborted(signal);
  });
}

/** Breaks off in the middle of the body, as `fetch` shows a connection that was closed early. */
export function truncatedBody({ afterBytes = 1 }: { readonly afterBytes?: number } = {}): Fault {
  return onBody(async function* (bytes) {
    yield bytes.subarray(0, afterBytes);
    const cause = Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" });
    throw new TypeError("terminated", { cause });
  });
}

/** Answers with text that is no JSON: the first half of the body, whole as far as HTTP knows. */
export const malformedJson: Fault = (handler) => async (input, init) => {
  const answered = await handler(input, init);
  const bytes = new Uint8Array(await answered.arrayBuffer());
  return rewrite(answered, bytes.subarray(0, bytes.byteLength >> 1), { "content-length": null });
};

/** Answers with the same body under another media type. */
export function wrongContentType(mediaType: string): Fault {
  return (handler) => async (input, init) => {
    const answered = await handler(input, init);
    return rewrite(answered, answered.body, { "content-type": mediaType });
  };
}

type Chunks = (bytes: Uint8Array, signal: AbortSignal) => AsyncGenerator<Uint8Array>;

function onBody(chunksOf: Chunks): Fault {
  return (handler) => async (input, init) => {
    const answered = await handler(input, init);
    const bytes = new Uint8Array(await answered.arrayBuffer());
    const cancelled = new AbortController();
    const signals = [cancelled.signal, signalOf(input, init)].filter((each) => each !== undefined);
    const chunks = chunksOf(bytes, AbortSignal.any(signals));
    const body = new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          const { done, value } = await chunks.next();
          if (done === true) controller.close();
          else controller.enqueue(value);
        },
        cancel(reason) {
          cancelled.abort(reason);
        },
      },
      { highWaterMark: 0 },
    );
    return rewrite(answered, body, {});
  };
}

function rewrite(
  answered: Response,
  body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> | null,
  changes: Readonly<Record<string, string | null>>,
): Response {
  const headers = new Headers(answered.headers);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  return new Response(body, { status: answered.status, headers });
}
