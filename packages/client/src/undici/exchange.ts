import { errors } from "undici";
import type { FetchInit, ResponseLike } from "../transport.ts";
import type { Body } from "./body.ts";
import type { Controller } from "./controller.ts";
import { decodersFor } from "./decoders.ts";
import { EncodedBody } from "./encoded-body.ts";
import { HeaderFields } from "./header-fields.ts";
import type { Fields } from "./header-fields.ts";
import { PlainBody } from "./plain-body.ts";

/** Statuses without a body (Fetch §2.2.3). */
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

/** One request and its answer, as undici tells of them: its `DispatchHandler`. */
export class Exchange {
  readonly #init: FetchInit;
  readonly #resolve: (response: ResponseLike) => void;
  readonly #reject: (error: unknown) => void;
  #controller: Controller | undefined;
  #body: Body | undefined;
  /** Bytes of the body that are still to come, where its length is known. */
  #missing = Number.NaN;

  constructor(
    init: FetchInit,
    resolve: (response: ResponseLike) => void,
    reject: (error: unknown) => void,
  ) {
    this.#init = init;
    this.#resolve = resolve;
    this.#reject = reject;
    init.signal.addEventListener("abort", () => this.#abort(), { once: true });
  }

  onRequestStart(controller: Controller): void {
    this.#controller = controller;
    // Given up while it stood in a queue or its connection was made.
    if (this.#init.signal.aborted) this.#abort();
  }

  onResponseStart(controller: Controller, status: number, fields: Fields): void {
    // An interim response (RFC 9110 §15.2): the final one follows.
    if (status < 200) return;
    const headers = new HeaderFields(fields);
    if (!withoutBody.has(status) && this.#init.method !== "HEAD") {
      this.#missing = Number(headers.get("content-length") ?? Number.NaN);
      const coding = headers.get("content-encoding");
      const decoders = coding === null ? [] : decodersFor(coding);
      this.#body =
        decoders.length > 0
          ? new EncodedBody(controller, decoders)
          : new PlainBody(() => this.#abort());
    }
    this.#resolve({ status, headers, body: this.#body ?? null });
  }

  onResponseData(_controller: Controller, chunk: Uint8Array): void {
    this.#missing -= chunk.byteLength;
    this.#body?.push(chunk);
  }

  onResponseEnd(): void {
    // Over HTTP/2 undici takes a stream that is reset for one that ends (RFC 9113 §8.1.1).
    if (this.#missing > 0) this.#body?.fail(new errors.ResponseContentLengthMismatchError());
    else this.#body?.end();
  }

  onResponseError(_controller: Controller | null, error: Error): void {
    this.#reject(error);
    this.#body?.fail(error);
  }

  #abort(): void {
    this.#controller?.abort(new Error("nobody waits for the answer"));
  }
}
