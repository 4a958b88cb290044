import { h } from "../text/h.ts";
import type { ElementContent } from "hast";
import { githubMarkdown } from "../text/github-markdown.ts";
import type { Page } from "./layout.ts";

/** The review of the last change of the document, where there is one. */
export type LastReview =
  | { readonly kind: "none"; readonly reason: string }
  | {
      readonly kind: "reviewed";
      /** What the present document was compared with. */
      readonly base: string;
      /** The report as a comment shows it. */
      readonly markdown: string;
      /** The report as a page of its own, documents side by side. */
      readonly html: string;
    };

export const reviewFile = "contract-review.html";

/** What the last change of the document does to those who use it. */
export function reviewPage(site: string, review: LastReview): Page {
  return {
    file: "review.html",
    site,
    title: "Last change",
    description: `What the last change of ${site} does to those who use it`,
    scripts: [],
    contents: [],
    main: [h("h1", "The last change of the document"), ...content(review)],
  };
}

function content(review: LastReview): readonly ElementContent[] {
  if (review.kind === "none") return [h("p", review.reason)];
  const { children } = githubMarkdown(review.markdown);
  return [
    h("p", [
      "The present document against ",
      h("code", review.base),
      ". ",
      h("a", { href: reviewFile }, "The same with both documents side by side"),
      ".",
    ]),
    h(
      "div.prose.report",
      children.filter((child) => child.type !== "doctype"),
    ),
  ];
}
