import { isJsonObject } from "@flex-channels/document";
import type { JsonObject, JsonValue } from "@flex-channels/document";
import { propertyName, stringLiteral, valueLiteral } from "./literal.ts";
import type { Model, OperationModel, ParameterModel } from "./model.ts";

/** Keywords of a parameter's schema that the table keeps: what a client can check and a mock can explain. */
const kept = [
  "type",
  "enum",
  "const",
  "pattern",
  "format",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minItems",
  "maxItems",
  "uniqueItems",
  "default",
] as const;

/** OpenAPI 3.0 writes exclusive bounds and `null` in words that JSON Schema gave up. */
const modern = (schema: JsonObject): JsonObject => {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, nullable, ...rest } = schema;
  return {
    ...rest,
    ...bound("minimum", "exclusiveMinimum", minimum, exclusiveMinimum),
    ...bound("maximum", "exclusiveMaximum", maximum, exclusiveMaximum),
    ...(nullable === true && typeof rest["type"] === "string"
      ? { type: [rest["type"], "null"] }
      : {}),
  };
};

const bound = (
  inclusive: string,
  exclusive: string,
  limit: JsonValue | undefined,
  flag: JsonValue | undefined,
): JsonObject => ({
  ...(limit === undefined || flag === true ? {} : { [inclusive]: limit }),
  ...(flag === true && limit !== undefined ? { [exclusive]: limit } : {}),
  ...(typeof flag === "number" ? { [exclusive]: flag } : {}),
});

const schemaTable = (written: ParameterModel["schema"]): Readonly<Record<string, unknown>> => {
  const schema = modern(written);
  const items = schema["items"];
  return {
    ...Object.fromEntries(
      kept.filter((keyword) => keyword in schema).map((keyword) => [keyword, schema[keyword]]),
    ),
    ...(isJsonObject(items) ? { items: schemaTable(items) } : {}),
  };
};

const parameterTable = (parameter: ParameterModel): Readonly<Record<string, unknown>> => ({
  name: parameter.name,
  in: parameter.in,
  required: parameter.required,
  style: parameter.style,
  explode: parameter.explode,
  ...(parameter.allowReserved ? { allowReserved: true } : {}),
  schema: schemaTable(parameter.schema),
});

const operationTable = (operation: OperationModel): Readonly<Record<string, unknown>> => ({
  operationId: operation.operationId,
  method: operation.method,
  path: operation.path,
  parameters: operation.parameters.map(parameterTable),
  ...(operation.requestBody === undefined
    ? {}
    : {
        requestBody: {
          required: operation.requestBody.required,
          content: operation.requestBody.content.map(({ mediaType }) => mediaType),
        },
      }),
  responses: Object.fromEntries(
    operation.responses.map(({ status, content, headers }) => [
      status,
      {
        content: content.map(({ mediaType }) => mediaType),
        headers: headers.map(({ name }) => name),
      },
    ]),
  ),
  security: operation.security,
  deprecated: operation.deprecated,
});

/** `operations.ts`: the operation table, what a runtime needs of the document. */
export const operationsText = (model: Model): string => {
  const names = model.operations.map(({ name }) => name);
  const members = model.operations.map(
    (operation) => `${propertyName(operation.name)}: ${valueLiteral(operationTable(operation))},`,
  );
  const schemes = Object.fromEntries(
    model.securitySchemes.map(({ key, ...scheme }) => [key, scheme]),
  );
  return `import type { Contract, Operation } from "./operation.ts";

/** The name of a client's method, one for each operation of the document. */
export type OperationName = ${names.length === 0 ? "never" : names.map(stringLiteral).join(" | ")};

/** Every operation of the document, keyed by the name of its client method. */
export const operations: Readonly<Record<OperationName, Operation>> = {
${members.join("\n")}
};

/** The document, as far as a runtime needs it. */
export const contract: Contract = {
  title: ${stringLiteral(model.title)},
  version: ${stringLiteral(model.version)},
  servers: ${valueLiteral(model.servers)},
  securitySchemes: ${valueLiteral(schemes)},
  operations,
};
`;
};
