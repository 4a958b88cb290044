import type { ElementContent } from "hast";
import { common, createLowlight } from "lowlight";

const lowlight = createLowlight(common);

/** Code in coloured pieces; a language that is not known is plain text. */
export function highlight(code: string, language: string): readonly ElementContent[] {
  if (!lowlight.registered(language)) return [{ type: "text", value: code }];
  return lowlight.highlight(language, code).children.filter((child) => child.type !== "doctype");
}
