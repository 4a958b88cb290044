import { isJsonObject } from "../../json/json-value.ts";
import { child } from "../../json/pointer.ts";
import { yes, type Formula, type Literal, type TypeName } from "../formula/formula.ts";
import type { Literals } from "../formula/literals.ts";
import type { ToLiteral } from "../formula/to-literal.ts";
import { unevaluatedItemParts, unevaluatedPropertyParts } from "../formula/unevaluated.ts";
import { keyOf } from "../graph/plain-schema.ts";
import type { SchemaGraph } from "../graph/schema-graph.ts";
import type { Conjunct, Reach } from "./conjunct.ts";

/** A schema that is one part, or that is told apart by what is left to its `unevaluated` keyword. */
export function whole(
  literals: Literals,
  graph: SchemaGraph,
  key: string,
  keyword: string,
): readonly Conjunct[] {
  const { keywords, pointer, standsFor } = graph.schema(key);
  const about = {
    keyword: standsFor?.keyword ?? keyword,
    pointer: standsFor?.pointer ?? (keyword === "not" ? pointer : child(pointer, keyword)),
  };
  const to: ToLiteral = (position) => literals.of(graph, keyOf(position) ?? "");
  const left = isJsonObject(keywords) ? (keyOf(keywords[keyword]) ?? "") : "";
  const made = (index: number, type: TypeName, formula: Formula): Literal =>
    literals.make(`left:${keyword}:${index}:${literals.of(graph, key)}`, (given) =>
      given === type ? formula : yes,
    );
  const parts: Conjunct[] = [];
  if (keyword === "unevaluatedProperties") {
    unevaluatedPropertyParts(graph, key, to).forEach(({ names, formula }, index) => {
      const reach: Reach = { kind: "property", names, key: left };
      parts.push({ ...about, literal: made(index, "object", formula), reach });
    });
  }
  if (keyword === "unevaluatedItems") {
    unevaluatedItemParts(literals, graph, key, to).forEach((part, index) => {
      const reach: Reach = { kind: "item", from: part.from, to: part.to, key: left };
      parts.push({ ...about, literal: made(index, "array", part.formula), reach });
    });
  }
  if (parts.length > 0) return parts;
  return [{ ...about, literal: literals.of(graph, key), reach: { kind: "value" } }];
}
