import type { Root, Element } from "hast";
import { raw } from "hast-util-raw";
import { sanitize, defaultSchema } from "hast-util-sanitize";
import { toHast } from "mdast-util-to-hast";
import { highlight } from "./highlight.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { readCode } from "./read-code.ts";

/**
 * Markdown as GitHub shows a comment, as far as it can be had without GitHub: its flavour of
 * Markdown, HTML in it parsed, and all of it cleaned by its rules.
 */
export function githubMarkdown(text: string): Root {
  const html = raw(toHast(parseMarkdown(text), { allowDangerousHtml: true, clobberPrefix: "" }));
  const safe = sanitize(html, { ...defaultSchema, clobber: [] });
  const root: Root = safe.type === "root" ? safe : { type: "root", children: [] };
  return { ...root, children: root.children.map(decorate) };
}

function decorate<Node extends Root["children"][number]>(node: Node): Node {
  if (node.type !== "element") return node;
  if (node.tagName === "pre") return { ...node, ...scrolling(node) };
  const children = node.children.map(decorate);
  if (node.tagName !== "table") return { ...node, children };
  return { ...node, children, properties: { ...node.properties, tabIndex: 0 } };
}

/** Colours the code, and gives the block the focus that GitHub's own scroll areas have. */
function scrolling(pre: Element): Element {
  const children = pre.children.map((code) => {
    if (code.type !== "element") return code;
    const { text, language } = readCode(code);
    return { ...code, children: [...highlight(text, language)] };
  });
  return { ...pre, properties: { ...pre.properties, tabIndex: 0 }, children };
}
