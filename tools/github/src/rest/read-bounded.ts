/** A body that is longer than its reader takes. */
export class TooLongError extends Error {
  override readonly name = "TooLongError";
}

/** Reads a body, and stops at once where it is longer than `mostBytes`. */
export async function readBounded(response: Response, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > mostBytes) {
      throw new TooLongError(`Expected at most ${String(mostBytes)} bytes, received more.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
