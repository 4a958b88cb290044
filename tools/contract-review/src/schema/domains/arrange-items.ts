import { canonicalJson } from "../../json/canonical-json.ts";
import type { JsonValue } from "../../json/json-value.ts";
import { atom, type Literal } from "../formula/formula.ts";
import { typeOf } from "../formula/values.ts";
import { empty, found, unknown, type Answer } from "./answer.ts";
import { literalsAt, type ArraySet } from "./array-set.ts";
import type { Context } from "./context.ts";

/** Finds an array of exactly this length; what it finds impossible is proved to be so. */
export function arrange(set: ArraySet, length: number, context: Context): Answer {
  if (set.repeated) return arrangePair(set, length, context);
  if (set.some.length + set.least.length + set.most.length === 0 && !set.unique) {
    return fill(set, length, context);
  }
  return new Arrangement(set, length, context, undefined).from(0, [], start(set));
}

function fill(set: ArraySet, length: number, context: Context): Answer {
  const values: JsonValue[] = [];
  let doubt: Answer | undefined;
  for (let index = 0; index < length; index += 1) {
    const answer = context.solve(literalsAt(set, index));
    if (answer.kind === "empty") return answer;
    if (answer.kind === "unknown") doubt = answer;
    else values.push(answer.value);
  }
  return doubt ?? found(values);
}

/** Some two items are equal: tries every pair, where items with the same rules are one case. */
function arrangePair(set: ArraySet, length: number, context: Context): Answer {
  let doubt: Answer | undefined;
  const tried = new Set<string>();
  for (let second = 1; second < length; second += 1) {
    for (let first = 0; first < second; first += 1) {
      const id = `${roleOf(set, first)}|${roleOf(set, second)}`;
      if (tried.has(id)) continue;
      tried.add(id);
      const answer = new Arrangement(set, length, context, [first, second]).from(0, [], start(set));
      if (answer.kind === "found") return answer;
      if (answer.kind === "unknown") doubt = answer;
    }
  }
  return doubt ?? empty;
}

function roleOf(set: ArraySet, index: number): string {
  const inRange = ({ from, to }: { from: number; to: number }): boolean =>
    from <= index && index < to;
  const some = set.some.map((rule) => (inRange(rule) ? "1" : "0")).join("");
  return `${literalsAt(set, index).join(",")}:${some}`;
}

/** What is still to be met, rule by rule. */
interface Needs {
  readonly some: readonly boolean[];
  readonly least: readonly number[];
  readonly most: readonly number[];
}

const start = (set: ArraySet): Needs => ({
  some: set.some.map(() => true),
  least: set.least.map(({ value }) => value),
  most: set.most.map(({ value }) => value),
});

class Arrangement {
  readonly #set: ArraySet;
  readonly #length: number;
  readonly #context: Context;
  /** Two indexes with one value. */
  readonly #pair: readonly [number, number] | undefined;
  /** Situations that have been proved hopeless. */
  readonly #hopeless = new Set<string>();

  constructor(
    set: ArraySet,
    length: number,
    context: Context,
    pair: readonly [number, number] | undefined,
  ) {
    this.#set = set;
    this.#length = length;
    this.#context = context;
    this.#pair = pair;
  }

