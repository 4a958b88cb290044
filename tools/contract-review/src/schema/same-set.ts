import { Comparison } from "./compare/comparison.ts";
import type { Budget, Reading } from "./gap.ts";
import { SameSchema } from "./graph/same-schema.ts";
import { SchemaGraph } from "./graph/schema-graph.ts";
import type { SchemaSource } from "./schema-source.ts";

/**
 * Whether two schemas read the same: the same messages by the letter, and the same messages where
 * only what is declared may be sent. The second tells `{}` from a schema that names a property.
 */
export function sameSet(
  left: SchemaSource,
  right: SchemaSource,
  reading: Reading,
  budget: Budget = {},
): "same" | "different" | "undecided" {
  let doubtful = false;
  for (const closed of [false, true]) {
    for (const [from, to] of [
      [left, right],
      [right, left],
    ] as const) {
      const answer = isWithin(from, to, reading, closed, budget.steps ?? 100_000);
      if (answer === false) return "different";
      doubtful ||= answer === undefined;
    }
  }
  return doubtful ? "undecided" : "same";
}

function isWithin(
  from: SchemaSource,
  to: SchemaSource,
  reading: Reading,
  closed: boolean,
  steps: number,
): boolean | undefined {
  const producer = new SchemaGraph(from, reading, closed);
  const consumer = new SchemaGraph(to, reading, closed);
  const [one, other] = [producer.entry(producer.root), consumer.entry(consumer.root)];
  if (one !== undefined && other !== undefined) {
    if (new SameSchema(producer, consumer).implies(one, other)) return true;
  }
  const comparison = new Comparison(producer, consumer, steps);
  const answer = comparison.ask([
    comparison.literal("producer", producer.root),
    -comparison.literal("consumer", consumer.root),
  ]);
  return answer.kind === "unknown" ? undefined : answer.kind === "empty";
}
