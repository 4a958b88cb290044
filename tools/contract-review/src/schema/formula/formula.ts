import type { JsonValue } from "../../json/json-value.ts";

export type TypeName = "null" | "boolean" | "number" | "string" | "array" | "object";

/** In the order in which a witness is looked for: what is easiest to read comes first. */
export const typeNames: readonly TypeName[] = [
  "string",
  "number",
  "boolean",
  "null",
  "array",
  "object",
];

/**
 * A schema, or what it refuses: the schema's number, negative where it is negated. `1` accepts
 * everything, `-1` nothing.
 */
export type Literal = number;

export const everything: Literal = 1;
export const nothing: Literal = -1;

/** A set of property names. `rest` is every name but those listed and those a pattern matches. */
export type NameSet =
  | { readonly kind: "one"; readonly name: string }
  | { readonly kind: "pattern"; readonly source: string }
  | {
      readonly kind: "rest";
      readonly names: ReadonlySet<string>;
      readonly patterns: readonly string[];
    }
  | { readonly kind: "schema"; readonly literal: Literal };

/** One constraint on a value whose type is known. Each kind can say its own negation. */
export type Atom =
  | {
      readonly kind: "values";
      readonly values: ReadonlyMap<string, JsonValue>;
      readonly negated: boolean;
    }
  | {
      readonly kind: "bound";
      readonly side: "min" | "max";
      readonly value: number;
      readonly exclusive: boolean;
    }
  | { readonly kind: "multiple"; readonly of: number; readonly negated: boolean }
  /** Code points, items or properties. */
  | { readonly kind: "size"; readonly side: "min" | "max"; readonly value: number }
  | { readonly kind: "pattern"; readonly source: string; readonly negated: boolean }
  | { readonly kind: "format"; readonly name: string; readonly negated: boolean }
  /** Items from `from` to before `to`. */
  | {
      readonly kind: "every-item" | "some-item";
      readonly from: number;
      readonly to: number;
      readonly literal: Literal;
    }
  | {
      readonly kind: "contains";
      readonly side: "min" | "max";
      readonly value: number;
      readonly literal: Literal;
    }
  | { readonly kind: "unique"; readonly negated: boolean }
  | {
      readonly kind: "every-property" | "some-property";
      readonly names: NameSet;
      readonly literal: Literal;
    }
  | { readonly kind: "unknown"; readonly keyword: string };

export type Formula =
  | { readonly kind: "true" }
  | { readonly kind: "false" }
  | { readonly kind: "atom"; readonly atom: Atom }
  | { readonly kind: "literal"; readonly literal: Literal }
  | { readonly kind: "and"; readonly parts: readonly Formula[] }
  | { readonly kind: "or"; readonly parts: readonly Formula[]; readonly keyword: string };

export const yes: Formula = { kind: "true" };
export const no: Formula = { kind: "false" };

export function atom(given: Atom): Formula {
  return { kind: "atom", atom: given };
}

export function literal(given: Literal): Formula {
  if (given === everything) return yes;
  return given === nothing ? no : { kind: "literal", literal: given };
}

export function and(parts: readonly Formula[]): Formula {
  const flat: Formula[] = [];
  for (const part of parts) {
    if (part.kind === "false") return no;
    if (part.kind === "and") flat.push(...part.parts);
    else if (part.kind !== "true") flat.push(part);
  }
  if (flat.length === 0) return yes;
  return flat.length === 1 ? (flat[0] ?? yes) : { kind: "and", parts: flat };
}

/** `keyword` is what to name where the choice exceeds the budget. */
export function or(parts: readonly Formula[], keyword: string): Formula {
  const flat: Formula[] = [];
  for (const part of parts) {
    if (part.kind === "true") return yes;
    if (part.kind === "or") for (const inner of part.parts) flat.push(inner);
    else if (part.kind !== "false") flat.push(part);
  }
  if (flat.length === 0) return no;
  return flat.length === 1 ? (flat[0] ?? no) : { kind: "or", parts: flat, keyword };
}
