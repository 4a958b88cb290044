import { canonicalJson } from "../../json/canonical-json.ts";
import type { JsonValue } from "../../json/json-value.ts";
import type { Literal } from "../formula/formula.ts";
import { empty, found, unknown, type Answer } from "./answer.ts";
import type { Context } from "./context.ts";
import * as finite from "./finite.ts";
import { freshNames } from "./fresh-names.ts";
import { hasName } from "./name-set.ts";
import { literalsAt, type ObjectSet, type Rule } from "./object-set.ts";

type Chosen = ReadonlyMap<string, readonly Literal[]>;

/** Objects of more properties are not built. */
const maxFilled = 300;

/** Builds an object property by property; what it finds impossible is proved to be so. */
export class Assembly {
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
