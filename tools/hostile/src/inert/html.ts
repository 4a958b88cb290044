import type { DefaultTreeAdapterTypes } from "parse5";
import { parse } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;

export interface HtmlFacts {
  /** Names of the elements, with how often each is there. */
  readonly elements: Readonly<Record<string, number>>;
  /** Whatever runs, loads or leads away. */
  readonly problems: readonly string[];
  /** All text outside scripts and styles. */
  readonly text: string;
}

/** Attributes that load or lead somewhere. */
const addresses = new Set(["action", "data", "formaction", "href", "poster", "src", "srcset"]);

/** What a browser would make of a page that holds texts of others. */
export function htmlFacts(page: string, words: readonly string[]): HtmlFacts {
  const elements: Record<string, number> = {};
  const problems: string[] = [];
  let text = "";
  const visit = (node: Node): void => {
    if (node.nodeName === "#text" && "value" in node) text += node.value;
    if (
      node.nodeName === "#comment" &&
      "data" in node &&
      words.some((word) => node.data.includes(word))
    ) {
      problems.push(`a comment: ${node.data}`);
    }
    if (!("tagName" in node)) return;
    elements[node.tagName] = (elements[node.tagName] ?? 0) + 1;
    for (const { name, value } of node.attrs) {
      if (name.startsWith("on")) problems.push(`<${node.tagName} ${name}="${value}">`);
      if (addresses.has(name) && !value.startsWith("#")) {
        problems.push(`<${node.tagName} ${name}="${value}">`);
      }
    }
    const inside = node.childNodes.map((child) => ("value" in child ? child.value : "")).join("");
    if (node.tagName === "script" || node.tagName === "style") {
      problems.push(
        ...words
          .filter((word) => inside.includes(word))
          .map((word) => `<${node.tagName}>: ${word}`),
      );
      return;
    }
    node.childNodes.forEach(visit);
  };
  parse(page).childNodes.forEach(visit);
  return { elements, problems, text };
}
