import { canonicalJson } from "../../json/canonical-json.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../json/json-value.ts";
import { nothing, type Atom, type Literal, type NameSet } from "../formula/formula.ts";
import { negateAtom } from "../formula/negate.ts";
import { empty, found, unknown, type Answer } from "./answer.ts";
import type { Context } from "./context.ts";
import * as finite from "./finite.ts";
import { freshNames } from "./fresh-names.ts";
import { hasName } from "./name-set.ts";

interface Rule {
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

/** Whether every object of the set satisfies the atom, where one property is enough to tell. */
export function isWithin(set: ObjectSet, atom: Atom, context: Context): boolean {
  const opposite = negateAtom(atom);
  if (opposite.kind === "size") {
    return opposite.side === "min" ? opposite.value > set.max : opposite.value < set.required.size;
  }
  if (opposite.kind === "every-property" || opposite.kind === "some-property") {
    const { names, literal } = opposite;
    const refuses = (name: string): boolean => {
      if (literal === nothing) return true;
      const literals = literalsAt(set, name, context);
      return literals !== undefined && context.solve([...literals, literal]).kind === "empty";
    };
    if (opposite.kind === "some-property") return names.kind === "one" && refuses(names.name);
    // A property that may be absent can always satisfy what every property must.
    return [...set.required.keys()].some(
      (name) => hasName(names, name, context) === true && refuses(name),
    );
  }
  return false;
}

/** Whether some property that must be there cannot be there. */
export function isNone(set: ObjectSet, context: Context): boolean {
  if (set.min > set.max || set.required.size > set.max) return true;
  return [...set.required.keys()].some((name) => {
    const literals = literalsAt(set, name, context);
    return literals !== undefined && context.solve(literals).kind === "empty";
  });
}

export function has(set: ObjectSet, value: JsonObject, context: Context): boolean | undefined {
  const names = Object.keys(value);
  if (!finite.has(canonicalJson(value), set.values)) return false;
  if (names.length < set.min || names.length > set.max) return false;
  let doubtful = false;
  const holds = (given: JsonValue | undefined, literal: Literal): boolean => {
    const answer = given === undefined ? true : context.holds(given, literal);
    doubtful ||= answer === undefined;
    return answer !== false;
  };
  for (const name of set.required.keys()) if (!Object.hasOwn(value, name)) return false;
  for (const name of names) {
    const literals = literalsAt(set, name, context);
    if (literals === undefined) doubtful = true;
    else if (!literals.every((literal) => holds(value[name], literal))) return false;
  }
  for (const { names: among, literal } of set.some) {
    const concerned = names.filter((name) => hasName(among, name, context) !== false);
    const isUnsure = concerned.some((name) => hasName(among, name, context) === undefined);
    if (isUnsure) doubtful = true;
    else if (!concerned.some((name) => holds(value[name], literal))) return false;
  }
  return doubtful ? undefined : true;
}

export function sample(set: ObjectSet, context: Context): Answer {
  if (set.min > set.max || set.required.size > set.max) return empty;
  if (set.values.among !== undefined) return fromList(set, context);
  const start = new Map<string, readonly Literal[]>();
  for (const name of set.required.keys()) {
    const literals = literalsAt(set, name, context);
    if (literals === undefined) return unknown("patternProperties");
    start.set(name, literals);
  }
  return new Assembly(set, context).complete(start, 0);
}

function fromList(set: ObjectSet, context: Context): Answer {
  let doubtful = false;
  for (const value of finite.listed(set.values)) {
    if (!isJsonObject(value)) continue;
    const within = has(set, value, context);
    if (within === true) return found(value);
    doubtful ||= within === undefined;
  }
  return doubtful ? unknown("enum") : empty;
}

type Chosen = ReadonlyMap<string, readonly Literal[]>;

/** Objects of more properties are not built. */
const maxFilled = 300;

/** Builds an object property by property; what it finds impossible is proved to be so. */
class Assembly {
  readonly #set: ObjectSet;
  readonly #context: Context;

  constructor(set: ObjectSet, context: Context) {
    this.#set = set;
    this.#context = context;
  }

