import { constraintsOf } from "./constraints.ts";
import { docComment } from "./doc-comment.ts";
import { memberName } from "./literal.ts";
import { pascalCase } from "./names.ts";
import { successes } from "./model.ts";
import type { Model, OperationModel, ParameterModel, ResponseModel } from "./model.ts";
import { typeImports } from "./type-imports.ts";

const places = ["query", "header", "cookie"] as const;

const inputName = (operation: OperationModel): string => `${pascalCase(operation.name)}Input`;

const parametersIn = (operation: OperationModel, place: string): readonly ParameterModel[] =>
  operation.parameters.filter((parameter) => parameter.in === place);

/** What a method takes beside its path parameters, as an interface of its own; nothing where there is nothing. */
const inputInterface = (
  operation: OperationModel,
): { readonly text: string; readonly required: boolean } | undefined => {
  const groups = places
    .map((place) => ({ place, parameters: parametersIn(operation, place) }))
    .filter(({ parameters }) => parameters.length > 0)
    .map(({ place, parameters }) => {
      const required = parameters.some((parameter) => parameter.required);
      const members = parameters.map(
        (parameter) =>
          docComment({
            summary: parameter.description,
            lines: constraintLines(parameter),
            deprecated: parameter.deprecated ? "" : undefined,
          }) +
          `readonly ${memberName(parameter.name)}${parameter.required ? "" : "?"}: ${parameter.type};`,
      );
      return {
        required,
        text: `readonly ${place}${required ? "" : "?"}: {\n${members.join("\n")}\n};`,
      };
    });
  const { requestBody } = operation;
  if (requestBody !== undefined) {
    const types = [...new Set(requestBody.content.map(({ type }) => type))];
    groups.push({
      required: requestBody.required,
      text:
        docComment({ summary: requestBody.description }) +
        `readonly body${requestBody.required ? "" : "?"}: ${types.length === 0 ? "unknown" : types.join(" | ")};`,
    });
    if (requestBody.content.length > 1) {
      groups.push({
        required: false,
        text:
          docComment({
            summary: "Media type of the body; the first that the document lists unless given.",
          }) +
          `readonly contentType?: ${requestBody.content.map(({ mediaType }) => JSON.stringify(mediaType)).join(" | ")};`,
      });
    }
  }
  if (groups.length === 0) return undefined;
  const text =
    docComment({ summary: `What \`${operation.name}\` sends beside its path parameters.` }) +
    `export interface ${inputName(operation)} {\n${groups.map((group) => group.text).join("\n")}\n}\n`;
  return { text, required: groups.some((group) => group.required) };
};

const constraintLines = (parameter: ParameterModel): readonly string[] => {
  const constraints = constraintsOf(parameter.schema);
  return constraints === undefined ? [] : [constraints];
};

const parameterText = (parameter: ParameterModel): string | undefined => {
  const parts = [parameter.description?.trim(), constraintsOf(parameter.schema)].filter(
    (part) => part !== undefined,
  );
  return parts.length === 0 ? undefined : parts.join(" ");
};

/** The type of what a response brings: one type for each media type it may have. */
export const dataType = (response: ResponseModel): string =>
  response.content.length === 0
    ? "undefined"
    : [...new Set(response.content.map(({ type }) => type))].join(" | ");

const statusType = (status: string): string => (/^\d{3}$/.test(status) ? status : "number");

const methodText = (operation: OperationModel, result: string): string => {
  const path = parametersIn(operation, "path");
  const input = inputInterface(operation);
  const options =
    input === undefined
      ? "options?: Options"
      : `options${input.required ? "" : "?"}: Options & ${inputName(operation)}`;
  const parameters = [
    ...path.map((parameter) => `${parameter.argument}: ${parameter.type}`),
    options,
  ];
  return (
    docComment({
      summary: operation.summary ?? operation.description,
      remarks: operation.summary === undefined ? undefined : operation.description,
      lines: [`\`${operation.method} ${operation.path}\``],
      parameters: path.map((parameter) => ({
        name: parameter.argument,
        text: parameterText(parameter),
      })),
      deprecated: operation.deprecated ? "" : undefined,
    }) + `${operation.name}(${parameters.join(", ")}): Promise<${result}>;`
  );
};

const plainResult = (operation: OperationModel): string => {
  const types = [...new Set(successes(operation).map(dataType))];
  return types.length === 0 ? "undefined" : types.join(" | ");
};

const safeResult = (operation: OperationModel): string => {
  const arms = successes(operation).map(
    (response) => `(Success<${statusType(response.status)}, ${dataType(response)}> & Meta)`,
  );
  return [...(arms.length === 0 ? ["(Success<number, undefined> & Meta)"] : arms), "Failure"].join(
    " | ",
  );
};

/** `client.ts`: a flat interface with a method an operation, in two forms, and the inputs they take. */
export const clientText = (model: Model): string => {
  const inputs = model.operations.map(inputInterface).filter((input) => input !== undefined);
  const plain = model.operations.map((operation) => methodText(operation, plainResult(operation)));
  const safe = model.operations.map((operation) => methodText(operation, safeResult(operation)));
  // A type parameter that nothing uses does not compile, unless its name says so.
  const unused = model.operations.length === 0 ? "_" : "";
  const body = `${inputs.map(({ text }) => text).join("\n")}
/** A success: the status that the server answered with, and the data that the document declares for it. */
export interface Success<Status extends number, Data> {
  readonly kind: "success";
  readonly status: Status;
  readonly data: Data;
}

/** One method an operation. A method resolves to the data of a success and rejects otherwise. */
export interface Client<${unused}Options> {
${plain.join("\n\n")}
}

/** One method an operation. A method resolves to a success with its metadata, or to a failure, and never rejects. */
export interface SafeClient<${unused}Options, ${unused}Meta, ${unused}Failure> {
${safe.join("\n\n")}
}
`;
  const types = model.operations.flatMap((operation) => [
    ...operation.parameters.map(({ type }) => type),
    ...(operation.requestBody?.content ?? []).map(({ type }) => type),
    ...successes(operation).flatMap(({ content }) => content.map(({ type }) => type)),
  ]);
  return `${typeImports(model, types)}\n${body}`;
};
