import { h } from "../text/h.ts";
import type { Element } from "hast";
import type { Operation, Reference, Response } from "../reference/reference.ts";
import { codeFigure } from "../text/code-block.ts";
import { securityLine } from "./authentication-section.ts";
import { badges } from "./badge.ts";
import { breakable } from "./breakable.ts";
import { contentSection, exampleFigures } from "./content-section.ts";
import { methodTag } from "./layout.ts";
import { parameterSections } from "./parameter-section.ts";
import { prose } from "./prose.ts";
import { errorSection, successSection } from "./response-section.ts";
import { tryForm } from "./try-form.ts";

/** One operation: what it takes and answers on one side, examples on the other. */
export function operationSection(
  operation: Operation,
  reference: Reference,
  id: string,
  mockBase: string | undefined,
): Element {
  const { title, description, pathDescription, deprecated, body, responses } = operation;
  return h("section.operation", { ariaLabelledBy: id }, [
    h("h3", { id }, title, badges({ deprecated })),
    h("p.endpoint", [methodTag(operation.method), " ", h("code", breakable(operation.path))]),
    h("div.split", [
      h("div.told", [
        ...prose(pathDescription),
        ...(description === pathDescription ? [] : prose(description)),
        securityLine(operation, reference),
        ...parameterSections(operation, id),
        ...(body === undefined
          ? []
          : [
              h("section", [
                h("h4", { id: `${id}-body-section` }, "Body", badges({ required: body.required })),
                ...prose(body.description),
                ...body.content.flatMap((content) =>
                  contentSection("Body", content, { open: true, examples: true, named: true }),
                ),
              ]),
            ]),
        h("section", [
          h("h4", { id: `${id}-responses` }, "Responses"),
          ...responses.map((each) => (isSuccess(each) ? successSection(each) : errorSection(each))),
        ]),
      ]),
      h("div.shown", [
        h("section", [
          h("h4", { id: `${id}-examples` }, "Examples"),
          ...operation.samples.map(({ label, language, source }) =>
            codeFigure(label, source, language),
          ),
          ...responses
            .filter(isSuccess)
            .flatMap(({ status, content }) =>
              content.flatMap((each) => exampleFigures(`Response (${status})`, each)),
            ),
        ]),
        tryForm(operation, reference, id, mockBase),
      ]),
    ]),
  ]);
}

/** Where no success is declared, `default` is what a caller hopes for. */
function isSuccess({ status }: Response): boolean {
  return /^[123]/.test(status) || status === "default";
}
