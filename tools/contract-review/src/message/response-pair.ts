import { type LeafSchemas, contentPair, unreadContent } from "./content-pair.ts";
import { type MessagePair, type Slot, createPairBuilder, unasked } from "./message-pair.ts";
import type { Content, Operation, Response } from "./operation.ts";
import { pairFields } from "./request-pair.ts";
import { applicableResponse, statusPartition } from "./status.ts";

export interface ResponseLeaves {
  readonly field: LeafSchemas;
  readonly body: LeafSchemas;
  /** True where both answers are known to be the same. */
  readonly isUnchanged: (producer: Response, consumer: Response) => boolean;
}

/**
 * The responses of an operation as one message with one member, named by its status:
 * `{ "200": { header, body } }`. A client reads the statuses that its document declares, by code, by
 * range or by `default`.
 *
 * @param isNegotiated The reader names the media types that it reads (`Accept`, RFC 9110 §12.5.1),
 *   so one more beside those never arrives.
 */
export function responsePair(
  producer: Operation,
  consumer: Operation,
  leaves: ResponseLeaves,
  isNegotiated: boolean,
): MessagePair {
  const slots = new Map<string, Slot>();
  const message = createPairBuilder("", slots);
  for (const status of statusPartition(producer.responses, consumer.responses)) {
    const sent = applicableResponse(producer.responses, status);
    if (sent === undefined) continue;
    const read = applicableResponse(consumer.responses, status);
    const end = { pointer: sent.pointer, required: false };
    if (read === undefined) {
      const { producer: schema } = answerPair(status, sent, sent, new Map(), leaves, false);
      message.add(status, { producer: end }, { producer: schema, consumer: schema });
      continue;
    }
    if (leaves.isUnchanged(sent, read)) continue;
    const slot = { producer: end, consumer: { pointer: read.pointer, required: false } };
    message.add(status, slot, answerPair(status, sent, read, slots, leaves, isNegotiated));
  }
  return { ...message.build("closed"), slots };
}

function answerPair(
  status: string,
  sent: Response,
  read: Response,
  slots: Map<string, Slot>,
  leaves: ResponseLeaves,
  isNegotiated: boolean,
): ReturnType<ReturnType<typeof createPairBuilder>["build"]> {
  const answer = createPairBuilder(`/${status}`, slots);
  const fields = pairFields(sent.headers, read.headers);
  if (fields.length > 0) {
    const headers = createPairBuilder(`/${status}/header`, slots);
    for (const { name, ...slot } of fields) headers.add(name, slot, leaves.field(slot));
    const required = fields.some((field) => field.consumer?.required === true);
    answer.add(
      "header",
      {
        producer: { pointer: sent.pointer, required: true },
        consumer: { pointer: read.pointer, required },
      },
      headers.build("open"),
    );
  }
  const content = isNegotiated ? negotiated(sent.content, read.content) : sent.content;
  const producer =
    content.length === 0 ? {} : { producer: { pointer: sent.pointer, required: true } };
  if (read.content.length === 0) {
    // A reader that expects no body leaves one aside (RFC 9110 §6.4).
    answer.add(
      "body",
      { ...producer, consumer: { pointer: read.pointer, required: false } },
      unasked,
    );
  } else {
    answer.add(
      "body",
      { ...producer, consumer: { pointer: read.pointer, required: true } },
      contentPair(`/${status}/body`, content, read.content, slots, leaves.body),
    );
  }
  return answer.build("open");
}

/** What the sender sends to a reader that asks for what it reads. */
function negotiated(sent: readonly Content[], read: readonly Content[]): readonly Content[] {
  const unread = unreadContent(sent, read);
  return unread.length === sent.length ? sent : sent.filter((entry) => !unread.includes(entry));
}
