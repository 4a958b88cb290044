import type { JsonObject } from "../../json/json-value.ts";
import { and, atom, type Atom, type Formula } from "./formula.ts";

export function lowerNumber(keywords: JsonObject): Formula {
  const parts: Atom[] = [];
  const bound = (keyword: string, side: "min" | "max", exclusive: boolean): void => {
    const value = keywords[keyword];
    if (typeof value === "number") parts.push({ kind: "bound", side, value, exclusive });
  };
  // Upper bounds first: a witness beyond one is easier to read than one below a lower bound.
  bound("maximum", "max", false);
  bound("exclusiveMaximum", "max", true);
  bound("minimum", "min", false);
  bound("exclusiveMinimum", "min", true);
  const of = keywords["multipleOf"];
  if (typeof of === "number") parts.push({ kind: "multiple", of, negated: false });
  return and(parts.map(atom));
}

export function lowerString(keywords: JsonObject): Formula {
  const parts: Atom[] = [...sizes(keywords, "minLength", "maxLength")];
  const { pattern, format } = keywords;
  if (typeof pattern === "string") parts.push({ kind: "pattern", source: pattern, negated: false });
  if (typeof format === "string") parts.push({ kind: "format", name: format, negated: false });
  return and(parts.map(atom));
}

/** The bounds on code points, items or properties. */
export function sizes(keywords: JsonObject, least: string, most: string): readonly Atom[] {
  const parts: Atom[] = [];
  const min = keywords[least];
  const max = keywords[most];
  if (typeof min === "number" && min > 0) {
    parts.push({ kind: "size", side: "min", value: Math.ceil(min) });
  }
  if (typeof max === "number") parts.push({ kind: "size", side: "max", value: Math.floor(max) });
  return parts;
}
