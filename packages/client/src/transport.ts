/*
 * The seam to whatever sends requests: one function in the shape of `fetch` and the least of the
 * web's interfaces around it. `globalThis.fetch`, undici's and a mock's fit as they are; so does
 * anything that sends bytes, without constructing a `Request`, `Response`, `Headers` or stream. A
 * consumer may compile with the DOM library, with @types/node, with both or with neither.
 *
 * What the client does: it calls the function once a request with an absolute URL and a plain
 * object, gives headers by names in lower case, decides redirects, retries and times itself, and
 * reads `status`, `headers`, and of `body` no more than it needs, once.
 *
 * What the client relies on: the function follows no redirect; it rejects, or its body's `read`
 * does, where an answer does not arrive whole (`code` of the error or of its causes names the
 * reason); content codings are taken off (RFC 9110 §8.4); an abort of `signal` frees the
 * connection. The client itself gives up on time, whether any of this holds or not.
 */

/** What is read of an `AbortSignal` (DOM §3.1). */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: "abort", listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** What is read of `Headers` (Fetch §5.1); names in lower case, values of one name joined. */
export interface HeadersLike {
  get(name: string): string | null;
  forEach(callback: (value: string, name: string) => void): void;
}

/** The consumer's own `AbortSignal` where a library declares one, so that any `fetch` takes it. */
export type PlatformAbortSignal = typeof globalThis extends { AbortSignal: { prototype: infer T } }
  ? T
  : AbortSignalLike;

/** What a `fetch` is called with, always together with an absolute URL as a string. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  redirect: "manual";
  signal: PlatformAbortSignal;
  body?: string;
}

/** What is read of a `ReadableStreamDefaultReader` of bytes (Streams §4.4). */
export interface ByteReaderLike {
  read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
  cancel(reason?: unknown): Promise<void>;
}

/** What is read of a `ReadableStream` of bytes (Streams §4.2). */
export interface ByteStreamLike {
  getReader(): ByteReaderLike;
  cancel?(reason?: unknown): Promise<void>;
}

/** What is read of a `Response` (Fetch §5.5). */
export interface ResponseLike {
  readonly status: number;
  readonly headers: HeadersLike;
  readonly body: ByteStreamLike | null;
  /** Asked where `body` is there and is no stream; its bound then holds only after the fact. */
  arrayBuffer?(): Promise<ArrayBuffer>;
}

/** A `fetch` (Fetch §5.6): `globalThis.fetch`, undici's, a mock's, or a transport of your own. */
export type FetchLike = (url: string, init: FetchInit) => Promise<ResponseLike>;

/** Headers as an application writes them. */
export type HeadersInput = Readonly<Record<string, string>> | HeadersLike;
