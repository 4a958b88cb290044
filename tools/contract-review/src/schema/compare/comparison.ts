import type { JsonValue } from "../../json/json-value.ts";
import { acceptsIn } from "../accepts.ts";
import type { Answer } from "../domains/answer.ts";
import type { Atom, Literal, TypeName } from "../formula/formula.ts";
import { SameSchema } from "../graph/same-schema.ts";
import type { SchemaGraph } from "../graph/schema-graph.ts";
import { Solver } from "../solve/solver.ts";

/** Elementary steps that one question may take. */
const stepsPerQuestion = 250_000;

/** Two graphs under one solver: what the producer may send, what the consumer accepts. */
export class Comparison {
  readonly producer: SchemaGraph;
  readonly consumer: SchemaGraph;
  readonly solver: Solver;
  #steps = 0;

  constructor(producer: SchemaGraph, consumer: SchemaGraph) {
    this.producer = producer;
    this.consumer = consumer;
    const same = new SameSchema(producer, consumer);
    this.solver = new Solver(0, (solver, given, refused) => {
      const [left, right] = [solver.literals.meaning(given), solver.literals.meaning(refused)];
      if (left?.kind !== "schema" || right?.kind !== "schema") return false;
      if (left.graph !== producer || right.graph !== consumer) return false;
      const [one, other] = [producer.entry(left.key), consumer.entry(right.key)];
      return one !== undefined && other !== undefined && same.implies(one, other);
    });
  }

  /** Grants the steps that the following questions may take together. */
  grant(steps: number): void {
    this.#steps = steps;
  }

  /** Whether every further question would stay open. */
  get isSpent(): boolean {
    return this.#steps <= 0;
  }

  literal(side: "producer" | "consumer", key: string): Literal {
    return this.solver.literals.of(this[side], key);
  }

  /** Whether some value satisfies all literals. */
  ask(literals: readonly Literal[]): Answer {
    return this.#charged(() => this.solver.ask(literals));
  }

  /** What follows from the literals for a value of `type` without any choice. */
  forced(literals: readonly Literal[], type: TypeName): readonly Atom[] | undefined {
    return this.#charged(() => this.solver.forced(literals, type));
  }

  #charged<Result>(work: () => Result): Result {
    const granted = Math.min(stepsPerQuestion, this.#steps);
    this.solver.refill(granted);
    const result = work();
    this.#steps -= granted - this.solver.left;
    return result;
  }

  /** Whether the exact evaluator says that the producer may send what the consumer refuses. */
  confirms(message: JsonValue, producerKey: string, consumerKey: string): boolean {
    return (
      acceptsIn(this.producer, producerKey, message) === true &&
      acceptsIn(this.consumer, consumerKey, message) === false
    );
  }
}
