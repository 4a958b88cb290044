import { isJsonArray, type JsonObject } from "../../json/json-value.ts";
import { and, atom, type Atom, type Formula } from "./formula.ts";
import type { ToLiteral } from "./to-literal.ts";
import { sizes } from "./lower-scalar.ts";

/** The array keywords but `unevaluatedItems`. */
export function lowerArray(to: ToLiteral, keywords: JsonObject): Formula {
  const parts: Atom[] = [...sizes(keywords, "minItems", "maxItems")];
  const prefix = isJsonArray(keywords["prefixItems"]) ? keywords["prefixItems"] : [];
  prefix.forEach((position, index) => {
    parts.push({ kind: "every-item", from: index, to: index + 1, literal: to(position) });
  });
  if (keywords["items"] !== undefined) {
    const item = to(keywords["items"]);
    parts.push({ kind: "every-item", from: prefix.length, to: Infinity, literal: item });
  }
  if (keywords["contains"] !== undefined) {
    const item = to(keywords["contains"]);
    const { minContains: min, maxContains: max } = keywords;
    const least = typeof min === "number" ? Math.ceil(min) : 1;
    parts.push({ kind: "contains", side: "min", value: least, literal: item });
    if (typeof max === "number") {
      parts.push({ kind: "contains", side: "max", value: Math.floor(max), literal: item });
    }
  }
  if (keywords["uniqueItems"] === true) parts.push({ kind: "unique", negated: false });
  return and(parts.filter((part) => !("literal" in part) || !isVacuous(part)).map(atom));
}

function isVacuous(part: Atom): boolean {
  if (part.kind === "every-item") return part.literal === 1;
  return part.kind === "contains" && part.side === "min" && part.value <= 0;
}
