import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../../src/json/json-value.ts";
import { sharedComparison } from "../../src/schema/compare/shared-comparison.ts";
import { type Gap, type Reading, gaps } from "../../src/schema/gap.ts";
import type { SchemaSource } from "../../src/schema/schema-source.ts";
import type { Pair } from "./arbitrary-pair.ts";
import { arbitrate, judge } from "./oracle.ts";

export const literal: Reading = { producerClosed: false, direction: "request" };
export const source = (root: JsonValue): SchemaSource => ({
  root,
  pointer: "",
  dialect: "2020-12",
});

export interface Examination {
  readonly answer: "compatible" | "breaking" | "undecided";
  readonly stoppedBy: readonly string[];
  /** Claims that the oracle contradicts. */
  readonly counterexamples: readonly string[];
}

/** Asks the tool about a pair and the oracle about every claim that the tool makes. */
export async function examine(
  [producer, consumer]: Pair,
  values: readonly JsonValue[],
): Promise<Examination> {
  const found = gaps(source(producer), source(consumer), literal);
  const refuted = found.filter((gap) => gap.kind === "refuted");
  const stoppedBy = found.flatMap((gap) => (gap.stoppedBy === undefined ? [] : [gap.stoppedBy]));
  if (found.length > 0) {
    const counterexamples = await falseWitnesses(producer, consumer, refuted);
    const answer = refuted.length > 0 ? "breaking" : "undecided";
    return { answer, stoppedBy, counterexamples };
  }
  const missed = await firstMissed(producer, consumer, [
    ...values,
    ...messagesOf(producer, values),
  ]);
  return { answer: "compatible", stoppedBy, counterexamples: missed };
}

async function falseWitnesses(
  producer: JsonObject,
  consumer: JsonObject,
  refuted: readonly Gap[],
): Promise<readonly string[]> {
  const [sends, takes] = [judge(producer), judge(consumer)];
  const wrong: string[] = [];
  for (const { witness } of refuted) {
    const message = witness ?? null;
    if (sends(message) === true && takes(message) === false) continue;
    if ((await arbitrate(producer, message)) && !(await arbitrate(consumer, message))) continue;
    wrong.push(`no witness: ${JSON.stringify([message, producer, consumer])}`);
  }
  return wrong;
}

async function firstMissed(
  producer: JsonObject,
  consumer: JsonObject,
  messages: readonly JsonValue[],
): Promise<readonly string[]> {
  const [sends, takes] = [judge(producer), judge(consumer)];
  for (const message of messages) {
    if (sends(message) === false || takes(message) === true) continue;
    if (!(await arbitrate(producer, message)) || (await arbitrate(consumer, message))) continue;
    return [`missed: ${JSON.stringify([message, producer, consumer])}`];
  }
  return [];
}

/** A message of the producer, and what becomes of it with one value exchanged for another. */
function messagesOf(producer: JsonObject, values: readonly JsonValue[]): readonly JsonValue[] {
  const both = { producer: false, consumer: false };
  const comparison = sharedComparison(source(producer), source(producer), literal, both);
  comparison.grant(20_000);
  const key = comparison.producer.at("");
  const answer = comparison.ask([comparison.literal("producer", key)]);
  if (answer.kind !== "found") return [];
  return [answer.value, ...values.slice(0, 100).flatMap((value) => exchanged(answer.value, value))];
}

function exchanged(message: JsonValue, other: JsonValue): readonly JsonValue[] {
  if (isJsonArray(message)) {
    return [
      [...message, other],
      ...message.flatMap((item, index) =>
        exchanged(item, other).map((one) => message.with(index, one)),
      ),
    ];
  }
  if (!isJsonObject(message)) return [other];
  return Object.keys({ ...message, a: 0, b: 0, c: 0, d: 0 }).flatMap((name) => [
    { ...message, [name]: other },
    ...exchanged(message[name] ?? null, other).map((one) => ({ ...message, [name]: one })),
  ]);
}
