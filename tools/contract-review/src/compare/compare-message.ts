import type { JsonValue } from "../json/json-value.ts";
import type { MessagePair } from "../message/message-pair.ts";
import type { Operation } from "../message/operation.ts";
import type { Side } from "../message/side.ts";
import { type Gap, gaps } from "../schema/gap.ts";
import type { Change, Witness } from "./change.ts";
import type { CompareContext, OperationPair } from "./context.ts";
import type { MessageDirection, Roles } from "./direction.ts";
import { locateGap } from "./locate-gap.ts";

/** One message of an operation, ready to be asked about. */
export interface MessageQuestion {
  readonly direction: MessageDirection;
  readonly roles: Roles;
  readonly operations: OperationPair;
  readonly pair: MessagePair;
  readonly witness: (message: JsonValue, at: string | undefined) => Witness;
}

/** Asks what the sender may send and the reader refuses, and enters each cause; returns the places. */
export function compareMessage(
  context: CompareContext,
  question: MessageQuestion,
): readonly string[] {
  const { direction, roles, pair, operations } = question;
  if (pair.slots.size === 0) return [];
  const found = gaps(
    sideOf(context, roles.producer).schemaOf(pair.producer),
    sideOf(context, roles.consumer).schemaOf(pair.consumer),
    {
      direction,
      producerClosed: !context.options.strict,
      openEnums: context.options.openEnums,
    },
  );
  for (const gap of found) context.book.add(changeOf(gap, question, operations.base));
  return found.map(({ instanceLocation }) => `${direction} ${instanceLocation}`);
}

export function sideOf(context: CompareContext, which: "base" | "head"): Side {
  return which === "base" ? context.base : context.head;
}

function changeOf(gap: Gap, question: MessageQuestion, operation: Operation): Change {
  const { direction, roles, pair } = question;
  const { part, keyword, producerPointer, consumerPointer, producerValue, consumerValue } =
    locateGap(gap, direction, pair);
  const baseSends = roles.producer === "base";
  const was = baseSends ? producerValue : consumerValue;
  const now = baseSends ? consumerValue : producerValue;
  return {
    kind: gap.kind === "refuted" ? "message-refused" : "message-undecided",
    direction,
    part,
    keyword,
    operations: [operation.name],
    instanceLocation: gap.instanceLocation,
    producer: roles.producer,
    basePointer: baseSends ? producerPointer : consumerPointer,
    headPointer: baseSends ? consumerPointer : producerPointer,
    ...(was === undefined ? {} : { was }),
    ...(now === undefined ? {} : { now }),
    ...(gap.witness === undefined
      ? {}
      : { witness: question.witness(gap.witness, gap.witnessAt) }),
    ...(gap.stoppedBy === undefined ? {} : { note: gap.stoppedBy }),
    dependsOnConvention: gap.dependsOnConvention,
  };
}
