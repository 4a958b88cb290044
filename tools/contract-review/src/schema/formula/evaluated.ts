import { isJsonArray, isJsonObject, type JsonObject } from "../../json/json-value.ts";
import { keyOf } from "../graph/plain-schema.ts";
import type { SchemaGraph } from "../graph/schema-graph.ts";
import { and, literal, yes, type Formula, type Literal } from "./formula.ts";
import { present } from "./presence.ts";
import type { ToLiteral } from "./to-literal.ts";

/** What one schema that applies in place evaluates (Core §11), if `condition` holds. */
export interface Evaluated {
  readonly condition: Formula;
  readonly names: ReadonlySet<string>;
  readonly patterns: readonly string[];
  readonly allProperties: boolean;
  /** Items before this index; `Infinity` is all. */
  readonly items: number;
  readonly contains: readonly Literal[];
}

/** Everything that schemas beside `unevaluatedProperties` and `unevaluatedItems` evaluate. */
export function evaluatedBeside(
  graph: SchemaGraph,
  key: string,
  to: ToLiteral,
  type: "array" | "object",
): readonly Evaluated[] {
  const found: Evaluated[] = [];
  const visit = (at: string, condition: Formula, nested: boolean): void => {
    const { keywords } = graph.schema(at);
    if (!isJsonObject(keywords)) return;
    found.push({ condition, ...own(keywords, to, nested) });
    const follow = (position: unknown, further: Formula): void => {
      const next = keyOf(position);
      if (next !== undefined) visit(next, and([condition, further]), true);
    };
    follow(keywords, yes);
    for (const position of list(keywords["allOf"])) follow(position, yes);
    for (const keyword of ["anyOf", "oneOf"]) {
      for (const position of list(keywords[keyword])) follow(position, literal(to(position)));
    }
    if (keywords["if"] !== undefined) {
      const asked = to(keywords["if"]);
      follow(keywords["if"], literal(asked));
      follow(keywords["then"], literal(asked));
      follow(keywords["else"], literal(-asked));
    }
    const dependent = keywords["dependentSchemas"];
    if (type === "object" && isJsonObject(dependent)) {
      for (const name of Object.keys(dependent)) follow(dependent[name], present(name));
    }
  };
  visit(key, yes, false);
  return found;
}

function own(keywords: JsonObject, to: ToLiteral, nested: boolean): Omit<Evaluated, "condition"> {
  const { properties, patternProperties, prefixItems } = keywords;
  const allItems =
    keywords["items"] !== undefined || (nested && keywords["unevaluatedItems"] !== undefined);
  return {
    names: new Set(isJsonObject(properties) ? Object.keys(properties) : []),
    patterns: isJsonObject(patternProperties) ? Object.keys(patternProperties) : [],
    allProperties:
      keywords["additionalProperties"] !== undefined ||
      (nested && keywords["unevaluatedProperties"] !== undefined),
    items: allItems ? Infinity : list(prefixItems).length,
    contains: keywords["contains"] === undefined ? [] : [to(keywords["contains"])],
  };
}

const list = (value: JsonObject[string] | undefined): readonly JsonObject[string][] =>
  isJsonArray(value) ? value : [];
