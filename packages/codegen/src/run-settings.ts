import type { Severities } from "./config.ts";
import type { ImportExtension } from "./import-extension.ts";

/** What one run is asked to do; every path is absolute or relative to the working directory. */
export interface RunSettings {
  readonly document: string;
  readonly out: string;
  readonly format: boolean;
  readonly importExtension: ImportExtension;
  readonly severities: Severities;
  /** Files beside the document that `$ref` may lead to. */
  readonly external: readonly string[];
  /** Compares and writes nothing. */
  readonly check: boolean;
}
