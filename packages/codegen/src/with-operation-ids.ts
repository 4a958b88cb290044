import { valueAt } from "@flex-channels/document";
import type { JsonObject, JsonValue, OperationEntry } from "@flex-channels/document";

type Writable = Record<string, JsonValue>;

/**
 * A copy of the document in which every operation has an `operationId`, so that each is a member of
 * the generated `operations`, under the name that the table gives it.
 */
export const withOperationIds = (
  value: JsonObject,
  entries: readonly OperationEntry[],
): JsonObject => {
  const copy = structuredClone<Writable>(value);
  for (const { operationId, pointer, name } of entries) {
    if (operationId === undefined) (valueAt(copy, pointer) as Writable)["operationId"] = name;
  }
  return copy;
};
