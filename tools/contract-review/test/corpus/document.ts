import type { OpenApiDocument } from "@flex-channels/document";
import type { JsonObject, JsonValue } from "../../src/json/json-value.ts";
import { loadText } from "../load-fixture.ts";
import type { Components, Dialect } from "./row.ts";

/** An OpenAPI document around paths. */
export function documentOf(
  paths: JsonObject,
  { dialect = "3.1", ...rest }: { readonly dialect?: Dialect } & JsonObject = {},
): JsonObject {
  return {
    openapi: dialect === "3.0" ? "3.0.4" : "3.1.1",
    info: { title: "Shop", version: "1.0.0" },
    paths,
    ...rest,
  };
}

const noContent: JsonObject = { "204": { description: "Done" } };

/** `GET /things`, or another operation without a name. */
export function operationOf(
  operation: JsonObject = {},
  {
    method = "get",
    path = "/things",
    ...rest
  }: { readonly method?: string; readonly path?: string } & JsonObject = {},
): JsonObject {
  return documentOf({ [path]: { [method]: { responses: noContent, ...operation } } }, rest);
}

/** An operation that takes one parameter. */
export function parameterOf(parameter: JsonObject, rest: JsonObject = {}): JsonObject {
  const path = parameter["in"] === "path" ? "/things/{id}" : "/things";
  return operationOf({ parameters: [parameter] }, { path, ...rest });
}

/** An operation with these responses. */
export function responsesOf(responses: JsonObject, rest: JsonObject = {}): JsonObject {
  return operationOf({ responses }, rest);
}

/** A response with a JSON body. */
export function jsonResponse(schema: JsonValue, more: JsonObject = {}): JsonObject {
  return { description: "Fine", content: { "application/json": { schema } }, ...more };
}

/** An operation that sends the schema, or answers by it. */
export function messageOf(
  position: "request" | "response",
  schema: JsonValue,
  { components = {}, ...rest }: { readonly components?: Components } & JsonObject = {},
): JsonObject {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Body" } } };
  const named = { components: { schemas: { Body: schema, ...components } }, ...rest };
  return position === "request"
    ? operationOf({ requestBody: { required: true, content } }, { method: "post", ...named })
    : responsesOf({ "200": { description: "Fine", content } }, named);
}

/** A document that was written by a person, as far as the reader can tell. */
export function loadRow(file: string, document: JsonObject): OpenApiDocument {
  return loadText(file, JSON.stringify(document, null, 1));
}
