import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import type { Nodes } from "mdast";

export interface MarkdownRules {
  /** Beginnings of the addresses that a link may have. */
  readonly links: readonly string[];
  /** What must stand in code wherever it stands. */
  readonly words: readonly string[];
}

/** HTML that our own reports are made of. */
const ourHtml =
  /^(?:<details>|<\/details>|<summary>[\w ,]+<\/summary>|<sub>|<\/sub>|<br>|<!-- [\w-]+ v1 [\w =.-]+ -->|\s)+$/;

/** Languages of a fenced block that GitHub colours, and does nothing else with. */
const languages = new Set([null, undefined, "", "diff", "http", "json", "text", "ts", "yaml"]);

/** What GitHub turns into a link, a mention or a formula after Markdown was parsed. */
const live: readonly (readonly [name: string, expression: RegExp])[] = [
  ["a mention", /(?:^|[^\w`])@[a-z\d]/iu],
  ["a reference", /(?:^|[^\w&])(?:#|GH-)\d/iu],
  ["a commit", /\b[\da-f]{7,40}\b/u],
  ["an address", /(?:https?:\/\/|www\.|\w@\w+\.\w)/iu],
  ["a formula", /\$[^\s$][^$]*\$/u],
];

/** Whatever in a Markdown text is more than the text that its author meant. */
export function markdownProblems(markdown: string, rules: MarkdownRules): readonly string[] {
  const root = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  return problemsOf(root, rules);
}

function problemsOf(node: Nodes, rules: MarkdownRules): readonly string[] {
  switch (node.type) {
    case "code":
      return languages.has(node.lang) && (node.meta ?? "") === ""
        ? []
        : [`a block of ${node.lang ?? ""} ${node.meta ?? ""}`];
    case "inlineCode":
      return [];
    case "html":
      return ourHtml.test(node.value) ? [] : [`HTML: ${node.value}`];
    case "text":
      return textProblems(node.value, rules);
    case "link":
      return [
        ...(rules.links.some((start) => node.url.startsWith(start)) ? [] : [`a link: ${node.url}`]),
        ...(node.title == null ? [] : [`a title: ${node.title}`]),
        ...node.children.flatMap((child) => problemsOf(child, rules)),
      ];
    case "definition":
    case "footnoteDefinition":
    case "footnoteReference":
    case "image":
    case "imageReference":
    case "linkReference":
      return [`${node.type}: ${JSON.stringify(node).slice(0, 200)}`];
    default:
      return "children" in node ? node.children.flatMap((child) => problemsOf(child, rules)) : [];
  }
}

function textProblems(text: string, { words }: MarkdownRules): readonly string[] {
  return [
    ...live.flatMap(([name, expression]) => (expression.test(text) ? [`${name}: ${text}`] : [])),
    ...words.flatMap((word) => (text.includes(word) ? [`${word} outside code: ${text}`] : [])),
  ];
}
