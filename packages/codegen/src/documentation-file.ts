import { propertyName, valueLiteral } from "./literal.ts";
import type { Model, OperationModel } from "./model.ts";

const entry = (operation: OperationModel): Readonly<Record<string, unknown>> => ({
  summary: operation.summary,
  description: operation.description,
  parameters: Object.fromEntries(
    operation.parameters.map(({ name, description, example }) => [name, { description, example }]),
  ),
  responses: Object.fromEntries(
    operation.responses.map(({ status, description }) => [status, description ?? ""]),
  ),
});

/** `documentation.ts`: the document's prose, for help texts; a client never loads it. */
export const documentationText = (
  model: Model,
): string => `import type { OperationDocumentation } from "./operation.ts";
import type { OperationName } from "./operations.ts";

/** What the document says of each operation, in its own words. */
export const documentation: Readonly<Record<OperationName, OperationDocumentation>> = {
${model.operations.map((operation) => `${propertyName(operation.name)}: ${valueLiteral(entry(operation))},`).join("\n")}
};
`;
