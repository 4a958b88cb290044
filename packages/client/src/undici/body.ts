import type { ByteReaderLike, ByteStreamLike } from "../transport.ts";

/** A body between undici, which fills it, and the client, which reads it: stream and reader in one. */
export interface Body extends ByteReaderLike, ByteStreamLike {
  push(chunk: Uint8Array): void;
  end(): void;
  fail(error: Error): void;
  cancel(): Promise<void>;
}
