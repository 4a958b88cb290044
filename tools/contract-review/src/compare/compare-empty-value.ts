import { child } from "../json/pointer.ts";
import type { Field } from "../message/operation.ts";
import { accepts } from "../schema/accepts.ts";
import { sideOf } from "./compare-message.ts";
import { rolesOf } from "./direction.ts";
import { type Walk, enter } from "./mild-change.ts";

/**
 * `allowEmptyValue` lets a query parameter come without a value (OpenAPI 3.1 §4.8.12.2), which is
 * news only where its schema refuses the empty text.
 */
export function compareEmptyValue(walk: Walk, location: string, base: Field, head: Field): void {
  const { context, operations } = walk;
  const was = base.value["allowEmptyValue"] === true;
  const now = head.value["allowEmptyValue"] === true;
  if (was === now) return;
  const roles = rolesOf("request", operations.base.initiator);
  const [sent, read] = roles.producer === "base" ? [base, head] : [head, base];
  const isRead =
    read.schemaPointer === undefined ||
    accepts(sideOf(context, roles.consumer).schemaAt(read.schemaPointer), "") === true;
  if (isRead) return;
  const shared = {
    direction: "request",
    part: "query",
    keyword: "allowEmptyValue",
    basePointer: base.pointer,
    headPointer: head.pointer,
    was,
    now,
  } as const;
  if (sent.value["allowEmptyValue"] !== true) {
    enter(walk, { ...shared, location: child(location, base.name) });
    return;
  }
  const producer = operations[roles.producer];
  context.book.add({
    ...shared,
    kind: "message-refused",
    operations: [operations.base.name],
    instanceLocation: child(location, base.name),
    producer: roles.producer,
    witness: {
      kind: "request",
      method: producer.method,
      path: producer.path === "" ? producer.name : producer.path,
      message: { query: { [sent.name]: "" } },
      at: child(location, sent.name),
    },
    dependsOnConvention: false,
  });
}
