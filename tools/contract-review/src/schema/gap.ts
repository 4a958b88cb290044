import { GapFinder } from "./compare/find-gaps.ts";
import { sharedComparison } from "./compare/shared-comparison.ts";
import type { SchemaSource } from "./schema-source.ts";
import { unlessTooDeep } from "./unless-too-deep.ts";
import type { JsonValue } from "../json/json-value.ts";

/** How a pair of schemas is read. */
export interface Reading {
  /**
   * The producer sends only what its document declares: a property that it does not declare is
   * impossible, unless `additionalProperties`, a matching `patternProperties` or
   * `unevaluatedProperties` declares it, or the schema declares no property at all (a free-form
   * object). `false` reads the producer literally.
   */
  readonly producerClosed: boolean;
  /**
   * `readOnly` properties are not sent in requests, `writeOnly` ones not in responses; neither is
   * `required` there (OpenAPI, Schema Object).
   */
  readonly direction: "request" | "response";
  /**
   * Extension keywords that announce further enum values, such as `x-extensible-enum`. A list of
   * values reads as `enum`; `true` marks the `enum` beside it. Either way a consumer of responses
   * must take values outside it, so it constrains nobody there.
   * @default none: such keywords are annotations
   */
  readonly openEnums?: readonly string[];
}

/** Limits on the work of one `gaps` call; what goes beyond is answered `undecided`. */
export interface Budget {
  /** Elementary steps of the decision procedure. @default 600000 */
  readonly steps?: number;
  /** Gaps returned at most. @default 50 */
  readonly gaps?: number;
}

/** A set of messages that the producer may send and the consumer must, or may, refuse. */
export interface Gap {
  /** `refuted` has a confirmed witness; `undecided` has `stoppedBy`. */
  readonly kind: "refuted" | "undecided";
  /** The JSON Schema keyword that makes the difference: `required`, `enum`, `maxLength` … */
  readonly keyword: string;
  /**
   * Where in the message: a JSON Pointer whose token `*` stands for any array item or undeclared
   * property, such as `items`, `*`, `name`. For `required` it is the property that is missing.
   */
  readonly instanceLocation: string;
  /** The producer's schema at that location (its keyword's value, where it has the keyword). */
  readonly producerPointer: string;
  /** The consumer's schema at that location (its keyword's value, where it has the keyword). */
  readonly consumerPointer: string;
  /** The producer's value of `keyword`, where it has one. */
  readonly producerValue?: JsonValue;
  /** The consumer's value of `keyword`, where it has one. */
  readonly consumerValue?: JsonValue;
  /** The smallest message found, whole; accepted by the producer and refused by the consumer. */
  readonly witness?: JsonValue;
  /** JSON Pointer of the offending value within `witness`; for `required`, of the object. */
  readonly witnessAt?: string;
  /** The keyword that kept the question open. */
  readonly stoppedBy?: string;
  /** The gap rests on a convention (`format` asserts, `discriminator` selects), not on the letter. */
  readonly dependsOnConvention: boolean;
}

const defaults: Required<Budget> = { steps: 600_000, gaps: 50 };

/**
 * What the producer may send and the consumer must refuse, one gap a cause.
 *
 * No gap is a proof that every message of the producer is one of the consumer. Schemas or values that
 * nest too deeply to be looked at are one gap, undecided.
 */
export function gaps(
  producer: SchemaSource,
  consumer: SchemaSource,
  reading: Reading,
  budget: Budget = {},
): readonly Gap[] {
  const limits = { ...defaults, ...budget };
  const closed = { producer: reading.producerClosed, consumer: false };
  const tooDeep: Gap = {
    kind: "undecided",
    keyword: "$ref",
    stoppedBy: "$ref",
    instanceLocation: "",
    producerPointer: producer.pointer,
    consumerPointer: consumer.pointer,
    dependsOnConvention: false,
  };
  return unlessTooDeep(() => {
    const comparison = sharedComparison(producer, consumer, reading, closed);
    comparison.grant(limits.steps);
    const finder = new GapFinder(comparison, {
      producer: comparison.producer.at(producer.pointer),
      consumer: comparison.consumer.at(consumer.pointer),
      gaps: limits.gaps,
    });
    return finder.find();
  }, [tooDeep]);
}
