import { isJsonArray, isJsonObject, type JsonValue } from "../../json/json-value.ts";
import { child, valueAt } from "../../json/pointer.ts";
import type { Literal } from "../formula/formula.ts";
import type { Gap } from "../gap.ts";
import type { Comparison } from "./comparison.ts";
import type { Conjunct } from "./conjunct.ts";
import { locationOf, somewhere, type Path, type Step } from "./path.ts";
import { provenance, valueOf } from "./provenance.ts";
import { shrink } from "./shrink.ts";

/** A suspicion: at the path, this literal may refuse what the producer's literals allow. */
export interface Suspicion {
  readonly path: Path;
  /** What a value at the path satisfies if it is refused. */
  readonly refused: Literal;
  /** The producer's schemas at the path. */
  readonly literals: readonly Literal[];
  /** The branch of the producer's choice that is meant. */
  readonly narrowed?: readonly Literal[];
  /** A further step, for the reader only. */
  readonly shown?: Step | undefined;
}

/** The schemas of the whole messages, and how many gaps between them are wanted. */
export interface Roots {
  readonly producer: string;
  readonly consumer: string;
  readonly gaps: number;
}

/** Turns suspicions into gaps: with a confirmed witness, or with the keyword that prevents one. */
export class GapRecorder {
  readonly #comparison: Comparison;
  readonly #roots: Roots;
  readonly #found = new Map<string, { readonly gap: Gap; readonly depth: number }>();
  /** Suspicions that were dealt with, cleared ones included. */
  count = 0;

  constructor(comparison: Comparison, roots: Roots) {
    this.#comparison = comparison;
    this.#roots = roots;
  }

  get isFull(): boolean {
    return this.#found.size >= this.#roots.gaps;
  }

