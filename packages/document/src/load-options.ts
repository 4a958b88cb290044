import type { AdjustableCode } from "./diagnostic-codes.ts";

export interface LoadOptions {
  /**
   * Bytes that a document, each external file counted apart, may have.
   * @default 33554432 (32 MiB)
   */
  readonly maxBytes?: number;
  /**
   * How deep objects and arrays may nest.
   * @default 256
   */
  readonly maxDepth?: number;
  /**
   * Values that YAML aliases may add when they are written out.
   * @default 1000000
   */
  readonly maxAliasValues?: number;
  /**
   * Files that `$ref` may lead to, and how to get them. Nothing is ever read or fetched otherwise.
   * @default nothing allowed
   */
  readonly external?: ExternalFiles;
  /** Changes the severity of a code, or switches it off. */
  readonly severities?: { readonly [Code in AdjustableCode]?: "error" | "warning" | "off" };
  /**
   * How long all examples together may take to check; a pattern of a hostile document can take
   * forever.
   * @default 10000
   */
  readonly exampleTimeoutMs?: number;
}

/** The files beside the document that it may refer to. */
export interface ExternalFiles {
  /**
   * Paths relative to the document's folder, with `/`; one that ends in `/` allows all below it, and
   * `./` everything below the folder itself.
   */
  readonly allow: readonly string[];
  /** The bytes of an allowed file, or undefined where there is none. */
  read(path: string): Uint8Array | undefined;
}

/** {@link LoadOptions} with the defaults written out. */
export interface LoadSettings {
  readonly maxBytes: number;
  readonly maxDepth: number;
  readonly maxAliasValues: number;
  readonly external: ExternalFiles;
  readonly severities: NonNullable<LoadOptions["severities"]>;
  readonly exampleTimeoutMs: number;
}

export function normalizeLoadOptions(options: LoadOptions): LoadSettings {
  return {
    maxBytes: options.maxBytes ?? 32 * 1024 * 1024,
    maxDepth: options.maxDepth ?? 256,
    maxAliasValues: options.maxAliasValues ?? 1_000_000,
    external: options.external ?? { allow: [], read: () => undefined },
    severities: options.severities ?? {},
    exampleTimeoutMs: options.exampleTimeoutMs ?? 10_000,
  };
}
