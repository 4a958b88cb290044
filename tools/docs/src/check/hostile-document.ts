import { listOperations, type OpenApiDocument } from "@flex-channels/document";
import { rewriteDocument } from "./rewrite-document.ts";

/** Words that would run, ask or mislead if a page took them for more than words. */
const words = [
  `<script>alert(1)</script><img src="https://evil.invalid/a.png" onerror="alert(2)">`,
  `![pixel](https://evil.invalid/b.png) [link](javascript:alert(3))`,
  `"><svg onload=alert(4)></svg></code></pre></title>`,
].join("\n\n");

/** A document whose title and descriptions are hostile. */
export function hostileDocument(document: OpenApiDocument): OpenApiDocument {
  return rewriteDocument(document, (written) => {
    written.setIn(["info", "title"], words);
    written.setIn(["info", "description"], words);
    for (const { path, method } of listOperations(document)) {
      const place = ["paths", path, method.toLowerCase()];
      written.setIn([...place, "summary"], words);
      written.setIn([...place, "description"], words);
    }
  });
}
