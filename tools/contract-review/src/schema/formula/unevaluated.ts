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

const always = (given: Evaluated): boolean => given.condition.kind === "true";

/**
 * A property that nothing evaluates must satisfy the subschema: for every name that some branch
 * evaluates, either the branch holds or a property of that name satisfies it.
 */
export function unevaluatedProperties(graph: SchemaGraph, key: string, to: ToLiteral): Formula {
  const { keywords } = graph.schema(key);
  if (!isJsonObject(keywords)) return yes;
  const required = to(keywords["unevaluatedProperties"]);
  const evaluated = evaluatedBeside(graph, key, to);
  if (evaluated.some((some) => always(some) && some.allProperties)) return yes;
  if (evaluated.some((some) => !always(some) && some.patterns.length > 0)) {
    return atom({ kind: "unknown", keyword: "unevaluatedProperties" });
  }
  const settled = new Set<string>(evaluated.filter(always).flatMap((some) => [...some.names]));
  const patterns = evaluated.filter(always).flatMap((some) => some.patterns);
  const names = new Set<string>(evaluated.flatMap((some) => [...some.names]));
  const parts: Formula[] = [];
  const unless = (set: NameSet, holding: readonly Evaluated[]): void => {
    const kept = atom({ kind: "every-property", names: set, literal: required });
    parts.push(or([kept, ...holding.map((some) => some.condition)], "unevaluatedProperties"));
  };
  for (const name of names) {
    if (settled.has(name) || patterns.some((source) => matches(source, name) === true)) continue;
    unless(
      { kind: "one", name },
      evaluated.filter((some) => some.names.has(name) || some.allProperties),
    );
  }
  unless(
    { kind: "rest", names, patterns },
    evaluated.filter((some) => some.allProperties),
  );
  return and(parts);
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
  const evaluated = evaluatedBeside(graph, key, to);
  if (evaluated.some((some) => !always(some) && some.contains.length > 0)) {
    return atom({ kind: "unknown", keyword: "unevaluatedItems" });
  }
  const item = anyOf(literals, [
    to(keywords["unevaluatedItems"]),
    ...evaluated.flatMap((some) => some.contains),
  ]);
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
