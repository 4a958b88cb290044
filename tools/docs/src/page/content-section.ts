import { h } from "../text/h.ts";
import type { Element } from "hast";
import type { Content } from "../reference/reference.ts";
import { codeFigure } from "../text/code-block.ts";
import { fold } from "./fold.ts";
import { about, nameOf, shapeDetails } from "./shape-details.ts";

export interface ContentOptions {
  /** Whether the attributes are open at first. */
  readonly open: boolean;
  /** Whether the examples stand here, and not elsewhere. */
  readonly examples: boolean;
  /** Whether the media type is said: where it is the only one, it is in the heading. */
  readonly named: boolean;
}

/** What a message holds under one media type: its attributes, folded, and its examples. */
export function contentSection(
  of: string,
  content: Content,
  options: ContentOptions,
): readonly Element[] {
  const { mediaType, shape } = content;
  const inside = [...about(shape), ...shapeDetails(`Attributes of ${of}`, shape)];
  return [
    ...(options.named ? [h("p.media", h("code", mediaType))] : []),
    fold(
      [`${of} `, h("span.kind", "attributes"), " ", h("code", shape.type), ...nameOf(shape)],
      inside,
      options.open,
    ),
    ...(options.examples ? exampleFigures(of, content) : []),
  ];
}

/** The examples of a message, each as code with its name. */
export function exampleFigures(of: string, { mediaType, examples }: Content): readonly Element[] {
  const language = /[/+]json\b/i.test(mediaType) ? "json" : "text";
  return examples.map(({ name, value }) => {
    const code = typeof value === "string" ? value : JSON.stringify(value, null, 2);
    return codeFigure(name === undefined ? of : `${of}: ${name}`, code, language);
  });
}
