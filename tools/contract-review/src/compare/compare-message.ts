import type { JsonValue } from "../json/json-value.ts";
import { child, tokensOf } from "../json/pointer.ts";
import type { MessagePair } from "../message/message-pair.ts";
import type { Side } from "../message/side.ts";
import { type Gap, gaps } from "../schema/gap.ts";
import type { Change, Witness } from "./change.ts";
import { isRetired } from "./compare-deprecation.ts";
import type { CompareContext, OperationPair } from "./context.ts";
import type { MessageDirection, Roles } from "./direction.ts";
import { locateGap } from "./locate-gap.ts";
import { refusedAt } from "./schema-place.ts";
import { nameCause } from "./name-cause.ts";

/** One message of an operation, ready to be asked about. */
export interface MessageQuestion {
  readonly direction: MessageDirection;
  readonly roles: Roles;
  readonly operations: OperationPair;
  readonly pair: MessagePair;
  readonly witness: (message: JsonValue, at: string | undefined) => Witness;
}

/** A place of a message and what is known of it. */
export type Refusal = readonly [place: string, kind: Gap["kind"]];

/** Asks what the sender may send and the reader refuses, and enters each cause; returns the places. */
export function compareMessage(
  context: CompareContext,
  question: MessageQuestion,
): readonly Refusal[] {
  const { direction, roles, pair } = question;
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
  for (const gap of found) context.book.add(changeOf(context, gap, question));
  return found.map(({ instanceLocation, kind }) => [refusedAt(direction, instanceLocation), kind]);
}

export function sideOf(context: CompareContext, which: "base" | "head"): Side {
  return which === "base" ? context.base : context.head;
}

function changeOf(context: CompareContext, gap: Gap, question: MessageQuestion): Change {
  const { direction, roles, pair, operations } = question;
  const located = locateGap(gap, direction, pair, {
    producer: operations[roles.producer].pointer,
    consumer: operations[roles.consumer].pointer,
  });
  const { part, keyword, producer, consumer } = nameCause(located, {
    producer: sideOf(context, roles.producer),
    consumer: sideOf(context, roles.consumer),
    openEnums: context.options.openEnums,
  });
  const { base, head } =
    roles.producer === "base"
      ? { base: producer, head: consumer }
      : { base: consumer, head: producer };
  const isGone = isRetiredMember(context, base.pointer, gap);
  return {
    kind: isGone
      ? "member-retired"
      : gap.kind === "refuted"
        ? "message-refused"
        : "message-undecided",
    direction,
    part,
    // A status that the reader no longer reads: nothing was added on the sender's side.
    keyword: part === "status" && roles.producer === "base" ? "removed" : keyword,
    operations: [operations.base.name],
    instanceLocation: gap.instanceLocation,
    producer: roles.producer,
    basePointer: base.pointer,
    headPointer: head.pointer,
    ...(base.value === undefined ? {} : { was: base.value }),
    ...(head.value === undefined ? {} : { now: head.value }),
    ...(gap.witness === undefined ? {} : { witness: question.witness(gap.witness, gap.witnessAt) }),
    ...(gap.stoppedBy === undefined ? {} : { note: gap.stoppedBy }),
    dependsOnConvention: gap.dependsOnConvention,
  };
}

/** Keywords by which a property that the head does not have any more is missed or refused. */
const OF_REMOVAL: ReadonlySet<string> = new Set([
  "required",
  "additionalProperties",
  "unevaluatedProperties",
]);

/** Whether the gap is a property that the base announced to go, by a day that is over. */
function isRetiredMember(context: CompareContext, pointer: string, gap: Gap): boolean {
  if (!OF_REMOVAL.has(gap.keyword)) return false;
  const name = tokensOf(gap.instanceLocation).at(-1) ?? "";
  const owner = pointer.slice(0, pointer.lastIndexOf("/"));
  return [pointer, child(owner, "properties", name), child(pointer, "properties", name)].some(
    (at) => {
      const schema = context.base.follow(at);
      return schema !== undefined && isRetired(context, schema);
    },
  );
}
