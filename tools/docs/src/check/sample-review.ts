import { isJsonArray, own, type OpenApiDocument } from "@flex-channels/document";
import { reviewLastChange } from "../review-last-change.ts";
import { sources } from "../sources.ts";
import type { LastReview } from "../page/review-page.ts";
import { rewriteDocument } from "./rewrite-document.ts";

/**
 * A review that has something to say, so that its pages are looked at in full: the first schema
 * with properties loses one that answers had to hold, another becomes narrower, and words change.
 */
export async function sampleReview(document: OpenApiDocument, today: string): Promise<LastReview> {
  const head = changed(document);
  const earlier = { label: "an earlier release", commit: "0".repeat(40), text: document.text };
  const { repositoryUrl } = sources;
  return reviewLastChange({ document: head, earlier, today, repositoryUrl });
}

function changed(document: OpenApiDocument): OpenApiDocument {
  const schemas = Object.entries(own(own(document.value, "components"), "schemas") ?? {});
  const found = schemas.find(([, schema]) => isJsonArray(own(schema, "required")));
  if (found === undefined) throw new Error("no schema of the document requires a property");
  const [name, schema] = found;
  const place = ["components", "schemas", name];
  const required = own(schema, "required") as readonly string[];
  return rewriteDocument(
    document,
    (written) => {
      const title = String(written.getIn(["info", "title"]));
      written.setIn(["info", "title"], `${title} <em>renamed</em>`);
      written.deleteIn([...place, "required", required.length - 1]);
      written.deleteIn([...place, "properties", required.at(-1)]);
      written.setIn([...place, "properties", required[0], "type"], "integer");
    },
    { severities },
  );
}

/** Examples that no longer match are no concern of the sample. */
const severities = { "example-mismatch": "off", "required-undeclared": "off" } as const;
