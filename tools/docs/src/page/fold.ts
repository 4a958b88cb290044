import { h, type Content } from "../text/h.ts";
import type { Element } from "hast";

/** Something that opens and closes by itself, without a script. */
export function fold(summary: Content, content: readonly Content[], open: boolean): Element {
  return h("details", open ? { open: true } : {}, h("summary", summary), h("div.folded", content));
}
