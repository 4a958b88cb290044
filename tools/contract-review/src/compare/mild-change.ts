import { type JsonValue, isJsonObject } from "../json/json-value.ts";
import { valueAt } from "../json/pointer.ts";
import type { Side } from "../message/side.ts";
import type { ChangeKind } from "./change.ts";
import type { CompareContext, OperationPair } from "./context.ts";
import { describeSchemas } from "./describe-schemas.ts";
import type { MessageDirection } from "./direction.ts";
import { type Refusals, type SchemaPlace, refusedAt } from "./schema-place.ts";
import { isWord } from "./words.ts";

/** One operation while its parts are gone through. */
export interface Walk {
  readonly context: CompareContext;
  readonly operations: OperationPair;
  /** Places of messages, by direction, that are known to break: nothing mild is said of them. */
  readonly refused: Refusals;
}

/** A change that refuses nobody. */
export interface Mild {
  readonly kind?: ChangeKind;
  readonly direction: MessageDirection;
  readonly part: string;
  readonly keyword: string;
  readonly location: string;
  readonly basePointer: string;
  readonly headPointer: string;
  readonly was?: JsonValue;
  readonly now?: JsonValue;
  readonly dependsOnConvention?: boolean;
}

/** Says what differs between the schemas of two places, if both have one. */
export function describe(
  walk: Walk,
  place: Pick<SchemaPlace, "direction" | "part" | "location">,
  base: { readonly schemaPointer?: string; readonly pointer: string },
  head: { readonly schemaPointer?: string; readonly pointer: string },
): void {
  const { context, operations, refused } = walk;
  if (base.schemaPointer !== undefined && head.schemaPointer !== undefined) {
    const whole = { ...place, operation: operations.base.name, refused };
    describeSchemas(context, whole, base.schemaPointer, head.schemaPointer);
  } else if (!isAnything(context.base, base) || !isAnything(context.head, head)) {
    enter(walk, {
      ...place,
      keyword: "schema",
      basePointer: base.schemaPointer ?? base.pointer,
      headPointer: head.schemaPointer ?? head.pointer,
    });
  }
}

/** No schema is a schema that takes every value. */
function isAnything(side: Side, { schemaPointer }: { readonly schemaPointer?: string }): boolean {
  if (schemaPointer === undefined) return true;
  const schema = valueAt(side.document.value, schemaPointer);
  return schema === true || (isJsonObject(schema) && Object.keys(schema).every(isWord));
}

/** Says something mild, unless the same place and keyword is known to break. */
export function enter({ context, operations, refused }: Walk, mild: Mild): void {
  const { kind = "message-tolerated", location, dependsOnConvention = false, ...rest } = mild;
  const at = refusedAt(mild.direction, location);
  const isGone = mild.keyword === "removed" || mild.keyword === "added";
  if (
    refused.has(at) ||
    (isGone && [...refused.keys()].some((other) => other.startsWith(`${at}/`)))
  ) {
    return;
  }
  context.book.add({
    kind,
    ...rest,
    operations: [operations.base.name],
    instanceLocation: location,
    dependsOnConvention,
  });
}
