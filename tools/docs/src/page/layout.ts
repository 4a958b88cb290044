import { h, type Content } from "../text/h.ts";
import type { Root } from "hast";

/** The pages of the site, in the order of their links. */
export const pages = [
  { file: "index.html", title: "Reference" },
  { file: "guide.html", title: "Client" },
  { file: "changelog.html", title: "Changelog" },
  { file: "review.html", title: "Last change" },
] as const;

export type PageFile = (typeof pages)[number]["file"];

export interface Page {
  readonly file: PageFile;
  /** The site's name: the document's title. */
  readonly site: string;
  readonly title: string;
  readonly description: string;
  readonly scripts: readonly string[];
  readonly contents: readonly ContentsEntry[];
  readonly main: readonly Content[];
}

export interface ContentsEntry {
  readonly id: string;
  readonly title: string;
  readonly method?: string;
  readonly inside?: readonly ContentsEntry[];
}

/**
 * Everything comes from the folder of the page and nothing is written in it that runs. What a
 * `meta` cannot say (`frame-ancestors`) is left to who serves it.
 */
export const contentSecurityPolicy: string = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** A page around its content. Addresses are relative: the site works below any path. */
export function layout(page: Page): Root {
  const { file, site, title, contents } = page;
  const html = h("html", { lang: "en" }, [
    h("head", [
      h("meta", { charSet: "utf-8" }),
      h("meta", { httpEquiv: "Content-Security-Policy", content: contentSecurityPolicy }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("meta", { name: "color-scheme", content: "light dark" }),
      h("meta", { name: "referrer", content: "no-referrer" }),
      h("meta", { name: "description", content: page.description }),
      h("title", title === site ? title : `${title} · ${site}`),
      h("link", { rel: "icon", href: "icon.svg" }),
      h("link", { rel: "stylesheet", href: "style.css" }),
      h("script", { src: "theme.js" }),
      ...page.scripts.map((src) => h("script", { src, defer: true })),
    ]),
    h("body", [
      h("a.skip", { href: "#content" }, "Skip to the content"),
      h("header.top", [
        h("a.site", { href: "index.html" }, site),
        h(
          "nav",
          { ariaLabel: "Pages" },
          h(
            "ul",
            pages.map((each) => pageLink(each, file)),
          ),
        ),
        h("button.theme", { type: "button", hidden: true, id: "theme" }, "Theme: system"),
      ]),
      h("div.columns", [
        ...(contents.length === 0 ? [] : [tableOfContents(contents)]),
        h("main#content", { tabIndex: -1 }, page.main),
      ]),
      h("footer", h("p", "Rendered from the document; no part of this page asks another host.")),
    ]),
  ]);
  return { type: "root", children: [{ type: "doctype" }, html] };
}

function pageLink({ file, title }: (typeof pages)[number], current: PageFile): Content {
  return h("li", h("a", { href: file, ariaCurrent: file === current ? "page" : undefined }, title));
}

function tableOfContents(entries: readonly ContentsEntry[]): Content {
  return h("details.contents", [
    h("summary", "On this page"),
    h("nav", { ariaLabel: "On this page" }, contentsList(entries)),
  ]);
}

function contentsList(entries: readonly ContentsEntry[]): Content {
  return h(
    "ul",
    entries.map(({ id, title, method, inside = [] }) =>
      h("li", [
        h("a", { href: `#${id}` }, method === undefined ? title : [methodTag(method), " ", title]),
        ...(inside.length === 0 ? [] : [contentsList(inside)]),
      ]),
    ),
  );
}

/** The request method, coloured by what it does. */
export function methodTag(method: string): Content {
  return h("span.method", { className: [`is-${method.toLowerCase()}`] }, method);
}