  /** Fills every remaining `some` rule from `index` on, then the least number of properties. */
  complete(chosen: Chosen, index: number): Answer {
    const rule = this.#set.some[index];
    if (rule === undefined) return this.#fill(chosen);
    if (chosen.size > this.#set.max) return empty;
    this.#context.spend("additionalProperties");
    let doubt: Answer | undefined;
    for (const option of this.#options(chosen, rule)) {
      const answer =
        option === undefined
          ? unknown("patternProperties")
          : this.complete(new Map([...chosen, option]), index + 1);
      if (answer.kind === "found") return answer;
      if (answer.kind === "unknown") doubt = answer;
    }
    return doubt ?? empty;
  }

  /** The properties that can satisfy the rule: those chosen, those named anywhere, a new one. */
  *#options(
    chosen: Chosen,
    rule: Rule,
  ): Generator<readonly [string, readonly Literal[]] | undefined, void, void> {
    const known = new Set([...chosen.keys(), ...this.#names(rule)]);
    for (const name of known) {
      const concerned = hasName(rule.names, name, this.#context);
      const literals = chosen.get(name) ?? literalsAt(this.#set, name, this.#context);
      if (concerned === undefined || literals === undefined) yield undefined;
      else if (concerned) {
        const all = [...literals, rule.literal];
        const answer = this.#context.solve(all);
        if (answer.kind === "found") yield [name, all];
        else if (answer.kind === "unknown") yield undefined;
      }
    }
    yield* this.#fresh(known, rule);
  }

  *#fresh(
    used: ReadonlySet<string>,
    rule: Rule | undefined,
  ): Generator<readonly [string, readonly Literal[]] | undefined, void, void> {
    const sets = [...this.#set.every.map((each) => each.names), ...(rule ? [rule.names] : [])];
    const known = new Set([...used, ...this.#names(rule)]);
    for (const answer of freshNames(sets, known, this.#context)) {
      if (answer.kind !== "found") {
        if (answer.kind === "unknown") yield undefined;
        continue;
      }
      const name = answer.value;
      const literals = literalsAt(this.#set, name, this.#context);
      const concerned = rule === undefined || hasName(rule.names, name, this.#context);
      if (literals === undefined || concerned === undefined) yield undefined;
      else if (concerned) {
        const all = rule === undefined ? literals : [...literals, rule.literal];
        const value = this.#context.solve(all);
        if (value.kind === "found") yield [name, all];
        else if (value.kind === "unknown") yield undefined;
      }
    }
  }

  #fill(chosen: Chosen): Answer {
    if (chosen.size > this.#set.max) return empty;
    if (this.#set.min > maxFilled) return unknown("minProperties");
    const all = new Map(chosen);
    let doubtful = false;
    if (all.size < this.#set.min) {
      for (const name of this.#names()) {
        if (all.size >= this.#set.min) break;
        if (all.has(name)) continue;
        const literals = literalsAt(this.#set, name, this.#context);
        const answer = literals === undefined ? unknown("") : this.#context.solve(literals);
        if (answer.kind === "found" && literals !== undefined) all.set(name, literals);
        doubtful ||= answer.kind === "unknown";
      }
    }
    while (all.size < this.#set.min) {
      this.#context.spend("minProperties");
      let added = false;
      for (const option of this.#fresh(new Set(all.keys()), undefined)) {
        if (option === undefined) doubtful = true;
        else {
          all.set(...option);
          added = true;
          break;
        }
      }
      if (!added) return doubtful ? unknown("minProperties") : empty;
    }
    return this.#build(all);
  }

  #build(chosen: Chosen): Answer {
    const value: Record<string, JsonValue> = Object.create(null) as Record<string, JsonValue>;
    let doubt: Answer | undefined;
    for (const [name, literals] of chosen) {
      const answer = this.#context.solve(literals);
      if (answer.kind === "empty") return empty;
      if (answer.kind === "unknown") doubt = answer;
      else value[name] = answer.value;
    }
    if (doubt !== undefined) return doubt;
    const within = finite.has(canonicalJson(value), this.#set.values);
    return within ? found(value) : unknown("enum");
  }

  /** Every name that some rule mentions. */
  #names(rule?: Rule): ReadonlySet<string> {
    const names = new Set<string>(this.#set.named.keys());
    for (const name of this.#set.required.keys()) names.add(name);
    for (const { names: set } of [...this.#set.every, ...this.#set.some, ...(rule ? [rule] : [])]) {
      if (set.kind === "rest") for (const name of set.names) names.add(name);
      if (set.kind === "one") names.add(set.name);
    }
    return names;
  }
}
