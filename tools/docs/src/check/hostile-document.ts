import { loadDocument, type OpenApiDocument } from "@flex-channels/document";
import { parseDocument } from "yaml";

/** Words that would run, ask or mislead if a page took them for more than words. */
const words = [
  `<script>alert(1)</script><img src="https://evil.invalid/a.png" onerror="alert(2)">`,
  `![pixel](https://evil.invalid/b.png) [link](javascript:alert(3))`,
  `"><svg onload=alert(4)></svg></code></pre></title>`,
].join("\n\n");

/** A document whose title and descriptions are hostile. */
export function hostileDocument(document: OpenApiDocument): OpenApiDocument {
  const written = parseDocument(document.text);
  written.setIn(["info", "title"], words);
  written.setIn(["info", "description"], words);
  for (const [path, item] of Object.entries(document.value["paths"] ?? {})) {
    for (const method of Object.keys(item as object)) {
      if (method !== "description") {
        written.setIn(["paths", path, method, "summary"], words);
        written.setIn(["paths", path, method, "description"], words);
      }
    }
  }
  const bytes = new TextEncoder().encode(written.toString());
  const loaded = loadDocument({ file: document.file, bytes });
  if (loaded.kind === "loaded") return loaded.document;
  throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
}
