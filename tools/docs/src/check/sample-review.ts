import { loadDocument, type OpenApiDocument } from "@flex-channels/document";
import { reviewLastChange } from "../review-last-change.ts";
import { sources } from "../sources.ts";
import type { LastReview } from "../page/review-page.ts";

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
  const value = structuredClone(document.value) as Writable;
  const info = value["info"] as Writable;
  info["title"] = `${String(info["title"])} <em>renamed</em>`;
  const components = value["components"] as Writable;
  const schemas = Object.values(components["schemas"] as Writable) as Writable[];
  const schema = schemas.find((each) => Array.isArray(each["required"]));
  if (schema === undefined) throw new Error("no schema of the document requires a property");
  const required = schema["required"] as string[];
  const [gone, narrowed] = [required.at(-1) ?? "", required[0] ?? ""];
  schema["required"] = required.slice(0, -1);
  delete (schema["properties"] as Writable)[gone];
  (schema["properties"] as Writable)[narrowed] = { type: "integer" };
  const bytes = new TextEncoder().encode(JSON.stringify(value, null, 2));
  const severities = { "example-mismatch": "off", "required-undeclared": "off" } as const;
  const loaded = loadDocument({ file: document.file, bytes }, { severities });
  if (loaded.kind === "refused") {
    throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
  }
  return loaded.document;
}

type Writable = Record<string, unknown>;
