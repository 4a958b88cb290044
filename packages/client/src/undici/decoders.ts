import type { Transform } from "node:stream";
import * as zlib from "node:zlib";
import { Inflate } from "./inflate.ts";

/** More than this many codings, one in another, are an attack (as curl's CVE-2022-32206). */
const maxCodings = 5;

// Flushed at every piece and at the end: a server that leaves out a trailer is understood, and what
// is cut short is judged by the JSON that is missing, as with Node's own fetch.
const flush = zlib.constants.Z_SYNC_FLUSH;
const lenient = { flush, finishFlush: flush };
const brotli = zlib.constants.BROTLI_OPERATION_FLUSH;
// 8 MiB of window at most (RFC 9659 §3).
const zstandard = { params: { [zlib.constants.ZSTD_d_windowLogMax]: 23 } };

/** By content coding (RFC 9110 §8.4.1). */
const decoders: ReadonlyMap<string, () => Transform> = new Map<string, () => Transform>([
  ["gzip", () => zlib.createGunzip(lenient)],
  ["x-gzip", () => zlib.createGunzip(lenient)],
  ["deflate", () => new Inflate(lenient)],
  ["br", () => zlib.createBrotliDecompress({ flush: brotli, finishFlush: brotli })],
  // Never asked for; taken off where the runtime can (Node 22.15 and newer), as its fetch does.
  ...("createZstdDecompress" in zlib
    ? [["zstd", () => zlib.createZstdDecompress(zstandard)] as const]
    : []),
]);

/**
 * What takes the codings of a `Content-Encoding` off, the last one first; empty if one of them is
 * not known, as the body then stays what it is.
 *
 * @throws {Error} if there are too many
 */
export function decodersFor(contentEncoding: string): readonly Transform[] {
  const codings = contentEncoding.toLowerCase().split(",");
  if (codings.length > maxCodings) {
    throw new Error(`expected ${maxCodings} content codings at most, received ${codings.length}`);
  }
  const creators = codings.map((coding) => decoders.get(coding.trim())).toReversed();
  return creators.every((create) => create !== undefined) ? creators.map((create) => create()) : [];
}
