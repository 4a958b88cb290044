import { defaultConfig, renderReview, reviewContracts } from "@flex-channels/contract-review";
import { loadDocument, type OpenApiDocument } from "@flex-channels/document";
import type { EarlierDocument } from "./find-earlier-document.ts";
import type { LastReview } from "./page/review-page.ts";

export interface LastChange {
  readonly document: OpenApiDocument;
  readonly earlier: EarlierDocument | undefined;
  /** `YYYY-MM-DD` in UTC, for sunsets. */
  readonly today: string;
  readonly repositoryUrl: string;
}

/** Reviews the present document against an earlier one. */
export async function reviewLastChange(change: LastChange): Promise<LastReview> {
  const { document, earlier, today, repositoryUrl } = change;
  if (earlier === undefined) {
    const reason = "The document has not changed since it was first written: nothing to review.";
    return { kind: "none", reason };
  }
  const bytes = new TextEncoder().encode(earlier.text);
  const loaded = loadDocument({ file: document.file, bytes });
  if (loaded.kind === "refused") {
    const reason = `The document of ${earlier.label} is no valid one by today's rules: it cannot be compared with.`;
    return { kind: "none", reason };
  }
  const { label, commit } = earlier;
  const review = await reviewContracts({
    bases: [{ label, commit, document: loaded.document }],
    head: { label: "the present document", document },
    config: defaultConfig,
    waivers: [],
    today,
    repositoryUrl,
    allowed: "major",
  });
  const options = { color: false };
  return {
    kind: "reviewed",
    base: label,
    markdown: await renderReview("markdown", review, options),
    html: await renderReview("html", review, options),
  };
}
