import { nothing, type Atom, type Literal } from "../formula/formula.ts";
import * as finite from "./finite.ts";

export interface ItemRule {
  readonly from: number;
  readonly to: number;
  readonly literal: Literal;
}

interface Count {
  readonly value: number;
  readonly literal: Literal;
}

/** Arrays by length, by what items in a range satisfy, and by how many satisfy something. */
export interface ArraySet {
  readonly every: readonly ItemRule[];
  readonly some: readonly ItemRule[];
  readonly least: readonly Count[];
  readonly most: readonly Count[];
  readonly min: number;
  readonly max: number;
  readonly unique: boolean;
  readonly repeated: boolean;
  readonly values: finite.FiniteSet;
}

export function meet(atoms: readonly Atom[]): ArraySet {
  const every: ItemRule[] = [];
  const some: ItemRule[] = [];
  const least: Count[] = [];
  const most: Count[] = [];
  let [min, max] = [0, Infinity];
  let [unique, repeated] = [false, false];
  let values = finite.anyValue;
  for (const atom of atoms) {
    if (atom.kind === "every-item") {
      // Where no item is possible, the array ends before.
      if (atom.literal === nothing) max = Math.min(max, atom.from);
      else every.push(atom);
    } else if (atom.kind === "some-item") {
      some.push(atom);
      min = Math.max(min, atom.from + 1);
    } else if (atom.kind === "contains") {
      if (atom.side === "max") most.push(atom);
      else if (atom.value > 0) {
        least.push(atom);
        min = Math.max(min, atom.value);
      }
    } else if (atom.kind === "size") {
      if (atom.side === "min") min = Math.max(min, atom.value);
      else max = Math.min(max, atom.value);
    } else if (atom.kind === "unique") {
      if (atom.negated) repeated = true;
      else unique = true;
    } else values = finite.narrow(values, atom);
  }
  return { every, some, least, most, min, max, unique, repeated, values };
}

/** What the item at an index must satisfy if it is there. */
export function literalsAt(set: ArraySet, index: number): readonly Literal[] {
  const rules = set.every.filter(({ from, to }) => from <= index && index < to);
  return [...new Set(rules.map(({ literal }) => literal))];
}

/** The first index from which on all items have the same rules. */
export function tailOf(set: ArraySet): number {
  const edges = [...set.every, ...set.some].flatMap(({ from, to }) => [from, to]);
  return Math.max(0, ...edges.filter((edge) => Number.isFinite(edge)));
}
