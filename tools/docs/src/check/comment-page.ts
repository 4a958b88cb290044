import { h } from "../text/h.ts";
import { githubMarkdown } from "../text/github-markdown.ts";
import { serialize } from "../text/serialize.ts";

/** A comment as GitHub shows one: its Markdown, its cleaning, its style. */
export function commentPage(markdown: string): string {
  const html = h("html", { lang: "en" }, [
    h("head", [
      h("meta", { charSet: "utf-8" }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("title", "A comment of the review"),
      h("link", { rel: "icon", href: "icon.svg" }),
      h("link", { rel: "stylesheet", href: "github-markdown.css" }),
    ]),
    h("body.markdown-body", [
      h("main", [
        h("h1", "The comment on a pull request"),
        githubMarkdown(markdown).children.filter((child) => child.type !== "doctype"),
      ]),
    ]),
  ]);
  return serialize({ type: "root", children: [{ type: "doctype" }, html] });
}
