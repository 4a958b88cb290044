import { type LeafSchemas, contentPair } from "./content-pair.ts";
import { type MessagePair, type Slot, createPairBuilder } from "./message-pair.ts";
import type { Field, Operation } from "./operation.ts";
import type { ParameterPlace } from "./serialisation.ts";

export const parameterPlaces: readonly ParameterPlace[] = [
  "path",
  "query",
  "querystring",
  "header",
  "cookie",
];

/**
 * The request of an operation, `{ path, query, header, cookie, body }`. A reader leaves parameters
 * aside that it does not declare; it refuses a body of a media type that it does not declare
 * (RFC 9110 §15.5.16).
 */
export function requestPair(
  producer: Operation,
  consumer: Operation,
  leaf: { readonly field: LeafSchemas; readonly body: LeafSchemas },
): MessagePair {
  const slots = new Map<string, Slot>();
  const message = createPairBuilder("", slots);
  for (const place of parameterPlaces) {
    const pairs = pairFields(producer.fields[place], consumer.fields[place]);
    if (pairs.length === 0) continue;
    const group = createPairBuilder(`/${place}`, slots);
    for (const { name, ...slot } of pairs) group.add(name, slot, leaf.field(slot));
    const required = pairs.some((pair) => pair.consumer?.required === true);
    message.add(
      place,
      {
        producer: { pointer: producer.pointer, required: true },
        consumer: { pointer: consumer.pointer, required },
      },
      group.build("open"),
    );
  }
  const { body: sent } = producer;
  const { body: read } = consumer;
  if (sent !== undefined || read !== undefined) {
    message.add(
      "body",
      {
        ...(sent === undefined ? {} : { producer: sent }),
        consumer: read ?? { pointer: consumer.pointer, required: false },
      },
      contentPair("/body", sent?.content ?? [], read?.content ?? [], slots, leaf.body),
    );
  }
  return { ...message.build("closed"), slots };
}

/** Parameters or headers of both sides by what names them on the wire. */
export function pairFields(
  producer: readonly Field[],
  consumer: readonly Field[],
): readonly (Omit<Slot, "location"> & { readonly name: string })[] {
  const read = new Map(consumer.map((field) => [field.key, field]));
  const paired = producer.map((sent) => {
    const partner = read.get(sent.key);
    read.delete(sent.key);
    return {
      name: sent.name,
      producer: sent,
      ...(partner === undefined ? {} : { consumer: partner }),
    };
  });
  return [...paired, ...[...read.values()].map((field) => ({ name: field.name, consumer: field }))];
}
