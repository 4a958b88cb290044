import type { JsonValue } from "../json/json-value.ts";
import { child, tokensOf } from "../json/pointer.ts";
import type { MessagePair, Slot } from "../message/message-pair.ts";
import { isMessagePointer } from "../message/side.ts";
import type { Gap } from "../schema/gap.ts";
import type { MessageDirection } from "./direction.ts";

/** A gap in the words of the documents that the message was built from. */
export interface LocatedGap {
  readonly part: string;
  readonly keyword: string;
  readonly producerPointer: string;
  readonly consumerPointer: string;
  readonly producerValue?: JsonValue;
  readonly consumerValue?: JsonValue;
}

/** Leads a gap of a message schema back to the parameter, media type or response it comes from. */
export function locateGap(
  gap: Gap,
  direction: MessageDirection,
  pair: MessagePair,
): LocatedGap {
  const tokens = tokensOf(gap.instanceLocation);
  const part = partOf(direction, tokens);
  if (!isMessagePointer(gap.producerPointer) && !isMessagePointer(gap.consumerPointer)) {
    return {
      part,
      keyword: gap.keyword,
      producerPointer: gap.producerPointer,
      consumerPointer: gap.consumerPointer,
      ...values(gap.producerValue, gap.consumerValue),
    };
  }
  const { slot, owner } = nearestSlot(pair, tokens);
  const pointers = {
    producerPointer: isMessagePointer(gap.producerPointer)
      ? (slot?.producer?.pointer ?? owner?.producer?.pointer ?? "")
      : gap.producerPointer,
    consumerPointer: isMessagePointer(gap.consumerPointer)
      ? (slot?.consumer?.pointer ?? owner?.consumer?.pointer ?? "")
      : gap.consumerPointer,
  };
  if (slot !== undefined && slot.consumer === undefined) {
    const isStatus = direction === "response" && tokens.length === 1;
    return {
      part: isStatus ? "status" : part,
      keyword: isStatus ? "added" : "media-type",
      ...pointers,
      producerValue: tokens.at(-1) ?? "",
    };
  }
  if (gap.keyword === "required") {
    return {
      part,
      keyword: gap.keyword,
      ...pointers,
      ...values(
        slot?.producer === undefined ? undefined : slot.producer.required,
        slot?.consumer?.required,
      ),
    };
  }
  return { part, keyword: gap.keyword, ...pointers, ...values(gap.producerValue, gap.consumerValue) };
}

function values(
  producerValue: JsonValue | undefined,
  consumerValue: JsonValue | undefined,
): Pick<LocatedGap, "producerValue" | "consumerValue"> {
  return {
    ...(producerValue === undefined ? {} : { producerValue }),
    ...(consumerValue === undefined ? {} : { consumerValue }),
  };
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
