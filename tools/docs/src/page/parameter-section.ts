import { h } from "../text/h.ts";
import type { Element } from "hast";
import type { Operation, Parameter } from "../reference/reference.ts";
import { badges } from "./badge.ts";
import { factTable, type FactRow } from "./fact-table.ts";
import { prose } from "./prose.ts";
import { shapeFacts } from "./shape-facts.ts";
import { about, shapeDetails } from "./shape-details.ts";

/** Where an operation takes parameters, in the order of the page. */
export const parameterPlaces = [
  { place: "path", heading: "Path parameters" },
  { place: "query", heading: "Query parameters" },
  { place: "header", heading: "Header parameters" },
  { place: "cookie", heading: "Cookie parameters" },
] as const;

/** A table for each place where an operation takes parameters. */
export function parameterSections(operation: Operation, id: string): readonly Element[] {
  return parameterPlaces.flatMap(({ place, heading }) => {
    const parameters = operation.parameters.filter((parameter) => parameter.in === place);
    if (parameters.length === 0) return [];
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
      ...(description === undefined ? about(shape) : [...prose(description), ...shapeFacts(shape)]),
      ...shapeDetails(`Attributes of ${name}`, shape),
    ],
  };
}
