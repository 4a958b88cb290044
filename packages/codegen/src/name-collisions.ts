import type { UnlocatedDiagnostic } from "./generate-diagnostic.ts";
import type { Model, OperationModel } from "./model.ts";

/** Two operations whose names become one method: the client could hold only one of them. */
export const nameCollisions = (model: Model): readonly UnlocatedDiagnostic[] => {
  const first = new Map<string, OperationModel>();
  return model.operations.flatMap((operation): readonly UnlocatedDiagnostic[] => {
    const other = first.get(operation.name);
    if (other === undefined) {
      first.set(operation.name, operation);
      return [];
    }
    return [
      {
        code: "method-name-taken",
        severity: "error",
        pointer: `${operation.pointer}/operationId`,
        message: `The operations ${JSON.stringify(other.operationId)} and ${JSON.stringify(operation.operationId)} have one method name, ${operation.name}`,
        expected:
          "operationIds that differ in more than separators and the case of their first letter",
        received: operation.operationId,
        hint: "Rename one of them",
      },
    ];
  });
};
