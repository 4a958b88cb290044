/*
 * The least that this package needs of the web's interfaces. A consumer may compile with the DOM
 * library, with @types/node, with both or with neither; the real objects fit all of these.
 */

/** What is read of an `AbortSignal` (DOM §3.1). */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: "abort", listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** What is read of `Headers` (Fetch §5.1). */
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
  readonly type?: string;
  readonly headers: HeadersLike;
  readonly body: ByteStreamLike | null;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A `fetch` (Fetch §5.6): `globalThis.fetch`, undici's, a mock's. */
export type FetchLike = (url: string, init: FetchInit) => Promise<ResponseLike>;

/** Headers as an application writes them. */
export type HeadersInput = Readonly<Record<string, string>> | HeadersLike;
