import type { Element, ElementContent } from "hast";
import { h as hastscript, type Child, type Properties } from "hastscript";

/** What stands in an element; hastscript takes the same, and asks for arrays that it may change. */
export type Content = ElementContent | string | null | undefined | readonly Content[];

/** Makes an element: a selector such as `p.note`, its properties if it has any, its content. */
export function h(
  selector: string,
  first?: Properties | Content,
  ...rest: readonly Content[]
): Element {
  return hastscript(selector, first as Properties | Child, ...(rest as readonly Child[]));
}
