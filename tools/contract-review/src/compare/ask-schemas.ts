import { type Gap, type Reading, gaps } from "../schema/gap.ts";
import { sameSet } from "../schema/same-set.ts";
import type { SchemaSource } from "../schema/schema-source.ts";

/** Asks what the producer may send and the consumer refuses. A schema too deep to walk is undecided. */
export function askGaps(
  producer: SchemaSource,
  consumer: SchemaSource,
  reading: Reading,
): readonly Gap[] {
  return unlessTooDeep(
    () => gaps(producer, consumer, reading),
    [
      {
        kind: "undecided",
        keyword: "$ref",
        instanceLocation: "",
        producerPointer: producer.pointer,
        consumerPointer: consumer.pointer,
        stoppedBy: "$ref",
        dependsOnConvention: false,
      },
    ],
  );
}

/** Whether two schemas read the same. */
export function askSame(
  left: SchemaSource,
  right: SchemaSource,
  reading: Reading,
): "same" | "different" | "undecided" {
  return unlessTooDeep(() => sameSet(left, right, reading), "undecided");
}

/** The end of the stack is an answer about the document, and no failure of the review. */
export function unlessTooDeep<Answer>(ask: () => Answer, otherwise: Answer): Answer {
  try {
    return ask();
  } catch (error) {
    if (error instanceof RangeError) return otherwise;
    throw error;
  }
}
