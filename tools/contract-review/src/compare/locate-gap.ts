import type { JsonValue } from "../json/json-value.ts";
import { child, tokensOf } from "../json/pointer.ts";
import type { End, MessagePair, Slot } from "../message/message-pair.ts";
import { isMessagePointer } from "../message/side.ts";
import type { Gap } from "../schema/gap.ts";
import type { MessageDirection } from "./direction.ts";

/** What one document says at a gap. */
export interface GapEnd {
  readonly pointer: string;
  readonly value?: JsonValue;
}

/** A gap in the words of the documents that the message was built from. */
export interface LocatedGap {
  readonly part: string;
  readonly keyword: string;
  readonly producer: GapEnd;
  readonly consumer: GapEnd;
  /** Last token of the place in the message. */
  readonly name: string;
}

/** Leads a gap of a message schema back to the parameter, media type or response it comes from. */
export function locateGap(
  gap: Gap,
  direction: MessageDirection,
  pair: MessagePair,
  operations: { readonly producer: string; readonly consumer: string },
): LocatedGap {
  const tokens = tokensOf(gap.instanceLocation);
  const name = tokens.at(-1) ?? "";
  const part = partOf(direction, tokens);
  const { slot, owner } = nearestSlot(pair, tokens);
  const producer = endOf(
    gap.producerPointer,
    gap.producerValue,
    slot?.producer?.pointer ?? owner?.producer?.pointer ?? operations.producer,
  );
  const consumer = endOf(
    gap.consumerPointer,
    gap.consumerValue,
    slot?.consumer?.pointer ?? owner?.consumer?.pointer ?? operations.consumer,
  );
  const isBetween = isMessagePointer(gap.producerPointer) || isMessagePointer(gap.consumerPointer);
  if (isBetween && slot !== undefined && slot.consumer === undefined) {
    const isStatus = direction === "response" && tokens.length === 1;
    return {
      part: isStatus ? "status" : part,
      keyword: isStatus ? "added" : "media-type",
      producer: { ...producer, value: name },
      consumer: { pointer: consumer.pointer },
      name,
    };
  }
  if (isBetween && gap.keyword === "required") {
    return {
      part,
      keyword: gap.keyword,
      producer: withRequired(producer, slot?.producer),
      consumer: withRequired(consumer, slot?.consumer),
      name,
    };
  }
  return { part, keyword: gap.keyword, producer, consumer, name };
}

function endOf(pointer: string, value: JsonValue | undefined, owner: string): GapEnd {
  if (isMessagePointer(pointer)) return { pointer: owner };
  return { pointer, ...(value === undefined ? {} : { value }) };
}

function withRequired({ pointer }: GapEnd, end: End | undefined): GapEnd {
  return { pointer, ...(end === undefined ? {} : { value: end.required }) };
}

function partOf(direction: MessageDirection, tokens: readonly string[]): string {
  if (direction === "response") return tokens[1] ?? "status";
  return tokens[0] === "querystring" ? "query" : (tokens[0] ?? "message");
}

/** The slot at a location, or the nearest above it, and the one that holds it. */
function nearestSlot(
  pair: MessagePair,
  tokens: readonly string[],
): { readonly slot: Slot | undefined; readonly owner: Slot | undefined } {
  let slot: Slot | undefined;
  let owner: Slot | undefined;
  let at = "";
  for (const token of tokens) {
    at = child(at, token);
    const next = pair.slots.get(at);
    if (next === undefined) break;
    owner = slot;
    slot = next;
  }
  return { slot, owner };
}
