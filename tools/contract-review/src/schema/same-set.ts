import { sharedComparison } from "./compare/shared-comparison.ts";
import type { Budget, Reading } from "./gap.ts";
import type { SchemaSource } from "./schema-source.ts";
import { unlessTooDeep } from "./unless-too-deep.ts";

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
  return unlessTooDeep(() => {
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
  }, "undecided");
}

function isWithin(
  from: SchemaSource,
  to: SchemaSource,
  reading: Reading,
  closed: boolean,
  steps: number,
): boolean | undefined {
  const both = { producer: closed, consumer: closed };
  const comparison = sharedComparison(from, to, reading, both);
  comparison.grant(steps);
  const answer = comparison.ask([
    comparison.literal("producer", comparison.producer.at(from.pointer)),
    -comparison.literal("consumer", comparison.consumer.at(to.pointer)),
  ]);
  return answer.kind === "unknown" ? undefined : answer.kind === "empty";
}
