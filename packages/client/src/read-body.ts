import type { Scope } from "./within.ts";
import type { ResponseLike } from "./web.ts";

/** The bytes of a body, and whether there were more than were wanted. */
export interface BoundedBody {
  readonly bytes: Uint8Array;
  readonly truncated: boolean;
}

/** Reads a body once, after decompression, and no further than one chunk past the bound. */
export async function readBody(
  response: ResponseLike,
  maxBytes: number,
  scope: Scope,
): Promise<BoundedBody> {
  const { body } = response;
  if (body === null || body === undefined) return { bytes: new Uint8Array(), truncated: false };
  if (typeof body.getReader !== "function") {
    // No web stream (React Native, older fetch libraries): bounded only after the fact.
    return bound(new Uint8Array(await response.arrayBuffer()), maxBytes);
  }
  const reader = body.getReader();
  const cancel = (): void => {
    reader.cancel().catch(() => undefined);
  };
  if (scope.signal.aborted) cancel();
  scope.release = cancel;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done || value === undefined) break;
    chunks.push(value);
    length += value.byteLength;
    if (length > maxBytes) {
      cancel();
      break;
    }
  }
  return bound(
    chunks.length === 1 && chunks[0] ? chunks[0] : concatenate(chunks, length),
    maxBytes,
  );
}

function bound(bytes: Uint8Array, maxBytes: number): BoundedBody {
  return { bytes: bytes.subarray(0, maxBytes), truncated: bytes.byteLength > maxBytes };
}

function concatenate(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
