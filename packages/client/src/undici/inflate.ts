import { Transform } from "node:stream";
import type { TransformCallback } from "node:stream";
import { createInflate, createInflateRaw } from "node:zlib";
import type { ZlibOptions } from "node:zlib";

/** The compression method of a zlib stream, in the lower half of its first byte (RFC 1950 §2.2). */
const deflateMethod = 8;

/**
 * Takes the coding `deflate` off: a zlib stream (RFC 9110 §8.4.1.2), or the deflate stream alone,
 * as some servers have it. The first byte tells.
 */
export class Inflate extends Transform {
  readonly #options: ZlibOptions;
  #inner: Transform | undefined;

  constructor(options: ZlibOptions) {
    super();
    this.#options = options;
  }

  override _read(bytes: number): void {
    this.#inner?.resume();
    super["_read"](bytes);
  }

  override _transform(chunk: Buffer, encoding: BufferEncoding, callback: TransformCallback): void {
    this.#inner ??= this.#begin((chunk[0] ?? 0) % 16 === deflateMethod);
    this.#inner.write(chunk, encoding, callback);
  }

  override _flush(callback: TransformCallback): void {
    if (!this.#inner) callback();
    else this.#inner.once("end", callback).end();
  }

  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    this.#inner?.destroy();
    callback(error);
  }

  #begin(isWrapped: boolean): Transform {
    const create = isWrapped ? createInflate : createInflateRaw;
    const inner = create(this.#options).on("error", (error) => this.destroy(error));
    // No more is inflated than is read: a few bytes may stand for many.
    return inner.on("data", (chunk) => {
      if (!this.push(chunk)) inner.pause();
    });
  }
}
