import type { LoadOptions } from "../src/load-options.ts";
import { loadDocument } from "../src/load-document.ts";
import type { Diagnostic } from "../src/diagnostic.ts";
import type { OpenApiDocument } from "../src/openapi-document.ts";

/** Loads a text that is expected to be sound. */
export function sound(text: string, file = "api.yaml", options: LoadOptions = {}): OpenApiDocument {
  const result = loadDocument({ file, bytes: text }, options);
  if (result.kind === "loaded") return result.document;
  throw new Error(result.diagnostics.map(brief).join("\n"));
}

/** `code line:column-line:column`. */
export function brief({ code, range: { start, end } }: Diagnostic): string {
  return `${code} ${start.line}:${start.column}-${end.line}:${end.column}`;
}
