import type { Element } from "hast";

/** What a `code` element that Markdown made says, and the language that its fence named. */
export function readCode(code: Element): { readonly text: string; readonly language: string } {
  const [name = ""] = [code.properties["className"] ?? []].flat().map(String);
  const text = code.children.map((child) => (child.type === "text" ? child.value : "")).join("");
  return { text, language: name.replace(/^language-/, "") };
}
