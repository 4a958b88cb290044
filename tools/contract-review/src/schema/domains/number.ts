import { canonicalJson } from "../../json/canonical-json.ts";
import type { Atom } from "../formula/formula.ts";
import { negateAtom } from "../formula/negate.ts";
import { empty, found, unknown, type Answer } from "./answer.ts";
import {
  aligned,
  commonMultiple,
  decimal,
  isExact,
  isMultiple,
  toNumber,
  type Decimal,
} from "./decimal.ts";
import * as finite from "./finite.ts";

interface Bound {
  readonly value: number;
  readonly exclusive: boolean;
}

/** Numbers between bounds, of one grid and off others. Integers are the grid of 1. */
export interface NumberSet {
  readonly min: Bound;
  readonly max: Bound;
  readonly grid: Decimal | undefined;
  readonly offGrids: readonly Decimal[];
  readonly values: finite.FiniteSet;
}

const anyNumber: NumberSet = {
  min: { value: -Infinity, exclusive: true },
  max: { value: Infinity, exclusive: true },
  grid: undefined,
  offGrids: [],
  values: finite.anyValue,
};

export function meet(atoms: readonly Atom[]): NumberSet {
  return atoms.reduce(narrow, anyNumber);
}

/** Whether every number of the set satisfies the atom, as far as that can be proved. */
export function isWithin(set: NumberSet, atom: Atom): boolean {
  return sample(narrow(set, negateAtom(atom))).kind === "empty";
}

function narrow(set: NumberSet, atom: Atom): NumberSet {
  switch (atom.kind) {
    case "bound":
      return atom.side === "min"
        ? { ...set, min: tighter(set.min, atom, (a, b) => a > b) }
        : { ...set, max: tighter(set.max, atom, (a, b) => a < b) };
    case "multiple": {
      const of = decimal(atom.of);
      if (atom.negated) return { ...set, offGrids: [...set.offGrids, of] };
      return { ...set, grid: set.grid === undefined ? of : commonMultiple(set.grid, of) };
    }
    default:
      return { ...set, values: finite.narrow(set.values, atom) };
  }
}

function tighter(left: Bound, right: Bound, isTighter: (a: number, b: number) => boolean): Bound {
  if (left.value === right.value) return left.exclusive ? left : right;
  const { value, exclusive } = isTighter(left.value, right.value) ? left : right;
  return { value, exclusive };
}

export function has(value: number, set: NumberSet): boolean {
  const { min, max, grid, offGrids, values } = set;
  if (value < min.value || value > max.value) return false;
  if ((value === min.value && min.exclusive) || (value === max.value && max.exclusive))
    return false;
  const exact = decimal(value);
  if (grid !== undefined && !isMultiple(exact, grid)) return false;
  if (offGrids.some((off) => isMultiple(exact, off))) return false;
  return finite.has(canonicalJson(value), values);
}

export function sample(set: NumberSet): Answer<number> {
  const { min, max, grid } = set;
  if (min.value > max.value) return empty;
  if (min.value === max.value && (min.exclusive || max.exclusive)) return empty;
  if (set.values.among !== undefined) {
    for (const value of finite.listed(set.values)) {
      if (typeof value === "number" && has(value, set)) return found(value);
    }
    return empty;
  }
  if (grid === undefined) return onLine(set);
  if (set.offGrids.some((off) => isMultiple(grid, off))) return empty;
  return onGrid(set, grid);
}

const maxCandidates = 4000;

function onGrid(set: NumberSet, grid: Decimal): Answer<number> {
  const first = firstStep(set, grid);
  if (first === undefined) return unknown("multipleOf");
  let doubtful = false;
  const ended = { up: first < 0n, down: first > 0n };
  const limit = BigInt(maxCandidates + set.values.except.size);
  for (let distance = 0n; distance <= limit; distance += 1n) {
    for (const way of ["up", "down"] as const) {
      if (ended[way] || (way === "down" && distance === 0n && !ended.up)) continue;
      const step = first + (way === "up" ? distance : -distance);
      const candidate = { digits: grid.digits * step, exponent: grid.exponent };
      const value = toNumber(candidate);
      const exact = isExact(candidate);
      if (exact && has(value, set)) return found(value);
      ended[way] = way === "up" ? value > set.max.value : value < set.min.value;
      // Doubles are sparse beyond 2^53: a step that none of them denotes was not looked at.
      doubtful ||= !exact && !ended[way];
    }
    if (ended.up && ended.down) return doubtful ? unknown("multipleOf") : empty;
  }
  return unknown("multipleOf");
}

/** The step nearest to zero that is no less than the lower bound, or the greatest below the upper. */
function firstStep(set: NumberSet, grid: Decimal): bigint | undefined {
  const { min, max } = set;
  if (min.value <= 0 && max.value >= 0) return 0n;
  const from = min.value > 0 ? min.value : max.value;
  if (!Number.isFinite(from)) return undefined;
  const [target, step] = aligned(decimal(from), grid);
  const quotient = target / step;
  // Division truncates toward zero: one step further from zero if it did not come out even.
  return target % step === 0n ? quotient : quotient + (target > 0n ? 1n : -1n);
}

/** Off any grid numbers are dense: some simple fraction between the bounds will do. */
function onLine(set: NumberSet): Answer<number> {
  const { min, max } = set;
  const candidates = [0, 1, -1, min.value, max.value, 0.5, -0.5, 1.5, 0.1, 2, 10, 100, 0.25];
  for (const bound of [min.value, max.value]) {
    if (!Number.isFinite(bound)) continue;
    for (const offset of [1, -1, 0.5, -0.5, 0.1, -0.1, 0.01, -0.01, 0.001, -0.001]) {
      candidates.push(toNumber(decimal(Number((bound + offset).toPrecision(15)))), bound + offset);
    }
    candidates.push(bound * 1.5, bound * 2, bound / 2, bound / 4);
  }
  if (Number.isFinite(min.value) && Number.isFinite(max.value)) {
    const width = max.value - min.value;
    for (const part of [0.5, 0.25, 0.75, 0.1, 0.3, 0.7, 0.9, 0.123, 0.456789]) {
      candidates.push(min.value + width * part);
    }
  }
  for (let extra = 0; extra <= set.values.except.size; extra += 1)
    candidates.push(extra + 0.5, -extra - 0.5);
  const value = candidates.find((candidate) => Number.isFinite(candidate) && has(candidate, set));
  if (value !== undefined) return found(value === 0 ? 0 : value);
  if (min.value === max.value) return empty;
  return unknown(set.offGrids.length > 0 ? "multipleOf" : "minimum");
}
