import { h } from "./h.ts";
import type { Element, ElementContent } from "hast";
import { sanitize, defaultSchema } from "hast-util-sanitize";
import { toHast } from "mdast-util-to-hast";
import type { Handlers } from "mdast-util-to-hast";
import type { Heading, Html, Image, Nodes } from "mdast";
import { codeBlock } from "./code-block.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { readCode } from "./read-code.ts";

export interface MarkdownOptions {
  /**
   * Where a heading of the text begins: 3 makes its `#` an `h3`. Without it headings become
   * paragraphs, for text that stands where a heading would break the page's order.
   */
  readonly headingLevel?: number;
  /** The identifier of a heading. */
  readonly headingId?: (text: string) => string;
  /** Where a relative link leads to; without it such a link is its text. */
  readonly resolveLink?: (href: string) => string | undefined;
}

/**
 * CommonMark and GitHub's additions, as safe HTML: what is HTML in the text is shown as text, an
 * image is a link (it would be a request), and a link leads to `http`, `https` or `mailto`.
 */
export function markdown(text: string, options: MarkdownOptions = {}): readonly ElementContent[] {
  const html = toHast(parseMarkdown(text), { handlers: handlersOf(options), clobberPrefix: "" });
  const safe = sanitize(html, schema);
  const children = safe.type === "root" ? safe.children : [safe];
  return children
    .filter((child) => child.type !== "doctype")
    .map((child) => finish(child, options));
}

/** The words of a text without its marks, a line for each of its blocks. */
export function markdownText(text: string): string {
  return parseMarkdown(text)
    .children.map((block) => plainText(block).replaceAll(/\s+/g, " "))
    .join("\n");
}

const schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => name !== "img"),
  protocols: { href: ["http", "https", "mailto"] },
  clobber: [],
  attributes: {
    ...defaultSchema.attributes,
    "*": ["id", "align"],
    code: [["className", /^language-./] as [string, RegExp]],
  },
};

function handlersOf({ headingLevel, headingId }: MarkdownOptions): Handlers {
  return {
    html: (_, node: Html) => ({ type: "text", value: node.value }),
    image: (_, { alt, url }: Image) => h("a", { href: url }, alt === "" || alt == null ? url : alt),
    heading: (state, node: Heading) => {
      const children = state.all(node);
      if (headingLevel === undefined) return h("p", h("strong", children));
      const level = Math.min(node.depth + headingLevel - 1, 6);
      const id = headingId?.(plainText(node));
      return h(`h${level}`, id === undefined ? {} : { id }, children);
    },
  };
}

function plainText(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(plainText).join("") : "";
}

/** What GitHub does after cleaning: links are resolved, code is coloured, tables can scroll. */
function finish(node: ElementContent, options: MarkdownOptions): ElementContent {
  if (node.type !== "element") return node;
  const [code] = node.children;
  if (node.tagName === "pre" && code?.type === "element") {
    const { text, language } = readCode(code);
    return codeBlock(text, language);
  }
  const children = node.children.map((child) => finish(child, options));
  if (node.tagName === "table") {
    return h("div.scroll", { tabIndex: 0 }, { ...node, children });
  }
  if (node.tagName === "a") return linkOf({ ...node, children }, options);
  return { ...node, children };
}

function linkOf(link: Element, { resolveLink }: MarkdownOptions): ElementContent {
  const { href } = link.properties;
  if (typeof href !== "string") return h("span", link.children);
  if (/^(?:https?:|mailto:|#)/i.test(href)) return link;
  const resolved = resolveLink?.(href);
  return resolved === undefined
    ? h("span", link.children)
    : { ...link, properties: { ...link.properties, href: resolved } };
}
