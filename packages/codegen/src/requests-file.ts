import { propertyName, stringLiteral, valueLiteral } from "./literal.ts";
import { successes } from "./model.ts";
import type { Model, OperationModel, ParameterModel } from "./model.ts";

const scalars: ReadonlySet<unknown> = new Set(["string", "number", "integer", "boolean"]);

/** Does a request take nothing but single values in its path (OpenAPI 3.1 §4.8.12.3)? */
const isPlain = ({ parameters, requestBody }: OperationModel): boolean =>
  requestBody === undefined &&
  parameters.every(
    ({ in: place, style, explode, schema }) =>
      place === "path" && style === "simple" && !explode && scalars.has(schema["type"]),
  );

const usualStyles: Readonly<Record<ParameterModel["in"], string>> = {
  path: "simple",
  header: "simple",
  query: "form",
  cookie: "form",
};

const parameterTable = (parameter: ParameterModel): Readonly<Record<string, unknown>> => {
  const { name, in: place, style, explode, required, schema } = parameter;
  return {
    name,
    in: place,
    ...(required && place !== "path" ? { required } : {}),
    ...(style === usualStyles[place] ? {} : { style }),
    ...(explode === (style === "form") ? {} : { explode }),
    ...(place === "path" && "pattern" in schema ? { described: true } : {}),
  };
};

const operationTable = (operation: OperationModel): Readonly<Record<string, unknown>> => ({
  operationId: operation.operationId,
  method: operation.method,
  path: operation.path,
  accept: [
    ...new Set(
      operation.responses.flatMap(({ content }) => content.map(({ mediaType }) => mediaType)),
    ),
  ].join(", "),
  ...(operation.parameters.length === 0
    ? {}
    : { parameters: operation.parameters.map(parameterTable) }),
  ...(operation.requestBody === undefined
    ? {}
    : {
        requestBody: {
          required: operation.requestBody.required,
          content: operation.requestBody.content.map(({ mediaType }) => mediaType),
        },
      }),
  successes: Object.fromEntries(
    successes(operation).map(({ status, content }) => [
      status,
      content.map(({ mediaType }) => mediaType),
    ]),
  ),
});

/** `requests.ts`: what of the operation table a client needs to call, and nothing that weighs more. */
export const requestsText = (model: Model): string => {
  const members = model.operations.map(
    (operation) => `${propertyName(operation.name)}: ${valueLiteral(operationTable(operation))},`,
  );
  const [server] = model.servers;
  return `import type { Requests } from "./operation.ts";

/** Does no operation take more than single values in its path? Then nothing else need be serialized. */
export const arePlain = ${String(model.operations.every(isPlain))};

/** What a client sends and accepts, keyed by the name of its method. */
export const requests: Requests = {
  server: ${server === undefined ? "undefined" : stringLiteral(server)},
  operations: {
${members.join("\n")}
  },
};
`;
};
