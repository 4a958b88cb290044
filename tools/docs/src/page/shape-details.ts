import { h } from "../text/h.ts";
import type { Element } from "hast";
import type { Property, Shape } from "../reference/shape.ts";
import { badges } from "./badge.ts";
import { factTable, type FactRow } from "./fact-table.ts";
import { fold } from "./fold.ts";
import { prose } from "./prose.ts";
import { shapeFacts } from "./shape-facts.ts";

/** The attributes of a shape as a table, and the shapes inside it folded away. */
export function shapeDetails(caption: string, shape: Shape): readonly Element[] {
  return [
    ...(shape.properties.length === 0
      ? []
      : [factTable(caption, shape.properties.map(propertyRow))]),
    ...shape.parts.map(({ label, shape: part }) =>
      fold(
        [`${label}: `, h("code", part.type), ...nameOf(part)],
        [...about(part), ...shapeDetails(`Attributes of ${label.toLowerCase()}`, part)],
        false,
      ),
    ),
  ];
}

function propertyRow({ name, required, shape }: Property): FactRow {
  const inside = shapeDetails(`Attributes of ${name}`, shape);
  return {
    name,
    badges: badges({ deprecated: shape.deprecated, assumed: shape.assumed }),
    type: shape.type,
    about: [
      ...about(shape),
      ...(required ? [] : [h("p.optional", "May be missing.")]),
      ...(inside.length === 0
        ? []
        : [fold(["Show attributes of ", h("code", name)], inside, false)]),
    ],
  };
}

/** Description and facts of a shape. */
export function about(shape: Shape): readonly Element[] {
  return [...prose(shape.description), ...shapeFacts(shape)];
}

/** The name of a shape, where the document gives it one. */
export function nameOf({ name }: Shape): readonly (Element | string)[] {
  return name === undefined ? [] : [" ", h("span.schema-name", name)];
}
