import type { Atom, Literal, NameSet } from "../formula/formula.ts";
import type { Context } from "./context.ts";
import * as finite from "./finite.ts";
import { hasName } from "./name-set.ts";

export interface Rule {
  readonly names: NameSet;
  readonly literal: Literal;
}

/** Objects by what every property of a set of names satisfies, and what some property does. */
export interface ObjectSet {
  /** For single names, by name. */
  readonly named: ReadonlyMap<string, readonly Literal[]>;
  readonly every: readonly Rule[];
  /** Properties that must be there, with what their values satisfy besides. */
  readonly required: ReadonlyMap<string, readonly Literal[]>;
  readonly some: readonly Rule[];
  readonly min: number;
  readonly max: number;
  readonly values: finite.FiniteSet;
}

export function meet(atoms: readonly Atom[]): ObjectSet {
  const named = new Map<string, Literal[]>();
  const required = new Map<string, Literal[]>();
  const every: Rule[] = [];
  const some: Rule[] = [];
  let [min, max] = [0, Infinity];
  let values = finite.anyValue;
  const add = (map: Map<string, Literal[]>, name: string, literal: Literal): void => {
    const known = map.get(name);
    if (known === undefined) map.set(name, [literal]);
    else if (!known.includes(literal)) known.push(literal);
  };
  for (const atom of atoms) {
    if (atom.kind === "every-property") {
      if (atom.names.kind === "one") add(named, atom.names.name, atom.literal);
      else every.push(atom);
    } else if (atom.kind === "some-property") {
      if (atom.names.kind === "one") add(required, atom.names.name, atom.literal);
      else some.push(atom);
    } else if (atom.kind === "size") {
      if (atom.side === "min") min = Math.max(min, atom.value);
      else max = Math.min(max, atom.value);
    } else values = finite.narrow(values, atom);
  }
  return { named, every, required, some, min, max, values };
}

/** What the value of a property must satisfy if the property is there. */
export function literalsAt(
  set: ObjectSet,
  name: string,
  context: Context,
): readonly Literal[] | undefined {
  const literals = [...(set.named.get(name) ?? []), ...(set.required.get(name) ?? [])];
  for (const { names, literal } of set.every) {
    const concerned = hasName(names, name, context);
    if (concerned === undefined) return undefined;
    if (concerned) literals.push(literal);
  }
  return literals;
}
