import type { LeafSchemas } from "../message/content-pair.ts";
import { type Slot, unasked } from "../message/message-pair.ts";
import type { Operation } from "../message/operation.ts";
import { parameterPlaces, requestPair } from "../message/request-pair.ts";
import { responsePair } from "../message/response-pair.ts";
import { exampleStatus } from "../message/status.ts";
import { pairs } from "./compare-fields.ts";
import { type Refusal, compareMessage, sideOf } from "./compare-message.ts";
import type { CompareContext, OperationPair } from "./context.ts";
import { type Roles, rolesOf } from "./direction.ts";
import { lexicalSchemas } from "../message/lexical.ts";

/** Asks about the request of an operation; returns the places that break. */
export function compareRequest(
  context: CompareContext,
  operations: OperationPair,
): readonly Refusal[] {
  if (isRequestAlike(context, operations)) return [];
  const roles = rolesOf("request", operations.base.initiator);
  const producer = operations[roles.producer];
  const consumer = operations[roles.consumer];
  return compareMessage(context, {
    direction: "request",
    roles,
    operations,
    pair: requestPair(producer, consumer, leavesOf(context, roles, producer)),
    witness: (message, at) => ({
      kind: "request",
      method: producer.method,
      path: producer.path === "" ? producer.name : producer.path,
      message,
      ...(at === undefined ? {} : { at }),
    }),
  });
}

/** Whether every parameter and the body stand alike in both documents: nothing is left to ask. */
function isRequestAlike(context: CompareContext, { base, head }: OperationPair): boolean {
  if ((base.body === undefined) !== (head.body === undefined)) return false;
  if (base.body !== undefined && head.body !== undefined) {
    if (!context.alike(base.body.pointer, head.body.pointer)) return false;
  }
  return parameterPlaces.every((place) => {
    const [was, now] = [base.fields[place], head.fields[place]];
    const alike = pairs(was, now).filter(([one, other]) =>
      context.alike(one.pointer, other.pointer),
    );
    return alike.length === was.length && was.length === now.length;
  });
}

/** Asks about the responses of an operation; returns the places that break. */
export function compareResponses(
  context: CompareContext,
  operations: OperationPair,
): readonly Refusal[] {
  const roles = rolesOf("response", operations.base.initiator);
  const producer = operations[roles.producer];
  const consumer = operations[roles.consumer];
  const isNegotiated = operations.base.initiator === "client" && !context.options.strict;
  const declared = producer.responses.map(({ status }) => status);
  return compareMessage(context, {
    direction: "response",
    roles,
    operations,
    pair: responsePair(
      producer,
      consumer,
      {
        ...leavesOf(context, roles, producer),
        body: () => undefined,
        isUnchanged: (sent, read) => isAlike(context, roles, sent.pointer, read.pointer),
      },
      isNegotiated,
    ),
    witness(message, at) {
      const status = Object.keys(Object(message) as object)[0] ?? "default";
      return {
        kind: "response",
        status: exampleStatus(status, declared),
        message,
        ...(at === undefined ? {} : { at }),
      };
    },
  });
}

function leavesOf(
  context: CompareContext,
  roles: Roles,
  producer: Operation,
): { readonly field: LeafSchemas; readonly body: LeafSchemas } {
  const isSame = ({ producer: sent, consumer: read }: Omit<Slot, "location">): boolean =>
    sent?.schemaPointer !== undefined &&
    read?.schemaPointer !== undefined &&
    isAlike(context, roles, sent.schemaPointer, read.schemaPointer);
  return {
    // What must be in the message stays, so that a witness is a whole message.
    field: (slot) =>
      isSame(slot) && slot.producer?.required !== true
        ? unasked
        : lexicalSchemas(slot, sideOf(context, roles.producer), sideOf(context, roles.consumer)),
    body: (slot) => (isSame(slot) && producer.body?.required !== true ? unasked : undefined),
  };
}

function isAlike(
  context: CompareContext,
  roles: Roles,
  producerPointer: string,
  consumerPointer: string,
): boolean {
  return roles.producer === "base"
    ? context.alike(producerPointer, consumerPointer)
    : context.alike(consumerPointer, producerPointer);
}
