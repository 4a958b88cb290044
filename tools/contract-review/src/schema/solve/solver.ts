import type { JsonValue } from "../../json/json-value.ts";
import { empty, unknown, type Answer } from "../domains/answer.ts";
import type { Context } from "../domains/context.ts";
import { meet } from "../domains/domain.ts";
import {
  everything,
  nothing,
  typeNames,
  type Atom,
  type Formula,
  type Literal,
  type TypeName,
} from "../formula/formula.ts";
import { Literals } from "../formula/literals.ts";
import { typeOf } from "../formula/values.ts";
import { BudgetExceeded } from "./budget.ts";
import { Search } from "./search.ts";

/** Schemas nested deeper than this are not followed. */
const maxDepth = 200;

/** Decides whether any value satisfies some literals, and remembers what it decided. */
export class Solver implements Context {
  readonly literals: Literals = new Literals();
  readonly #implies: (given: Literal, refused: Literal) => boolean;
  readonly #known = new Map<string, Answer>();
  readonly #active = new Map<string, number>();
  /** Sets that are empty if those they came back to are, which are still under way. */
  readonly #supposed = new Map<string, number>();
  #steps: number;
  /** The outermost question under way that the present one came back to. */
  #reached = Infinity;

  constructor(
    steps: number,
    implies: (solver: Solver, given: Literal, refused: Literal) => boolean,
  ) {
    this.#steps = steps;
    this.#implies = (given, refused) => implies(this, given, refused);
  }

  /** A question from outside: never throws, and what exceeds the budget is unknown. */
  ask(literals: readonly Literal[]): Answer {
    try {
      return this.solve(literals);
    } catch (error) {
      this.#forgetOpen();
      if (error instanceof BudgetExceeded) return unknown(error.keyword);
      // The stack ends where schemas nest too deeply in place.
      if (error instanceof RangeError) return unknown("allOf");
      throw error;
    }
  }

  solve(given: readonly Literal[]): Answer {
    const literals = [...new Set(given)].filter((one) => one !== everything);
    if (this.#isContradiction(literals)) return empty;
    const key = literals.toSorted((left, right) => left - right).join(",");
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const depth = this.#active.get(key);
    if (depth !== undefined) {
      // A smallest value of a set contains no other value of the same set, so none is to be had
      // this way; that holds only as long as the question above is open.
      this.#reached = Math.min(this.#reached, depth);
      return empty;
    }
    const supposed = this.#supposed.get(key);
    if (supposed !== undefined) {
      this.#reached = Math.min(this.#reached, supposed);
      return empty;
    }
    return this.#explore(key, literals);
  }

  #explore(key: string, literals: readonly Literal[]): Answer {
    const depth = this.#active.size;
    if (depth > maxDepth) return unknown("$ref");
    this.spend("$ref");
    const outer = this.#reached;
    this.#reached = Infinity;
    this.#active.set(key, depth);
    const before = this.#supposed.size;
    const answer = this.#anyType(literals);
    this.#active.delete(key);
    this.#settle(key, answer, depth, before);
    const independent = this.#reached >= depth;
    if (independent || answer.kind === "found") this.#known.set(key, answer);
    this.#reached = Math.min(outer, independent ? Infinity : this.#reached);
    return answer;
  }

  /** Decides what was supposed while a question was open: with the answer it stands or falls. */
  #settle(key: string, answer: Answer, depth: number, before: number): void {
    const since = this.#supposed.size === before ? [] : [...this.#supposed.keys()].slice(before);
    const stands = answer.kind === "empty";
    const independent = this.#reached >= depth;
    for (const inner of since) {
      if (stands && !independent) {
        const reached = this.#supposed.get(inner) ?? depth;
        if (reached >= depth) this.#supposed.set(inner, this.#reached);
        continue;
      }
      this.#supposed.delete(inner);
      if (stands) this.#known.set(inner, answer);
    }
    if (stands && !independent) this.#supposed.set(key, this.#reached);
  }

  #anyType(literals: readonly Literal[]): Answer {
    let doubt: Answer | undefined;
    for (const type of typeNames) {
      const answer = new Search(this, type, this.#implies).find(literals);
      if (answer.kind === "found") return answer;
      if (answer.kind === "unknown") doubt ??= answer;
    }
    return doubt ?? empty;
  }

  #isContradiction(literals: readonly Literal[]): boolean {
    if (literals.includes(nothing)) return true;
    const all = new Set(literals);
    for (const one of literals) {
      if (all.has(-one)) return true;
      if (one > 0)
        for (const other of literals) if (other < 0 && this.#implies(one, -other)) return true;
    }
    return false;
  }

  holds(value: JsonValue, literal: Literal): boolean | undefined {
    return this.#holds(value, this.literals.formula(literal, typeOf(value)));
  }

  #holds(value: JsonValue, formula: Formula): boolean | undefined {
    switch (formula.kind) {
      case "true":
        return true;
      case "false":
        return false;
      case "literal":
        return this.holds(value, formula.literal);
      case "atom":
        return formula.atom.kind === "unknown"
          ? undefined
          : meet(typeOf(value), [formula.atom], this).has(value);
      case "and":
        return this.#all(value, formula.parts, false);
      case "or":
        return this.#all(value, formula.parts, true);
    }
  }

  /** `decisive` settles the whole: one false part an `and`, one true part an `or`. */
  #all(value: JsonValue, parts: readonly Formula[], decisive: boolean): boolean | undefined {
    let doubtful = false;
    for (const part of parts) {
      const answer = this.#holds(value, part);
      if (answer === decisive) return decisive;
      doubtful ||= answer === undefined;
    }
    return doubtful ? undefined : !decisive;
  }

  certainly(check: () => boolean): boolean {
    const outer = this.#reached;
    this.#reached = Infinity;
    const answer = check() && this.#reached === Infinity;
    this.#reached = Math.min(outer, this.#reached);
    return answer;
  }

  /** What follows from the literals without any choice for a value of `type`. */
  forced(literals: readonly Literal[], type: TypeName): readonly Atom[] | undefined {
    try {
      return new Search(this, type, this.#implies).forced(literals);
    } catch (error) {
      this.#forgetOpen();
      if (error instanceof BudgetExceeded || error instanceof RangeError) return undefined;
      throw error;
    }
  }

  /** A question that was broken off leaves nothing under way. */
  #forgetOpen(): void {
    this.#active.clear();
    this.#supposed.clear();
    this.#reached = Infinity;
  }

  spend(keyword: string): void {
    this.#steps -= 1;
    if (this.#steps < 0) throw new BudgetExceeded(keyword);
  }

  /** Steps that are left of the budget. */
  get left(): number {
    return Math.max(0, this.#steps);
  }

  /** Grants a further budget. */
  refill(steps: number): void {
    this.#steps = steps;
  }
}
