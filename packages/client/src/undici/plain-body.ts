import type { ByteReaderLike } from "../transport.ts";
import type { Body } from "./body.ts";

type Read = Awaited<ReturnType<ByteReaderLike["read"]>>;

const done: Read = { done: true };

/** A body as it arrives: what came before it was asked for waits in a queue. */
export class PlainBody implements Body {
  readonly #abort: () => void;
  readonly #chunks: Uint8Array[] = [];
  #ended = false;
  #cancelled = false;
  #failure: { readonly error: unknown } | undefined;
  #waiting: { resolve(read: Read): void; reject(error: unknown): void } | undefined;

  constructor(abort: () => void) {
    this.#abort = abort;
  }

  push(value: Uint8Array): void {
    if (this.#cancelled) return;
    if (this.#waiting) this.#waiting.resolve({ done: false, value });
    else this.#chunks.push(value);
    this.#waiting = undefined;
  }

  end(): void {
    this.#ended = true;
    this.#waiting?.resolve(done);
  }

  fail(error: unknown): void {
    this.#failure = { error };
    this.#waiting?.reject(error);
  }

  getReader(): this {
    return this;
  }

  read(): Promise<Read> {
    const value = this.#chunks.shift();
    if (value) return Promise.resolve({ done: false, value });
    if (this.#ended) return Promise.resolve(done);
    return new Promise((resolve, reject) => {
      if (this.#failure) reject(this.#failure.error);
      else this.#waiting = { resolve, reject };
    });
  }

  cancel(): Promise<void> {
    this.#cancelled = true;
    this.#chunks.length = 0;
    if (!this.#ended) this.#abort();
    return Promise.resolve();
  }
}
