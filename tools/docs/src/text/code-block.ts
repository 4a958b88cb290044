import { h } from "./h.ts";
import type { Element } from "hast";
import { highlight } from "./highlight.ts";

/** Code that scrolls within itself; it takes the focus, so that keys can scroll it (WCAG 2.1.1). */
export function codeBlock(code: string, language: string): Element {
  return h("pre", { tabIndex: 0 }, h("code", highlight(code.replace(/\n$/, ""), language)));
}

/** Code with its name above it. */
export function codeFigure(name: string, code: string, language: string): Element {
  return h("figure.code", h("figcaption", name), codeBlock(code, language));
}
