import { h } from "../text/h.ts";
import type { Element } from "hast";
import type { Operation, Parameter } from "../reference/reference.ts";
import { markdown } from "../text/markdown.ts";
import { badges } from "./badge.ts";
import { factTable, type FactRow } from "./fact-table.ts";
import { shapeFacts } from "./shape-facts.ts";
import { about, shapeDetails } from "./shape-details.ts";

const places = { path: "Path", query: "Query", header: "Header", cookie: "Cookie" } as const;

/** A table for each place where an operation takes parameters. */
export function parameterSections(operation: Operation, id: string): readonly Element[] {
  return Object.entries(places).flatMap(([place, title]) => {
    const parameters = operation.parameters.filter((parameter) => parameter.in === place);
    if (parameters.length === 0) return [];
    const heading = `${title} parameters`;
    return [
      h("section", [
        h("h4", { id: `${id}-${place}` }, heading),
        factTable(`${heading} of ${operation.title}`, parameters.map(parameterRow)),
      ]),
    ];
  });
}

function parameterRow({ name, required, deprecated, description, shape }: Parameter): FactRow {
  return {
    name,
    badges: badges({ required, deprecated }),
    type: shape.type,
    about: [
      ...(description === undefined
        ? about(shape)
        : [h("div.prose", markdown(description)), ...shapeFacts(shape)]),
      ...shapeDetails(`Attributes of ${name}`, shape),
    ],
  };
}
