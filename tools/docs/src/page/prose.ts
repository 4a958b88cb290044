import { h } from "../text/h.ts";
import type { Element } from "hast";
import { markdown } from "../text/markdown.ts";

/** A description of the document, where it has one. */
export function prose(description: string | undefined): readonly Element[] {
  return description === undefined ? [] : [h("div.prose", markdown(description))];
}
