import type { ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { visibleText } from "./visible-text.ts";

/** A tree as the bytes of a page; whatever it says, its text is text. */
export function serialize(tree: Root): string {
  return `${toHtml({ ...tree, children: tree.children.map(clean) })}\n`;
}

function clean<Node extends Root["children"][number]>(node: Node): Node {
  if (node.type === "text") return { ...node, value: visibleText(node.value) };
  if (node.type !== "element") return node;
  const properties = Object.fromEntries(
    Object.entries(node.properties).map(([name, value]) => [
      name,
      typeof value === "string" ? visibleText(value) : value,
    ]),
  );
  const children: readonly ElementContent[] = node.children.map(clean);
  return { ...node, properties, children };
}
