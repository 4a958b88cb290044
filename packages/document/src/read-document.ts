import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { tooLarge } from "./decode-bytes.ts";
import { defaultHints } from "./default-hints.ts";
import type { DiagnosticCode } from "./diagnostic-codes.ts";
import type { LoadOptions } from "./load-options.ts";
import { normalizeLoadOptions } from "./load-options.ts";
import { loadDocument } from "./load-document.ts";
import type { LoadResult } from "./openapi-document.ts";

/** {@link LoadOptions}; of external files only which ones: they are read from the disk. */
export interface ReadOptions extends Omit<LoadOptions, "external"> {
  /**
   * Paths relative to the document's folder that `$ref` may lead to; one that ends in `/` allows
   * all below it.
   * @default nothing allowed
   */
  readonly allowExternal?: readonly string[];
}

/**
 * Reads a document from the disk and checks it with {@link loadDocument}. A file that is missing,
 * unreadable or too large is a diagnostic like any other problem.
 */
export function readDocument(file: string, options: ReadOptions = {}): LoadResult {
  const { allowExternal = [], ...others } = options;
  const { maxBytes } = normalizeLoadOptions(others);
  let bytes: Uint8Array;
  try {
    const { size } = statSync(file);
    // Asked before reading: a file of many gigabytes must not fill the memory first.
    if (size > maxBytes) return tooLargeToRead(file, size, maxBytes);
    bytes = readFileSync(file);
  } catch (error) {
    return unreadable(file, error);
  }
  const folder = dirname(resolve(file));
  const external = {
    allow: allowExternal,
    read: (path: string) => readBeside(folder, path, maxBytes),
  };
  return loadDocument({ file, bytes }, { ...others, external });
}

/** The bytes of a file below a folder; a symbolic link that leads out of it leads nowhere. */
export function readBeside(folder: string, path: string, maxBytes: number): Uint8Array | undefined {
  try {
    const real = realpathSync(resolve(folder, path));
    const inside = relative(realpathSync(folder), real);
    if (inside === ".." || inside.startsWith(`..${sep}`) || resolve(inside) === inside) {
      return undefined;
    }
    if (statSync(real).size > maxBytes) return undefined;
    return readFileSync(real);
  } catch {
    return undefined;
  }
}

function tooLargeToRead(file: string, size: number, maxBytes: number): LoadResult {
  const { message, expected } = tooLarge(size, maxBytes).problem;
  return refused(file, "too-large", message, expected, `${size} bytes`);
}

function unreadable(file: string, error: unknown): LoadResult {
  const code = error instanceof Error && "code" in error ? String(error.code) : "an error";
  if (code === "ENOENT") {
    return refused(file, "file-missing", "There is no such file", "an OpenAPI document", "nothing");
  }
  const received = code === "EISDIR" ? "a folder (EISDIR)" : code;
  const expected = "a file that this user may read";
  return refused(file, "file-unreadable", "The file cannot be read", expected, received);
}

function refused(
  file: string,
  code: DiagnosticCode,
  message: string,
  expected: string,
  received: string,
): LoadResult {
  const start = { line: 1, column: 1, offset: 0 };
  const range = { start, end: start };
  const hint = defaultHints[code];
  return {
    kind: "refused",
    diagnostics: [{ code, severity: "error", message, file, range, expected, received, hint }],
    sources: [{ file, text: "" }],
  };
}
