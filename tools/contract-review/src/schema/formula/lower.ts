import { isJsonObject } from "../../json/json-value.ts";
import { keyOf } from "../graph/plain-schema.ts";
import type { SchemaGraph } from "../graph/schema-graph.ts";
import { and, atom, no, yes, type Formula, type TypeName } from "./formula.ts";
import { loopsInPlace } from "./in-place-loop.ts";
import type { Literals } from "./literals.ts";
import { lowerKeywords } from "./lower-keywords.ts";
import type { ToLiteral } from "./to-literal.ts";
import { unevaluatedItems, unevaluatedProperties } from "./unevaluated.ts";

/** What a schema of a graph asks of a value of `type`. */
export function lower(
  literals: Literals,
  graph: SchemaGraph,
  key: string,
  type: TypeName,
): Formula {
  const { keywords, unmodelled } = graph.schema(key);
  if (unmodelled !== undefined) return atom({ kind: "unknown", keyword: unmodelled });
  if (!isJsonObject(keywords)) return keywords ? yes : no;
  if (loopsInPlace(graph, key)) return atom({ kind: "unknown", keyword: "$ref" });
  const to: ToLiteral = (position) => literals.of(graph, keyOf(position) ?? "");
  const plain = lowerKeywords(to, keywords, type);
  if (type === "object" && keywords["unevaluatedProperties"] !== undefined) {
    return and([plain, unevaluatedProperties(graph, key, to)]);
  }
  if (type === "array" && keywords["unevaluatedItems"] !== undefined) {
    return and([plain, unevaluatedItems(literals, graph, key, to)]);
  }
  return plain;
}
