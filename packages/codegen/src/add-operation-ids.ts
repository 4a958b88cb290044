import { isJsonObject, own } from "@flex-channels/document";
import type { JsonObject, OperationEntry } from "@flex-channels/document";

/**
 * Gives every operation of the document an `operationId`, so that each is a member of the generated
 * `operations`, under the name that the table gives it.
 *
 * @param value A copy that nobody else holds, with its path items written out: it is changed.
 */
export const addOperationIds = (value: JsonObject, entries: readonly OperationEntry[]): void => {
  for (const { operationId, path, method, name } of entries) {
    if (operationId !== undefined) continue;
    const item = own(own(value, "paths"), path);
    const operation =
      own(item, method.toLowerCase()) ?? own(own(item, "additionalOperations"), method);
    if (isJsonObject(operation)) Object.assign(operation, { operationId: name });
  }
};
