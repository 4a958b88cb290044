import type { Atom, Formula, Literal, TypeName } from "../formula/formula.ts";
import { negateAtom } from "../formula/negate.ts";
import { empty, unknown, type Answer } from "../domains/answer.ts";
import type { Context } from "../domains/context.ts";
import { meet, type Values } from "../domains/domain.ts";
import { differs } from "./differs.ts";

type Clause = Extract<Formula, { readonly kind: "or" }>;
type Status = "holds" | "fails" | "open";

/** Among more schemas than this, equal ones are not looked for: the domains find out all the same. */
const maxCompared = 40;

/** Excluded arrays and objects beyond this number are not told apart. */
const maxDiffering = 64;

/**
 * Looks for a value of one type that satisfies formulas: takes every choice that is forced, then
 * tries the others in turn (DPLL), with the domains as judges of conjunctions.
 */
export class Search {
  readonly #context: Context;
  readonly #type: TypeName;
  readonly #implies: (given: Literal, refused: Literal) => boolean;
  #atoms: Atom[] = [];
  #clauses: Clause[] = [];
  #seen = new Set<Literal>();
  #values: Values | undefined;
  #doubt: string | undefined;
  /** What is settled stays settled when more is asserted; what is open is open for now. */
  #settled = new Map<Literal, Status>();
  #open = new Set<Literal>();

  constructor(
    context: Context,
    type: TypeName,
    implies: (given: Literal, refused: Literal) => boolean,
  ) {
    this.#context = context;
    this.#type = type;
    this.#implies = implies;
  }

