import { applicableMediaType } from "./media-type.ts";
import { type Schemas, type Slot, createPairBuilder } from "./message-pair.ts";
import type { Content } from "./operation.ts";

/** Leaves out what needs no question: schemas known to be equal, or asked about before. */
export type LeafSchemas = (slot: Omit<Slot, "location">) => Schemas | undefined;

/**
 * Two Content maps, compared on the media types that both respect: an entry of the reader applies
 * to every media type for which no entry is more specific (OpenAPI 3.1 §4.8.13, §4.8.14).
 */
export function contentPair(
  location: string,
  producer: readonly Content[],
  consumer: readonly Content[],
  slots: Map<string, Slot>,
  leaf: LeafSchemas,
): Schemas {
  const body = createPairBuilder(location, slots);
  for (const mediaType of new Set([...producer, ...consumer].map((entry) => entry.mediaType))) {
    const sent = applicableMediaType(producer, mediaType);
    if (sent === undefined) continue;
    const read = applicableMediaType(consumer, mediaType);
    const slot = {
      producer: { ...sent, required: false },
      ...(read === undefined ? {} : { consumer: { ...read, required: false } }),
    };
    body.add(mediaType, slot, leaf(slot));
  }
  const { producer: sent, consumer: read } = body.build("closed");
  // A body has one media type; the message names it.
  return { producer: { ...sent, minProperties: 1, maxProperties: 1 }, consumer: read };
}

/** The entries of `producer` that no entry of `consumer` reads. */
export function unreadContent(
  producer: readonly Content[],
  consumer: readonly Content[],
): readonly Content[] {
  return producer.filter(({ mediaType }) => applicableMediaType(consumer, mediaType) === undefined);
}
