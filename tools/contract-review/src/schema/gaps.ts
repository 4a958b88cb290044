import type { Budget, Gap, Reading } from "./gap.ts";
import type { SchemaSource } from "./schema-source.ts";

/**
 * What the producer may send and the consumer must refuse, one gap a cause.
 *
 * No gap is a proof that every message of the producer is one of the consumer. Never throws.
 */
export type Gaps = (
  producer: SchemaSource,
  consumer: SchemaSource,
  reading: Reading,
  budget?: Budget,
) => readonly Gap[];

/** Whether two schemas read the same: the same messages, declared the same. */
export type SameSet = (
  left: SchemaSource,
  right: SchemaSource,
  reading: Reading,
  budget?: Budget,
) => "same" | "different" | "undecided";