  /** A value of the type that satisfies all literals. */
  find(literals: readonly Literal[]): Answer {
    return literals.every((literal) => this.#assertLiteral(literal)) ? this.#run() : empty;
  }

  /** What must hold whatever is chosen; `undefined` where nothing can satisfy the literals. */
  forced(literals: readonly Literal[]): readonly Atom[] | undefined {
    const fine = literals.every((literal) => this.#assertLiteral(literal)) && this.#propagate();
    return fine ? this.#atoms : undefined;
  }

  /** Adds a formula; `false` where it contradicts what is there at sight. */
  #assert(formula: Formula): boolean {
    switch (formula.kind) {
      case "true":
        return true;
      case "false":
        return false;
      case "and":
        return formula.parts.every((part) => this.#assert(part));
      case "or":
        this.#clauses.push(formula);
        return true;
      case "literal":
        return this.#assertLiteral(formula.literal);
      case "atom":
        return this.#assertAtom(formula.atom);
    }
  }

  #assertLiteral(literal: Literal): boolean {
    if (this.#seen.has(literal)) return true;
    if (this.#contradicts(literal)) return false;
    this.#context.spend("allOf");
    this.#seen.add(literal);
    this.#open.clear();
    return this.#assert(this.#context.literals.formula(literal, this.#type));
  }

  #contradicts(literal: Literal): boolean {
    if (this.#seen.has(-literal)) return true;
    if (this.#seen.size > maxCompared) return false;
    for (const other of this.#seen) {
      if (other > 0 && literal < 0 && this.#implies(other, -literal)) return true;
      if (other < 0 && literal > 0 && this.#implies(literal, -other)) return true;
    }
    return false;
  }

  #assertAtom(given: Atom): boolean {
    if (given.kind === "unknown") {
      this.#doubt ??= given.keyword;
      return true;
    }
    const composite = this.#type === "array" || this.#type === "object";
    if (given.kind === "values" && given.negated && composite) {
      if (given.values.size <= maxDiffering) {
        return [...given.values.values()].every((value) =>
          this.#assert(differs(this.#context.literals, value)),
        );
      }
    }
    this.#atoms.push(given);
    this.#values = undefined;
    this.#open.clear();
    return true;
  }

  #run(): Answer {
    if (!this.#propagate()) return empty;
    const clause = this.#narrowest();
    if (clause === undefined) return this.#conclude();
    let doubt: Answer | undefined;
    for (const part of clause.parts) {
      this.#context.spend(clause.keyword);
      const branch = this.#copy();
      const answer = branch.#assert(part) ? branch.#run() : empty;
      if (answer.kind === "found") return answer;
      if (answer.kind === "unknown") doubt = answer;
    }
    return doubt ?? empty;
  }

  #conclude(): Answer {
    const answer = this.#current().sample();
    return answer.kind === "found" && this.#doubt !== undefined ? unknown(this.#doubt) : answer;
  }

  /** Settles clauses until only choices are left. `false` is a contradiction. */
  #propagate(): boolean {
    for (let settled = false; !settled;) {
      settled = true;
      if (this.#current().isNone()) return false;
      const open: Clause[] = [];
      const clauses = this.#clauses;
      this.#clauses = [];
      for (const clause of clauses) {
        const parts = this.#remaining(clause);
        if (parts === undefined) continue;
        const [only] = parts;
        if (only === undefined) return false;
        if (parts.length === 1) {
          settled = false;
          if (!this.#assert(only)) return false;
        } else open.push({ ...clause, parts });
      }
      this.#clauses.push(...open);
    }
    return true;
  }

  /** Takes the clause with the fewest choices, of several the first: the producer's come first. */
  #narrowest(): Clause | undefined {
    let best: Clause | undefined;
    for (const clause of this.#clauses) {
      if (best === undefined || clause.parts.length < best.parts.length) best = clause;
    }
    this.#clauses = this.#clauses.filter((clause) => clause !== best);
    return best;
  }

  /** The parts that may hold; `undefined` where one holds already. */
  #remaining(clause: Clause): readonly Formula[] | undefined {
    const parts: Formula[] = [];
    for (const part of clause.parts) {
      if (part.kind !== "literal") this.#context.spend(clause.keyword);
      const status = this.#status(part, 0);
      if (status === "holds") return undefined;
      if (status === "open") parts.push(part);
    }
    return parts;
  }

  #status(formula: Formula, depth: number): Status {
    switch (formula.kind) {
      case "true":
        return "holds";
      case "false":
        return "fails";
      case "atom": {
        if (formula.atom.kind === "unknown") return "open";
        const { atom } = formula;
        if (this.#context.certainly(() => this.#current().isWithin(atom))) return "holds";
        return this.#current().isWithin(negateAtom(atom)) ? "fails" : "open";
      }
      case "literal":
        return this.#literalStatus(formula.literal, depth);
      case "and":
        return this.#combined(formula.parts, depth, "fails", "holds");
      case "or":
        return this.#combined(formula.parts, depth, "holds", "fails");
    }
  }

  #combined(parts: readonly Formula[], depth: number, decisive: Status, otherwise: Status): Status {
    let result = otherwise;
    for (const part of parts) {
      const status = this.#status(part, depth);
      if (status === decisive) return decisive;
      if (status === "open") result = "open";
    }
    return result;
  }

  #literalStatus(literal: Literal, depth: number): Status {
    if (this.#seen.has(literal)) return "holds";
    const settled = this.#settled.get(literal) ?? opposite(this.#settled.get(-literal));
    if (settled !== undefined) return settled;
    if (this.#open.has(literal)) return "open";
    this.#context.spend("allOf");
    const status = this.#contradicts(literal)
      ? "fails"
      : depth > 4
        ? "open"
        : this.#status(this.#context.literals.formula(literal, this.#type), depth + 1);
    if (status === "open") this.#open.add(literal);
    else this.#settled.set(literal, status);
    return status;
  }

  #current(): Values {
    this.#values ??= meet(this.#type, this.#atoms, this.#context);
    return this.#values;
  }

  #copy(): Search {
    const copy = new Search(this.#context, this.#type, this.#implies);
    copy.#atoms = [...this.#atoms];
    copy.#clauses = [...this.#clauses];
    copy.#seen = new Set(this.#seen);
    copy.#values = this.#values;
    copy.#doubt = this.#doubt;
    copy.#settled = new Map(this.#settled);
    return copy;
  }
}

function opposite(status: Status | undefined): Status | undefined {
  if (status === undefined) return undefined;
  return status === "holds" ? "fails" : "holds";
}
