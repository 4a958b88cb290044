import type { ResponseLike } from "./transport.ts";
import type { Scope } from "./within.ts";

/** The bytes of a body, up to a bound, and whether there were more. */
export interface BoundedBody {
  readonly bytes: Uint8Array;
  readonly truncated: boolean;
}

const maxChunks = 2 ** 20;

/** Reads a body once, after decompression, and no more than one chunk past the bound. */
export async function readBody(
  response: ResponseLike,
  maxBytes: number,
  scope: Scope,
): Promise<BoundedBody> {
  const { body } = response;
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (typeof body?.getReader === "function") {
    const reader = body.getReader();
    scope.release = () => letGo(() => reader.cancel());
    while (length <= maxBytes) {
      const { value } = await reader.read();
      if (value === undefined) break;
      // Nothings without an end, each at once, would let no timer run.
      if (chunks.push(value) > maxChunks) throw new TypeError("a body in too many pieces");
      length += value.byteLength;
    }
    if (length > maxBytes) scope.release();
  } else if (body) {
    // No web stream (React Native, older libraries): bounded only after the fact.
    if (!response.arrayBuffer) throw new TypeError("a body that cannot be read");
    chunks.push(new Uint8Array(await response.arrayBuffer()));
    length = chunks[0]?.byteLength ?? 0;
  }
  const truncated = length > maxBytes;
  // Most bodies are one piece, and need no copy.
  const [only] = chunks;
  if (chunks.length === 1 && !truncated && only instanceof Uint8Array) {
    return { bytes: only, truncated };
  }
  const bytes = new Uint8Array(Math.min(length, maxBytes));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk.subarray(0, maxBytes - at), at);
    at += chunk.byteLength;
  }
  return { bytes, truncated };
}

/** Lets go of a body that nobody reads, so that its connection is free. */
export function discardBody({ body }: ResponseLike): void {
  letGo(() => (body?.cancel ? body.cancel() : body?.getReader().cancel()));
}

/** Whatever comes of it: a stream that is not the runtime's may know no `cancel`, or throw. */
function letGo(cancel: () => unknown): void {
  (async () => cancel())().catch(() => undefined);
}
