import { isJsonObject, type JsonValue } from "../../json/json-value.ts";
import type { SchemaGraph } from "../graph/schema-graph.ts";
import { matches } from "../language/pattern-language.ts";
import { evaluatedBeside, type Evaluated } from "./evaluated.ts";
import {
  and,
  atom,
  literal,
  or,
  yes,
  type Formula,
  type Literal,
  type NameSet,
} from "./formula.ts";
import type { Literals } from "./literals.ts";
import type { ToLiteral } from "./to-literal.ts";

/** Branches that evaluate by pattern or by `contains` are told apart up to this number. */
const maxCases = 4;

const always = (given: Evaluated): boolean => given.condition.kind === "true";

/** What `unevaluatedProperties` asks of the properties of some names (Core §11.3). */
export interface PropertyPart {
  readonly names: NameSet;
  readonly formula: Formula;
}

/** What `unevaluatedItems` asks of the items from one index to before another (Core §11.2). */
export interface ItemPart {
  readonly from: number;
  readonly to: number;
  readonly formula: Formula;
}

/** A property that nothing evaluates must satisfy the subschema. */
export function unevaluatedProperties(graph: SchemaGraph, key: string, to: ToLiteral): Formula {
  return inCases(
    evaluatedBeside(graph, key, to, "object"),
    (some) => some.patterns.length > 0,
    (some) => ({ ...some, patterns: [] }),
    "unevaluatedProperties",
    (evaluated) =>
      whole(propertyParts(to(keywordOf(graph, key, "unevaluatedProperties")), evaluated)),
  );
}

/** An item that nothing evaluates must satisfy the subschema; `contains` evaluates what matches. */
export function unevaluatedItems(
  literals: Literals,
  graph: SchemaGraph,
  key: string,
  to: ToLiteral,
): Formula {
  return inCases(
    evaluatedBeside(graph, key, to, "array"),
    (some) => some.contains.length > 0,
    (some) => ({ ...some, contains: [] }),
    "unevaluatedItems",
    (evaluated) =>
      whole(itemParts(literals, to(keywordOf(graph, key, "unevaluatedItems")), evaluated)),
  );
}

/** The parts one by one, where they are the same in all cases. */
export function unevaluatedPropertyParts(
  graph: SchemaGraph,
  key: string,
  to: ToLiteral,
): readonly PropertyPart[] {
  const evaluated = evaluatedBeside(graph, key, to, "object");
  if (evaluated.some((some) => !always(some) && some.patterns.length > 0)) return [];
  return propertyParts(to(keywordOf(graph, key, "unevaluatedProperties")), evaluated);
}

export function unevaluatedItemParts(
  literals: Literals,
  graph: SchemaGraph,
  key: string,
  to: ToLiteral,
): readonly ItemPart[] {
  const evaluated = evaluatedBeside(graph, key, to, "array");
  if (evaluated.some((some) => some.contains.length > 0)) return [];
  return itemParts(literals, to(keywordOf(graph, key, "unevaluatedItems")), evaluated);
}

function keywordOf(graph: SchemaGraph, key: string, keyword: string): JsonValue | undefined {
  const { keywords } = graph.schema(key);
  return isJsonObject(keywords) ? keywords[keyword] : undefined;
}

const whole = (parts: readonly { readonly formula: Formula }[]): Formula =>
  and(parts.map(({ formula }) => formula));

/**
 * Takes each set of conditions that might hold for granted in turn. More of them holding only
 * evaluates more, so a case need not say that the other conditions fail.
 */
function inCases(
  beside: readonly Evaluated[],
  isHard: (given: Evaluated) => boolean,
  ease: (given: Evaluated) => Evaluated,
  keyword: string,
  settle: (evaluated: readonly Evaluated[]) => Formula,
): Formula {
  const hard = beside.filter((some) => !always(some) && isHard(some));
  if (hard.length > maxCases) return atom({ kind: "unknown", keyword });
  const cases: Formula[] = [];
  for (let choice = 0; choice < 2 ** hard.length; choice += 1) {
    const holding = new Set(hard.filter((_, index) => (choice & (1 << index)) !== 0));
    const evaluated = beside.map((some) => {
      if (holding.has(some)) return { ...some, condition: yes };
      return hard.includes(some) ? ease(some) : some;
    });
    cases.push(and([...[...holding].map((some) => some.condition), settle(evaluated)]));
  }
  return or(cases, keyword);
}

/** For every name that some branch evaluates: it holds, or a property of that name satisfies. */
function propertyParts(
  required: Literal,
  evaluated: readonly Evaluated[],
): readonly PropertyPart[] {
  const keyword = "unevaluatedProperties";
  if (evaluated.some((some) => always(some) && some.allProperties)) return [];
  const settled = new Set<string>(evaluated.filter(always).flatMap((some) => [...some.names]));
  const patterns = evaluated.filter(always).flatMap((some) => some.patterns);
  const names = new Set<string>(evaluated.flatMap((some) => [...some.names]));
  const parts: PropertyPart[] = [];
  const unless = (set: NameSet, holding: readonly Evaluated[]): void => {
    const kept = atom({ kind: "every-property", names: set, literal: required });
    const formula = or([kept, ...holding.map((some) => some.condition)], keyword);
    parts.push({ names: set, formula });
  };
  for (const name of names) {
    const matched = new Set(patterns.map((source) => matches(source, name)));
    if (settled.has(name) || matched.has(true)) continue;
    if (matched.has(undefined)) {
      parts.push({ names: { kind: "one", name }, formula: atom({ kind: "unknown", keyword }) });
      continue;
    }
    const holding = evaluated.filter((some) => some.names.has(name) || some.allProperties);
    unless({ kind: "one", name }, holding);
  }
  const holding = evaluated.filter((some) => some.allProperties);
  unless({ kind: "rest", names, patterns }, holding);
  return parts;
}

function itemParts(
  literals: Literals,
  required: Literal,
  evaluated: readonly Evaluated[],
): readonly ItemPart[] {
  const contained = evaluated.filter(always).flatMap((some) => some.contains);
  const item = anyOf(literals, [required, ...contained]);
  const ends = [...new Set([...evaluated.map((some) => some.items), Infinity])];
  ends.sort((left, right) => left - right);
  const parts: ItemPart[] = [];
  let from = 0;
  for (const end of ends) {
    const holding = evaluated.filter((some) => some.items >= end);
    if (end > from && !holding.some(always)) {
      const kept = atom({ kind: "every-item", from, to: end, literal: item });
      const formula = or([kept, ...holding.map((some) => some.condition)], "unevaluatedItems");
      parts.push({ from, to: end, formula });
    }
    from = end;
  }
  return parts;
}

function anyOf(literals: Literals, given: readonly Literal[]): Literal {
  const distinct = [...new Set(given)].toSorted((left, right) => left - right);
  const [first, ...others] = distinct;
  if (first !== undefined && others.length === 0) return first;
  return literals.make(`any-of:${distinct.join(",")}`, () => or(distinct.map(literal), "anyOf"));
}
