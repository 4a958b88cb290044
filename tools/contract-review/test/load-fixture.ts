import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type OpenApiDocument, loadDocument } from "@flex-channels/document";

/** Loads a document of a test, or throws with its diagnostics. */
export function loadFixture(file: string): OpenApiDocument {
  return loadText(basename(file), readFileSync(file, "utf8"));
}

export function loadText(file: string, text: string): OpenApiDocument {
  const result = loadDocument({ file, bytes: text });
  if (result.kind === "loaded") return result.document;
  throw new Error(
    result.diagnostics
      .map(({ message, range }) => `${String(range.start.line)}: ${message}`)
      .join("\n"),
  );
}
