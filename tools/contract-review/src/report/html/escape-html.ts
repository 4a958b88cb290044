import { visibleText } from "../visible-text.ts";

/** Text of a document inside HTML, in an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** The same for one line, with what is invisible made visible. */
export function escapeLine(text: string): string {
  return escapeHtml(visibleText(text.replaceAll("\t", "  ")));
}