  get gaps(): readonly Gap[] {
    return [...this.#found.values()].map(({ gap }) => gap);
  }

  record(conjunct: Conjunct, suspicion: Suspicion): void {
    if (this.isFull) return;
    const gap = this.#describe(conjunct, suspicion);
    const id = JSON.stringify([
      gap.keyword,
      gap.consumerPointer,
      gap.producerPointer,
      suspicion.shown?.token ?? "",
    ]);
    const known = this.#found.get(id);
    const depth = suspicion.path.length;
    if (known !== undefined) {
      this.count += 1;
      // In a recursive schema the same gap stands at many depths: the shallowest has the smallest message.
      if (known.gap.kind === "refuted" && depth >= known.depth) return;
    }
    const judged = this.#judge(gap, suspicion);
    if (judged === undefined) return;
    this.count += 1;
    if (known !== undefined && judged.kind !== "refuted") return;
    this.#found.set(id, { gap: judged, depth });
  }

  #judge(gap: Omit<Gap, "kind">, suspicion: Suspicion): Gap | undefined {
    const { solver } = this.#comparison;
    const { producer, consumer } = this.#roots;
    const inner =
      suspicion.narrowed === undefined
        ? suspicion.refused
        : this.#both([suspicion.refused, ...suspicion.narrowed]);
    const where = somewhere(solver.literals, suspicion.path, inner);
    const answer = this.#comparison.ask([
      this.#comparison.literal("producer", producer),
      where,
      -this.#comparison.literal("consumer", consumer),
    ]);
    if (answer.kind === "empty") return undefined;
    if (answer.kind === "unknown") return { ...gap, kind: "undecided", stoppedBy: answer.keyword };
    const message = JSON.parse(JSON.stringify(answer.value)) as JsonValue;
    if (!this.#comparison.confirms(message, producer, consumer)) {
      return { ...gap, kind: "undecided", stoppedBy: gap.keyword };
    }
    const sent = this.#comparison.literal("producer", producer);
    const witness = shrink(
      message,
      (smaller) =>
        solver.holds(smaller, where) === true &&
        solver.holds(smaller, sent) === true &&
        this.#comparison.confirms(smaller, producer, consumer),
    );
    const witnessAt = this.#offender(witness, suspicion.path, inner);
    return this.#inDialect({ ...gap, kind: "refuted", witness, witnessAt }, suspicion);
  }

  /** OpenAPI 3.0 says by `nullable` what `type` says elsewhere. */
  #inDialect(gap: Gap, suspicion: Suspicion): Gap {
    const { producer, consumer } = this.#comparison;
    const is30 = [producer, consumer].every(({ source }) => source.dialect === "openapi-3.0");
    if (!is30 || gap.keyword !== "type") return gap;
    if (gap.witness === undefined || valueAt(gap.witness, gap.witnessAt ?? "") !== null) return gap;
    const pointer = gap.consumerPointer.slice(0, -"/type".length);
    const conjunct = { keyword: "nullable", pointer: child(pointer, "nullable") };
    const { consumerPointer, consumerValue, ...told } = this.#describe(conjunct, suspicion);
    const has = consumerValue !== undefined;
    return {
      ...told,
      kind: gap.kind,
      witness: gap.witness,
      ...(gap.witnessAt === undefined ? {} : { witnessAt: gap.witnessAt }),
      consumerPointer: has ? consumerPointer : pointer,
      ...(has ? { consumerValue } : {}),
    };
  }

  #both(literals: readonly Literal[]): Literal {
    return this.#comparison.solver.literals.make(`all-of:${literals.join(",")}`, () => ({
      kind: "and",
      parts: literals.map((literal) => ({ kind: "literal", literal })),
    }));
  }

  /** The first value at the path that satisfies the literal. */
  #offender(witness: JsonValue, path: Path, inner: Literal): string {
    const { solver } = this.#comparison;
    let pointer = "";
    let value = witness;
    path.forEach((step, depth) => {
      const rest = somewhere(solver.literals, path.slice(depth + 1), inner);
      const holding = membersAt(value, step).find(
        ([name, member]) =>
          solver.holds(member, rest) !== false &&
          (step.kind === "item" || step.names.kind !== "one" || step.names.name === name),
      );
      if (holding === undefined) return;
      pointer = child(pointer, holding[0]);
      value = holding[1];
    });
    return pointer;
  }

  #describe(
    conjunct: Pick<Conjunct, "keyword" | "pointer">,
    suspicion: Suspicion,
  ): Omit<Gap, "kind"> {
    const { producer, consumer, solver } = this.#comparison;
    const keys = suspicion.literals.flatMap((literal) => {
      const meaning = literal > 0 ? solver.literals.meaning(literal) : undefined;
      return meaning?.kind === "schema" && meaning.graph === producer ? [meaning.key] : [];
    });
    const { keyword } = conjunct;
    const path =
      suspicion.shown === undefined ? suspicion.path : [...suspicion.path, suspicion.shown];
    const from = provenance(producer, keys, keyword);
    const to = valueOf(consumer, conjunct.pointer);
    return {
      keyword,
      instanceLocation: locationOf(path),
      producerPointer: from?.pointer ?? producer.schema(this.#roots.producer).pointer,
      consumerPointer: conjunct.pointer,
      ...(from?.value === undefined ? {} : { producerValue: from.value }),
      ...(to === undefined ? {} : { consumerValue: to }),
      dependsOnConvention: conventions.has(keyword),
    };
  }
}

/** Keywords whose meaning is a convention of this tool: by the letter they only annotate. */
const conventions: ReadonlySet<string> = new Set(["format", "discriminator"]);

function membersAt(value: JsonValue, step: Step): readonly (readonly [string, JsonValue])[] {
  if (step.kind === "property") return isJsonObject(value) ? Object.entries(value) : [];
  if (!isJsonArray(value)) return [];
  return value
    .map((item, index) => [String(index), item] as const)
    .filter((_, index) => step.from <= index && index < step.to);
}
