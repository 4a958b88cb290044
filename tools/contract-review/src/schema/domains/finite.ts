import type { JsonValue } from "../../json/json-value.ts";
import type { Atom } from "../formula/formula.ts";
import { negateAtom } from "../formula/negate.ts";
import { empty, found, type Answer } from "./answer.ts";

type Values = ReadonlyMap<string, JsonValue>;

/** A set that lists what it contains, or what it does not: values by their canonical text. */
export interface FiniteSet {
  readonly among: Values | undefined;
  readonly except: Values;
}

export const anyValue: FiniteSet = { among: undefined, except: new Map() };

export function meet(atoms: readonly Atom[]): FiniteSet {
  return atoms.reduce(narrow, anyValue);
}

/** Whether every value of `all` that is in the set satisfies the atom. */
export function isWithin(set: FiniteSet, atom: Atom, all: readonly JsonValue[]): boolean {
  return sample(narrow(set, negateAtom(atom)), all).kind === "empty";
}

export function narrow(set: FiniteSet, atom: Atom): FiniteSet {
  if (atom.kind !== "values") return set;
  if (atom.negated) {
    const except = set.except.size === 0 ? atom.values : new Map([...set.except, ...atom.values]);
    return { ...set, except };
  }
  if (set.among === undefined) return { ...set, among: atom.values };
  return { ...set, among: intersection(set.among, atom.values) };
}

function intersection(left: Values, right: Values): Values {
  const [small, large] = left.size < right.size ? [left, right] : [right, left];
  return new Map([...small].filter(([key]) => large.has(key)));
}

/** Whether the value is in the set, by its canonical text. */
export function has(key: string, set: FiniteSet): boolean {
  return !set.except.has(key) && (set.among === undefined || set.among.has(key));
}

/** The listed values that are not excluded, in the order of the list. */
export function* listed(set: FiniteSet): Generator<JsonValue, void, void> {
  for (const [key, value] of set.among ?? []) if (!set.except.has(key)) yield value;
}

/** Null and the two booleans are finite without being listed. */
export function sample(set: FiniteSet, all: readonly JsonValue[]): Answer {
  const value = all.find((some) => has(JSON.stringify(some), set));
  return value === undefined ? empty : found(value);
}
