import { commonEnd } from "../../json/pointer.ts";
import { literalsAt as itemLiterals, meet as meetArray, tailOf } from "../domains/array-set.ts";
import { freshNames } from "../domains/fresh-names.ts";
import { hasName } from "../domains/name-set.ts";
import {
  literalsAt as propertyLiterals,
  meet as meetObject,
  type ObjectSet,
} from "../domains/object-set.ts";
import { nothing, typeNames, type Literal, type NameSet } from "../formula/formula.ts";
import type { Gap } from "../gap.ts";
import { branchesOf } from "./branches-of.ts";
import type { Comparison } from "./comparison.ts";
import type { Conjunct } from "./conjunct.ts";
import { conjunctsOf } from "./conjuncts.ts";
import { GapRecorder, type Roots } from "./gap-recorder.ts";
import type { Path, Step } from "./path.ts";

/** Gaps are not looked for further below: a message this deep is no message. */
const deepest = 100;

/** A step into the producer's values, with what they satisfy there. */
interface Inside {
  readonly step: Step;
  readonly literals: readonly Literal[];
}

/**
 * Follows the parts of the consumer's schema down to those that refuse something the producer may
 * send. The way down only guides: each gap is judged on whole messages by the recorder.
 */
export class GapFinder {
  readonly #comparison: Comparison;
  readonly #recorder: GapRecorder;
  readonly #roots: Roots;
  #kept: { readonly id: string; readonly set: ObjectSet | undefined } | undefined;
  readonly #visited = new Map<string, number>(); // by how deep it stood

  constructor(comparison: Comparison, roots: Roots) {
    this.#comparison = comparison;
    this.#roots = roots;
    this.#recorder = new GapRecorder(comparison, roots);
  }

  find(): readonly Gap[] {
    const { producer, consumer } = this.#roots;
    this.#follow([this.#comparison.literal("producer", producer)], consumer, []);
    return this.#recorder.gaps;
  }