  /** Chooses for every index from `index` on which of the needs its item meets. */
  from(index: number, chosen: readonly (readonly Literal[])[], needs: Needs): Answer {
    const left = this.#length - index;
    if (needs.least.some((count) => count > left)) return empty;
    if (needs.most.some((count) => count < 0)) return empty;
    if (index === this.#length) {
      return needs.some.includes(true) ? empty : this.#build(chosen);
    }
    const situation = JSON.stringify([index, needs]);
    const remembers = !this.#set.unique && this.#pair === undefined;
    if (remembers && this.#hopeless.has(situation)) return empty;
    this.#context.spend("contains");
    let doubt: Answer | undefined;
    for (const role of this.#roles(index, needs)) {
      const answer = this.#context.solve(role.literals);
      if (answer.kind === "unknown") doubt = answer;
      if (answer.kind === "empty") continue;
      const rest = this.from(index + 1, [...chosen, role.literals], role.needs);
      if (rest.kind === "found") return rest;
      if (rest.kind === "unknown") doubt = rest;
    }
    if (doubt === undefined && remembers) this.#hopeless.add(situation);
    return doubt ?? empty;
  }

  /** Every way in which the item may meet needs, most needs first. */
  *#roles(
    index: number,
    needs: Needs,
  ): Generator<{ readonly literals: readonly Literal[]; readonly needs: Needs }, void, void> {
    const { some, least, most } = this.#set;
    const optional: { readonly literal: Literal; readonly meet: (given: Needs) => Needs }[] = [];
    some.forEach(({ from, to, literal }, at) => {
      if (needs.some[at] !== true || index < from || index >= to) return;
      const meet = (given: Needs): Needs => ({ ...given, some: given.some.with(at, false) });
      optional.push({ literal, meet });
    });
    least.forEach(({ literal }, at) => {
      const count = needs.least[at] ?? 0;
      if (count <= 0) return;
      const meet = (given: Needs): Needs => ({
        ...given,
        least: given.least.with(at, (given.least[at] ?? 0) - 1),
      });
      optional.push({ literal, meet });
    });
    const free = most.map((_, at) => at);
    const base = literalsAt(this.#set, index);
    for (let choice = 2 ** optional.length - 1; choice >= 0; choice -= 1) {
      const met = optional.filter((_, at) => (choice & (1 << at)) !== 0);
      const after = met.reduce((given, { meet }) => meet(given), needs);
      for (let counted = 0; counted < 2 ** free.length; counted += 1) {
        const signs = most.map((_, at) => (counted & (1 << at)) !== 0);
        yield {
          literals: unique([
            ...base,
            ...met.map(({ literal }) => literal),
            ...most.map(({ literal }, at) => (signs[at] === true ? literal : -literal)),
          ]),
          needs: {
            ...after,
            most: after.most.map((count, at) => (signs[at] === true ? count - 1 : count)),
          },
        };
      }
    }
  }

  #build(chosen: readonly (readonly Literal[])[]): Answer {
    const values: JsonValue[] = [];
    for (const [index, literals] of chosen.entries()) {
      const answer = this.#item(index, literals, chosen, values);
      if (answer.kind === "found") values.push(answer.value);
      else if (answer.kind === "unknown") return answer;
      // All items had the same rules, so there are fewer values than items; else another choice
      // of the earlier items might have left one.
      else if (this.#set.unique && !sameRules(chosen.slice(0, index + 1))) {
        return unknown("uniqueItems");
      } else return empty;
    }
    return found(values);
  }

  #item(
    index: number,
    literals: readonly Literal[],
    chosen: readonly (readonly Literal[])[],
    values: readonly JsonValue[],
  ): Answer {
    if (this.#pair !== undefined) {
      const [first, second] = this.#pair;
      if (index === second) return found(values[first] ?? null);
      if (index === first)
        return this.#context.solve(unique([...literals, ...(chosen[second] ?? [])]));
    }
    if (!this.#set.unique || values.length === 0) return this.#context.solve(literals);
    return this.#context.solve([...literals, noneOf(values, this.#context)]);
  }
}

/** Refuses the values. */
function noneOf(values: readonly JsonValue[], context: Context): Literal {
  const keys = values.map(canonicalJson);
  return context.literals.make(`none-of:${JSON.stringify(keys)}`, (type) => {
    const own = values.filter((value) => typeOf(value) === type);
    const map = new Map(own.map((value) => [canonicalJson(value), value] as const));
    return map.size === 0 ? { kind: "true" } : atom({ kind: "values", values: map, negated: true });
  });
}

const unique = (literals: readonly Literal[]): readonly Literal[] => [...new Set(literals)];

function sameRules(chosen: readonly (readonly Literal[])[]): boolean {
  const ids = chosen.map((literals) => literals.toSorted((a, b) => a - b).join(","));
  return new Set(ids).size <= 1;
}
