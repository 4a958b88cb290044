import { pipeline, Readable } from "node:stream";
import type { Duplex, Transform } from "node:stream";
import type { ByteReaderLike } from "../transport.ts";
import type { Body } from "./body.ts";
import type { Controller } from "./controller.ts";

/** A body whose content codings are taken off while it arrives, no faster than it is read. */
export class EncodedBody implements Body {
  readonly #controller: Controller;
  readonly #source: Readable;
  readonly #decoded: Duplex;
  readonly #chunks: AsyncIterator<Uint8Array>;

  constructor(controller: Controller, decoders: readonly Transform[]) {
    this.#controller = controller;
    this.#source = new Readable({ read: () => controller.resume() });
    // Failures reach the reader through the iterator; nobody else has to hear of them.
    this.#decoded = pipeline([this.#source, ...decoders], () => undefined) as Duplex;
    this.#decoded.on("error", () => undefined);
    this.#chunks = this.#decoded[Symbol.asyncIterator]();
  }

  push(chunk: Uint8Array): void {
    if (!this.#source.push(chunk)) this.#controller.pause();
  }

  end(): void {
    this.#source.push(null);
  }

  fail(error: Error): void {
    this.#source.destroy(error);
  }

  getReader(): this {
    return this;
  }

  async read(): ReturnType<ByteReaderLike["read"]> {
    const { done = false, value } = await this.#chunks.next();
    return done ? { done } : { done, value };
  }

  cancel(): Promise<void> {
    this.#decoded.destroy();
    this.#controller.abort(new Error("nobody reads on"));
    return Promise.resolve();
  }
}
