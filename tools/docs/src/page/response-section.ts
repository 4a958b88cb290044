import { h } from "../text/h.ts";
import type { Element } from "hast";
import type { Header, Response } from "../reference/reference.ts";
import { markdownText } from "../text/markdown.ts";
import { badges } from "./badge.ts";
import { contentSection } from "./content-section.ts";
import { factTable, type FactRow } from "./fact-table.ts";
import { fold } from "./fold.ts";
import { prose } from "./prose.ts";
import { about } from "./shape-details.ts";
import { shapeFacts } from "./shape-facts.ts";

/** An answer that the caller hopes for, opened: status, headers, attributes. */
export function successSection(response: Response): Element {
  return h("section.response", [
    h("h5", statusTitle(response)),
    ...prose(response.description),
    ...inside(response, true),
  ]);
}

/** An answer that tells what went wrong, folded to a line. */
export function errorSection(response: Response): Element {
  return h(
    "details.response",
    h("summary", h("h5", statusTitle(response)), " ", h("span.about", first(response))),
    h("div.folded", prose(response.description), inside(response, false)),
  );
}

/** A summary holds words, no paragraphs; the whole description stands inside. */
function first({ description }: Response): string {
  return markdownText(description ?? "").split("\n", 1)[0] ?? "";
}

function statusTitle({ status, content, assumed }: Response): readonly (Element | string)[] {
  const types = content.map(({ mediaType }) => mediaType).join(", ");
  return [
    h("span.status", { className: [`of-${status.charAt(0).toLowerCase()}`] }, status),
    ...(types === "" ? [] : [" ", h("span.types", types)]),
    ...badges({ assumed }),
  ];
}

function inside(response: Response, isSuccess: boolean): readonly Element[] {
  const { status, headers, content } = response;
  return [
    ...(headers.length === 0
      ? []
      : [
          fold(
            ["Headers ", h("span.kind", `attributes (${String(headers.length)})`)],
            [factTable(`Headers of the answer ${status}`, headers.map(headerRow))],
            false,
          ),
        ]),
    ...content.flatMap((each) =>
      contentSection(isSuccess ? "Response" : `Answer ${status}`, each, {
        open: isSuccess,
        examples: !isSuccess,
        named: content.length > 1,
      }),
    ),
    ...(content.length === 0 ? [h("p", "The answer has no content.")] : []),
  ];
}

function headerRow({ name, description, required, assumed, shape, examples }: Header): FactRow {
  return {
    name,
    badges: badges({ required, assumed }),
    type: shape.type,
    about:
      description === undefined
        ? about(shape)
        : [...prose(description), ...shapeFacts(shape, examples)],
  };
}
