import { child } from "../json/pointer.ts";
import { isJsonArray } from "../json/json-value.ts";
import type { Field } from "../message/operation.ts";
import { shapesOf, signature } from "../message/serialisation.ts";
import { sideOf } from "./compare-message.ts";
import type { CompareContext, OperationPair } from "./context.ts";
import { rolesOf } from "./direction.ts";

/**
 * Two styles are one wherever they write the values of the sender's schema in the same characters
 * (`form` and `spaceDelimited` for a number); elsewhere the reader misreads what arrives.
 */
export function compareStyle(
  context: CompareContext,
  operations: OperationPair,
  location: string,
  part: string,
  base: Field,
  head: Field,
): void {
  const roles = rolesOf("request", operations.base.initiator);
  const sent = roles.producer === "base" ? base : head;
  const types = typesAt(context, roles.producer, sent.schemaPointer);
  const differs = shapesOf(types).some(
    (shape) => signature(base.serialisation, shape) !== signature(head.serialisation, shape),
  );
  if (!differs) return;
  const producer = operations[roles.producer];
  context.book.add({
    kind: "message-refused",
    direction: "request",
    part,
    keyword: "style",
    operations: [operations.base.name],
    instanceLocation: child(location, base.name),
    producer: roles.producer,
    basePointer: base.pointer,
    headPointer: head.pointer,
    was: { ...base.serialisation },
    now: { ...head.serialisation },
    witness: {
      kind: "request",
      method: producer.method,
      path: producer.path === "" ? producer.name : producer.path,
      message: {
        [location.slice(1)]: {
          [sent.name]: types?.has("object") === true ? { a: 1, b: 2 } : [1, 2],
        },
      },
      at: child(location, sent.name),
    },
    dependsOnConvention: false,
  });
}

/** The types that a schema names itself, references followed; nothing where it names none. */
function typesAt(
  context: CompareContext,
  which: "base" | "head",
  pointer: string | undefined,
): ReadonlySet<string> | undefined {
  if (pointer === undefined) return undefined;
  const type = sideOf(context, which).follow(pointer)?.value["type"];
  if (typeof type === "string") return new Set([type]);
  if (!isJsonArray(type)) return undefined;
  return new Set(type.filter((name) => typeof name === "string"));
}
