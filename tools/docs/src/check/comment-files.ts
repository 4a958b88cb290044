import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Gear } from "@flex-channels/gear/install-gear";
import type { LastReview } from "../page/review-page.ts";
import type { SiteFile } from "../render-site.ts";
import { commentPage } from "./comment-page.ts";

/** Comments that the tests of `tools/github` hold the real ones against. */
const fixtures = "tools/github/test/fixtures/comments";

/** The width of a comment on GitHub, about; and links underlined, as its accessibility setting has them at first. */
const frame = `body { box-sizing: border-box; max-width: 54rem; margin: 0 auto; padding: 1rem; }
.markdown-body p a, .markdown-body li a { text-decoration: underline; }`;

/** The repository's golden comments, each as a page. */
export async function readComments(repository: string): Promise<readonly SiteFile[]> {
  const folder = join(repository, fixtures);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md")).toSorted();
  if (names.length === 0) throw new Error(`${fixtures} holds no comment to look at`);
  return Promise.all(
    names.map(async (name) => ({
      path: `comment-${name.replace(/\.md$/, ".html")}`,
      text: commentPage(await readFile(join(folder, name), "utf8")),
    })),
  );
}

/** These, the comment of the sample review, and GitHub's style for them. */
export async function commentFiles(
  gear: Gear,
  review: LastReview,
  comments: readonly SiteFile[],
): Promise<readonly SiteFile[]> {
  if (review.kind === "none") throw new Error(review.reason);
  const style = gear.file("github-markdown-css", "github-markdown.css");
  return [
    ...comments,
    { path: "comment.html", text: commentPage(review.markdown) },
    { path: "github-markdown.css", text: `${await readFile(style, "utf8")}\n${frame}` },
  ];
}
