import { loadDocument, type LoadOptions, type OpenApiDocument } from "@flex-channels/document";
import { parseDocument, type Document } from "yaml";

/** A document with some of its text written anew. One that is then refused is a mistake of the check. */
export function rewriteDocument(
  document: OpenApiDocument,
  write: (written: Document) => void,
  options: LoadOptions = {},
): OpenApiDocument {
  const written = parseDocument(document.text);
  write(written);
  const bytes = new TextEncoder().encode(written.toString());
  const loaded = loadDocument({ file: document.file, bytes }, options);
  if (loaded.kind === "loaded") return loaded.document;
  throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
}
