import { everything, no, yes, type Formula, type Literal, type TypeName } from "./formula.ts";
import { lower } from "./lower.ts";
import { negate } from "./negate.ts";
import type { PlainSchema } from "../graph/plain-schema.ts";
import type { SchemaGraph } from "../graph/schema-graph.ts";

/** What a literal's number stands for: a schema of a graph, or a formula made on the way. */
export type Meaning =
  | { readonly kind: "schema"; readonly graph: SchemaGraph; readonly key: string }
  | { readonly kind: "made"; readonly formula: (type: TypeName) => Formula };

/** Numbers for schemas, and their formulas by type, each lowered once. */
export class Literals {
  readonly #meanings: Meaning[] = [];
  readonly #numbers = new Map<SchemaGraph, Map<string, Literal>>();
  readonly #made = new Map<string, Literal>();
  readonly #lowered = new Map<string, Formula>();

  /** The literal of a schema of `graph`. */
  of(graph: SchemaGraph, key: string): Literal {
    let numbers = this.#numbers.get(graph);
    if (numbers === undefined) this.#numbers.set(graph, (numbers = new Map()));
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const { keywords, unmodelled } = graph.schema(key);
    const made = unmodelled === undefined ? trivial(keywords) : undefined;
    const number = made ?? this.#add({ kind: "schema", graph, key });
    numbers.set(key, number);
    return number;
  }

  /** The literal of a formula; the same `name` is the same literal. */
  make(name: string, formula: (type: TypeName) => Formula): Literal {
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    const number = this.#add({ kind: "made", formula });
    this.#made.set(name, number);
    return number;
  }

  meaning(given: Literal): Meaning | undefined {
    return this.#meanings[Math.abs(given) - 2];
  }

  schema(given: Literal): PlainSchema | undefined {
    const meaning = this.meaning(given);
    return meaning?.kind === "schema" ? meaning.graph.schema(meaning.key) : undefined;
  }

  /** What a value of `type` must satisfy for the literal to hold. */
  formula(given: Literal, type: TypeName): Formula {
    const id = `${given}${type}`;
    const known = this.#lowered.get(id);
    if (known !== undefined) return known;
    const formula = given < 0 ? negate(this.formula(-given, type)) : this.#lower(given, type);
    this.#lowered.set(id, formula);
    return formula;
  }

  #lower(given: Literal, type: TypeName): Formula {
    const meaning = this.meaning(given);
    if (meaning === undefined) return given === everything ? yes : no;
    return meaning.kind === "made"
      ? meaning.formula(type)
      : lower(this, meaning.graph, meaning.key, type);
  }

  #add(meaning: Meaning): Literal {
    this.#meanings.push(meaning);
    return this.#meanings.length + 1;
  }
}

function trivial(keywords: PlainSchema["keywords"]): Literal | undefined {
  if (keywords === false) return -everything;
  return keywords === true || Object.keys(keywords).length === 0 ? everything : undefined;
}
