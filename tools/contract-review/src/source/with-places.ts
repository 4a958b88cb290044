import type { OpenApiDocument } from "@flex-channels/document";
import type { Change } from "../compare/change.ts";
import { child, valueAt } from "../json/pointer.ts";

/** Tells where an operation stands whose types changed though no message did. */
export function withPlaces(change: Change, base: OpenApiDocument, head: OpenApiDocument): Change {
  const [operation] = change.operations;
  if (change.basePointer !== undefined || operation === undefined) return change;
  const [method = "", ...path] = operation.split(" ");
  const pointer = child("/paths", path.join(" "), method.toLowerCase());
  return {
    ...change,
    ...(valueAt(base.value, pointer) === undefined ? {} : { basePointer: pointer }),
    ...(valueAt(head.value, pointer) === undefined ? {} : { headPointer: pointer }),
  };
}
