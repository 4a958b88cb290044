import { h } from "../text/h.ts";
import type { JsonValue } from "@flex-channels/document";
import type { Element } from "hast";
import type { Constraint } from "../reference/constraints.ts";
import type { Example } from "../reference/reference.ts";
import type { Shape } from "../reference/shape.ts";

/** What restricts a value, what it may be, and an example, each on a line of its own. */
export function shapeFacts(shape: Shape, examples: readonly Example[] = []): readonly Element[] {
  const { constraints, values } = shape;
  const shown = examples.length > 0 ? examples.map(({ value }) => value) : shape.examples;
  return [
    ...(constraints.length === 0 ? [] : [h("p.constraints", constraints.flatMap(constraintText))]),
    ...(values.length === 0 ? [] : [h("p.values", "One of: ", list(values))]),
    ...(shown.length === 0 ? [] : [h("p.example", "Example: ", list(shown))]),
  ];
}

function constraintText({ words, code }: Constraint, index: number): readonly (Element | string)[] {
  const written = index === 0 ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : words;
  const parted = index === 0 ? written : `, ${written}`;
  return code === undefined ? [parted] : [`${parted} `, h("code", code)];
}

function list(values: readonly JsonValue[]): readonly (Element | string)[] {
  return values.flatMap((value, index) => [
    ...(index === 0 ? [] : [", "]),
    h("code", typeof value === "string" && value !== "" ? value : JSON.stringify(value)),
  ]);
}
