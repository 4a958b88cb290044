import type { OpenApiDocument } from "@flex-channels/document";
import { changelogPage, type Changelog } from "./page/changelog-page.ts";
import { guidePage, type Guide } from "./page/guide-page.ts";
import { layout, type Page } from "./page/layout.ts";
import { referencePage } from "./page/reference-page.ts";
import { reviewFile, reviewPage, type LastReview } from "./page/review-page.ts";
import { describeDocument } from "./reference/describe-document.ts";
import { serialize } from "./text/serialize.ts";

/** All that a site is made of. */
export interface SiteInput {
  readonly document: OpenApiDocument;
  readonly guide: Guide;
  readonly changelogs: readonly Changelog[];
  readonly review: LastReview;
  /** Style, scripts and icon, as they are. */
  readonly assets: readonly SiteFile[];
  /**
   * Where a mock listens, relative to the pages.
   * @default undefined: there is none, and "try it" says so
   */
  readonly mockBase?: string;
}

export interface SiteFile {
  /** Relative to the site's folder. */
  readonly path: string;
  readonly text: string;
}

/** Renders the site: a pure function of what it is made of. */
export function renderSite(input: SiteInput): readonly SiteFile[] {
  const { document, guide, changelogs, review, assets, mockBase } = input;
  const reference = describeDocument(document);
  const { title } = reference;
  const documentFile = `openapi.${document.format}`;
  const pages: readonly Page[] = [
    referencePage(reference, { documentFile, mockBase }),
    guidePage(title, guide),
    changelogPage(title, changelogs),
    reviewPage(title, review),
  ];
  return [
    ...pages.map((page) => ({ path: page.file, text: serialize(layout(page)) })),
    ...(review.kind === "reviewed" ? [{ path: reviewFile, text: review.html }] : []),
    { path: documentFile, text: document.text },
    ...assets,
  ];
}
