import { isJsonObject } from "../../json/json-value.ts";
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

/** A property that nothing evaluates must satisfy the subschema (Core §11.3). */
export function unevaluatedProperties(graph: SchemaGraph, key: string, to: ToLiteral): Formula {
  const { keywords } = graph.schema(key);
  if (!isJsonObject(keywords)) return yes;
  const required = to(keywords["unevaluatedProperties"]);
  const beside = evaluatedBeside(graph, key, to, "object");
  return inCases(
    beside,
    (some) => some.patterns.length > 0,
    (some) => ({ ...some, patterns: [] }),
    "unevaluatedProperties",
    (evaluated) => propertiesBeside(required, evaluated),
  );
}

/** Items that `contains` matches are evaluated too (Core §11.2). */
export function unevaluatedItems(
  literals: Literals,
  graph: SchemaGraph,
  key: string,
  to: ToLiteral,
): Formula {
  const { keywords } = graph.schema(key);
  if (!isJsonObject(keywords)) return yes;
  const required = to(keywords["unevaluatedItems"]);
  const beside = evaluatedBeside(graph, key, to, "array");
  return inCases(
    beside,
    (some) => some.contains.length > 0,
    (some) => ({ ...some, contains: [] }),
    "unevaluatedItems",
    (evaluated) => itemsBeside(literals, required, evaluated),
  );
}

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
function propertiesBeside(required: Literal, evaluated: readonly Evaluated[]): Formula {
  const keyword = "unevaluatedProperties";
  if (evaluated.some((some) => always(some) && some.allProperties)) return yes;
  const settled = new Set<string>(evaluated.filter(always).flatMap((some) => [...some.names]));
  const patterns = evaluated.filter(always).flatMap((some) => some.patterns);
  const names = new Set<string>(evaluated.flatMap((some) => [...some.names]));
  const parts: Formula[] = [];
  const unless = (set: NameSet, holding: readonly Evaluated[]): void => {
    const kept = atom({ kind: "every-property", names: set, literal: required });
    parts.push(or([kept, ...holding.map((some) => some.condition)], keyword));
  };
  for (const name of names) {
    const matched = patterns.map((source) => matches(source, name));
    if (settled.has(name) || matched.includes(true)) continue;
    if (matched.includes(undefined)) return atom({ kind: "unknown", keyword });
    const holding = evaluated.filter((some) => some.names.has(name) || some.allProperties);
    unless({ kind: "one", name }, holding);
  }
  const holding = evaluated.filter((some) => some.allProperties);
  unless({ kind: "rest", names, patterns }, holding);
  return and(parts);
}

function itemsBeside(
  literals: Literals,
  required: Literal,
  evaluated: readonly Evaluated[],
): Formula {
  const contained = evaluated.filter(always).flatMap((some) => some.contains);
  const item = anyOf(literals, [required, ...contained]);
  const ends = [...new Set([...evaluated.map((some) => some.items), Infinity])];
  ends.sort((left, right) => left - right);
  const parts: Formula[] = [];
  let from = 0;
  for (const end of ends) {
    if (end > from) {
      const holding = evaluated.filter((some) => some.items >= end);
      const kept = atom({ kind: "every-item", from, to: end, literal: item });
      parts.push(or([kept, ...holding.map((some) => some.condition)], "unevaluatedItems"));
    }
    from = end;
  }
  return and(parts);
}

function anyOf(literals: Literals, given: readonly Literal[]): Literal {
  const distinct = [...new Set(given)].toSorted((left, right) => left - right);
  const [first, ...others] = distinct;
  if (first !== undefined && others.length === 0) return first;
  return literals.make(`any-of:${distinct.join(",")}`, () => or(distinct.map(literal), "anyOf"));
}