  /** Finds what the consumer's schema refuses of the producer's values at the path. */
  #follow(literals: readonly Literal[], key: string, path: Path): void {
    if (this.#recorder.isFull) return;
    const refused = -this.#comparison.literal("consumer", key);
    const id = `${literals.toSorted((a, b) => a - b).join(",")}|${key}`;
    if ((this.#visited.get(id) ?? Infinity) <= path.length) {
      this.#recorder.count += 1;
      return;
    }
    this.#visited.set(id, path.length);
    if (this.#comparison.ask([...literals, refused]).kind === "empty") return;
    const { solver, consumer } = this.#comparison;
    const before = this.#recorder.count;
    for (const conjunct of conjunctsOf(solver.literals, consumer, key)) {
      this.#conjunct(literals, conjunct, path);
    }
    if (this.#recorder.count > before) return;
    // Not one part refuses anything, so what stops the proof is how the parts hang together.
    const whole: Conjunct = {
      literal: -refused,
      keyword: "$ref",
      pointer: consumer.schema(key).pointer,
      reach: { kind: "value" },
    };
    this.#recorder.record(whole, { path, refused, literals });
  }

  #conjunct(literals: readonly Literal[], conjunct: Conjunct, path: Path): void {
    const refused = -conjunct.literal;
    const { reach } = conjunct;
    if (reach.kind === "property" && reach.names.kind === "one") {
      // Where the property's own values are fine, the whole need not be looked at.
      const inner = this.#comparison.literal("consumer", reach.key);
      const inside = this.#properties(literals, reach.names);
      if (inside.length > 0 && inside.every((at) => this.#isWithin(at.literals, inner))) return;
    }
    if (this.#isWithin(literals, conjunct.literal)) return;
    const before = this.#recorder.count;
    const descends = path.length < deepest;
    if (descends && reach.kind === "property")
      this.#property(literals, conjunct, reach.names, reach.key, path);
    if (descends && reach.kind === "item") this.#item(literals, conjunct, reach, path);
    if (reach.kind === "choice") this.#choice(literals, conjunct, reach.branches, path);
    if (this.#recorder.count > before) return;
    const step: Step | undefined =
      reach.kind === "missing"
        ? { kind: "property", names: { kind: "one", name: reach.name }, token: reach.name }
        : undefined;
    this.#recorder.record(conjunct, { path, refused, literals, shown: step });
  }

  #isWithin(literals: readonly Literal[], consumed: Literal): boolean {
    return this.#comparison.ask([...literals, -consumed]).kind === "empty";
  }

  #inside(key: string, conjunct: Conjunct, path: Path, at: Inside): void {
    const inner = this.#comparison.literal("consumer", key);
    const further = [...path, at.step];
    if (inner === nothing) {
      if (this.#comparison.ask(at.literals).kind === "empty") return;
      this.#recorder.record(conjunct, { path: further, refused: -inner, literals: at.literals });
    } else this.#follow(at.literals, key, further);
  }

  #property(
    literals: readonly Literal[],
    conjunct: Conjunct,
    names: NameSet,
    key: string,
    path: Path,
  ): void {
    for (const at of this.#properties(literals, names)) this.#inside(key, conjunct, path, at);
  }

  #properties(literals: readonly Literal[], names: NameSet): readonly Inside[] {
    const set = this.#objects(literals);
    if (set === undefined) return [];
    const { solver } = this.#comparison;
    const found: Inside[] = [];
    const named = names.kind === "one" ? [names.name] : [...namesOf(set)];
    for (const name of named) {
      if (hasName(names, name, solver) !== true) continue;
      const inner = propertyLiterals(set, name, solver);
      if (inner === undefined) continue;
      found.push({
        step: { kind: "property", names: { kind: "one", name }, token: name },
        literals: inner,
      });
    }
    if (names.kind === "one") return found;
    const sets = [...set.every.map((rule) => rule.names), names];
    const known = new Set([...named, ...(names.kind === "rest" ? names.names : [])]);
    for (const answer of freshNames(sets, known, solver)) {
      if (answer.kind !== "found" || hasName(names, answer.value, solver) !== true) continue;
      const inner = propertyLiterals(set, answer.value, solver);
      if (inner !== undefined)
        found.push({ step: { kind: "property", names, token: "*" }, literals: inner });
    }
    return found;
  }

  /** The producer's objects, as far as no choice is to be made; kept for the next property. */
  #objects(literals: readonly Literal[]): ObjectSet | undefined {
    const id = literals.join(",");
    if (this.#kept?.id !== id) {
      const atoms = this.#comparison.forced(literals, "object");
      this.#kept = { id, set: atoms === undefined ? undefined : meetObject(atoms) };
    }
    return this.#kept.set;
  }

  #item(
    literals: readonly Literal[],
    conjunct: Conjunct,
    reach: { readonly from: number; readonly to: number; readonly key: string },
    path: Path,
  ): void {
    const atoms = this.#comparison.forced(literals, "array");
    if (atoms === undefined) return;
    const set = meetArray(atoms);
    const tail = Math.max(tailOf(set), reach.from);
    const tried = new Set<string>();
    const all = reach.to === Infinity ? tail : Math.min(tail, reach.to - 1);
    for (let index = all; index >= reach.from; index -= 1) {
      const inner = itemLiterals(set, index);
      const id = inner.join(",");
      if (tried.has(id)) continue;
      tried.add(id);
      const rest = index === tail && reach.to === Infinity;
      const step: Step = rest
        ? { kind: "item", from: index, to: Infinity, token: "*" }
        : { kind: "item", from: index, to: index + 1, token: String(index) };
      this.#inside(reach.key, conjunct, path, { step, literals: inner });
    }
  }

  /** Follows each of the producer's own branches into the one consumer branch it resembles. */
  #choice(
    literals: readonly Literal[],
    conjunct: Conjunct,
    branches: readonly string[],
    path: Path,
  ): void {
    const { solver } = this.#comparison;
    const refused = -conjunct.literal;
    const isPossible = (more: Literal): boolean =>
      this.#comparison.ask([...literals, more]).kind !== "empty";
    const own = branchesOf(this.#comparison.producer, solver.literals, literals);
    const types = typeNames
      .map((type) =>
        solver.literals.make(`type:${type}`, (given) => ({
          kind: given === type ? "true" : "false",
        })),
      )
      .filter((type) => !literals.includes(type) && isPossible(type));
    const splits = own.length > 0 ? own : types.length > 1 ? types : [];
    for (const split of splits) {
      // Choices beside choices multiply: without steps left, no way through them tells anything.
      if (this.#comparison.isSpent) return;
      const narrowed = [...literals, split];
      if (this.#comparison.ask([...narrowed, refused]).kind === "empty") continue;
      const before = this.#recorder.count;
      this.#choice(narrowed, conjunct, branches, path);
      if (this.#recorder.count === before) {
        this.#recorder.record(conjunct, { path, refused, literals: narrowed, narrowed: [split] });
      }
    }
    if (splits.length > 0) return;
    const alike = branches.filter((branch) =>
      isPossible(this.#comparison.literal("consumer", branch)),
    );
    const target = alike.length === 1 ? alike[0] : this.#namesake(literals, alike);
    if (target !== undefined) this.#follow(literals, target, path);
  }

  /** The branch whose place ends most like that of a schema of the producer. */
  #namesake(literals: readonly Literal[], branches: readonly string[]): string | undefined {
    const { producer, consumer, solver } = this.#comparison;
    const places = literals.flatMap((literal) => {
      const meaning = literal > 0 ? solver.literals.meaning(literal) : undefined;
      if (meaning?.kind !== "schema" || meaning.graph !== producer) return [];
      return [producer.schema(meaning.key).pointer];
    });
    const alike = branches.map((branch) => {
      const place = consumer.schema(branch).pointer;
      return Math.max(0, ...places.map((one) => commonEnd(one, place)));
    });
    const most = Math.max(0, ...alike);
    const found = branches.filter((_, index) => alike[index] === most);
    return most > 0 && found.length === 1 ? found[0] : undefined;
  }
}

function namesOf(set: ObjectSet): ReadonlySet<string> {
  const names = new Set<string>([...set.named.keys(), ...set.required.keys()]);
  for (const rule of set.every) {
    if (rule.names.kind === "rest") for (const name of rule.names.names) names.add(name);
  }
  return names;
}
