import { listOperations, resolveReference } from "@flex-channels/document";
import type { Diagnostic, JsonObject, JsonValue, OpenApiDocument, OperationEntry } from "@flex-channels/document";
import { stringLiteral } from "./literal.ts";
import { isJson } from "./model.ts";
import type {
  HeaderModel,
  MediaTypeModel,
  Model,
  OperationModel,
  ParameterModel,
  RequestBodyModel,
  ResponseModel,
  SchemaModel,
  SecuritySchemeModel,
} from "./model.ts";
import { argumentName, methodName, pascalCase, uniqueNames } from "./names.ts";
import { reservedExports } from "./index-file.ts";

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const objectAt = (value: JsonObject, name: string): JsonObject => {
  const member = value[name];
  return isObject(member) ? member : {};
};

const textAt = (value: JsonObject, name: string): string | undefined => {
  const member = value[name];
  return typeof member === "string" ? member : undefined;
};

const escapeToken = (token: string): string => token.replaceAll("~", "~0").replaceAll("/", "~1");

/** The model of a document, and the document with a name on every operation. */
export interface ModelResult {
  readonly model: Model;
  /** The document's value; an operation without `operationId` has got one. */
  readonly named: JsonObject;
  readonly diagnostics: readonly Diagnostic[];
}
