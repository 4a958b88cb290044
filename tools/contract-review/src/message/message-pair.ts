import type { JsonObject } from "../json/json-value.ts";
import { child } from "../json/pointer.ts";
import { type Member, anything, record, reference } from "./message-schema.ts";

/** What one document says of one place of a message. */
export interface End {
  /** The object that declares it: a parameter, a media type, a response. */
  readonly pointer: string;
  readonly required: boolean;
  /** JSON Pointer of its schema. Nothing: any value. */
  readonly schemaPointer?: string;
}

/** One place of a message, as both documents describe it. */
export interface Slot {
  readonly location: string;
  readonly producer?: End;
  readonly consumer?: End;
}

/** One message as its sender describes it and as its reader does, in JSON Schema. */
export interface MessagePair {
  readonly producer: JsonObject;
  readonly consumer: JsonObject;
  /** Keyed by location. */
  readonly slots: ReadonlyMap<string, Slot>;
}

/** The members of both sides while a message is put together. */
export interface PairBuilder {
  readonly add: (name: string, slot: Omit<Slot, "location">, schemas?: Schemas) => void;
  readonly build: (consumerShape: "open" | "closed") => Schemas;
}

export interface Schemas {
  readonly producer: JsonObject;
  readonly consumer: JsonObject;
}

/** The sender's record is closed, for a sender sends what its document declares. */
export function createPairBuilder(location: string, slots: Map<string, Slot>): PairBuilder {
  const producer: Member[] = [];
  const consumer: Member[] = [];
  return {
    add(name, slot, schemas) {
      const at = child(location, name);
      slots.set(at, { location: at, ...slot });
      if (slot.producer !== undefined) {
        const schema = schemas?.producer ?? reference(slot.producer.schemaPointer);
        producer.push({ name, required: slot.producer.required, schema });
      }
      if (slot.consumer !== undefined) {
        const schema = schemas?.consumer ?? reference(slot.consumer.schemaPointer);
        consumer.push({ name, required: slot.consumer.required, schema });
      }
    },
    build: (consumerShape) => ({
      producer: record(producer, "closed"),
      consumer: record(consumer, consumerShape),
    }),
  };
}

/** A pair of schemas that nothing is asked about. */
export const unasked: Schemas = { producer: anything, consumer: anything };
