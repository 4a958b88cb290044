import { childPointer, isJsonObject, own, ownString } from "@flex-channels/document";
import type { Located, OpenApiDocument, OperationEntry } from "@flex-channels/document";
import { stringLiteral } from "./literal.ts";
import { isJson } from "./model.ts";
import type {
  HeaderModel,
  MediaTypeModel,
  Model,
  OperationModel,
  RequestBodyModel,
  ResponseModel,
  SchemaModel,
  SecuritySchemeModel,
} from "./model.ts";
import { methodName } from "./names.ts";
import { operationsPath } from "./operations-path.ts";
import { optional } from "./optional.ts";
import { parametersOf } from "./parameters-of.ts";
import { createReader } from "./reader.ts";
import type { Direction, Reader } from "./reader.ts";
import type { RequestViews } from "./request-views.ts";
import { isSchema, schemasOf } from "./schemas-of.ts";

/** openapi-typescript writes a status code as a number and any other key as a string. */
const statusKey = (status: string): string =>
  /^\d{3}$/.test(status) ? status : stringLiteral(status);

const isForm = (mediaType: string): boolean =>
  /^(?:multipart\/|application\/x-www-form-urlencoded)/i.test(mediaType);

const contentOf = (
  reader: Reader,
  holder: Located,
  pathOf: (mediaType: string) => string,
  direction: Direction = "response",
): readonly MediaTypeModel[] =>
  reader.members(holder, "content").map(([mediaType, media]) => {
    // What is neither JSON nor a form is text or bytes for a caller, whatever its schema says.
    if (!isJson(mediaType) && !isForm(mediaType)) {
      return {
        mediaType,
        type: /^text\//i.test(mediaType) ? "string" : "Uint8Array",
        ...optional("example", reader.example(media)),
      };
    }
    const schema = own(media.value, "schema");
    return {
      mediaType,
      type: reader.schemaType(media, pathOf(mediaType), direction),
      // The place itself, not where its reference leads: what stands beside `$ref` counts too.
      ...(isSchema(schema) ? { schemaPointer: childPointer(media.pointer, "schema"), schema } : {}),
      ...optional("example", reader.example(media)),
    };
  });

const headersOf = (reader: Reader, response: Located): readonly HeaderModel[] =>
  reader.members(response, "headers").map(([name, header]) => {
    const schema = reader.member(header, "schema")?.value;
    return {
      name,
      schema: isJsonObject(schema) ? schema : {},
      ...optional("description", ownString(header.value, "description")),
      ...optional("example", reader.example(header)),
    };
  });

const responseOf =
  (reader: Reader, key: string) =>
  ({ status, ...located }: { readonly status: string } & Located): ResponseModel => ({
    status,
    ...optional("description", ownString(located.value, "description")),
    headers: headersOf(reader, located),
    content: contentOf(reader, located, (mediaType) =>
      operationsPath(key, '"responses"', statusKey(status), '"content"', stringLiteral(mediaType)),
    ),
  });

const requestBodyOf = (
  reader: Reader,
  entry: OperationEntry,
  key: string,
): RequestBodyModel | undefined => {
  const { requestBody } = entry;
  if (requestBody === undefined) return undefined;
  return {
    required: own(requestBody.value, "required") === true,
    ...optional("description", ownString(requestBody.value, "description")),
    content: contentOf(
      reader,
      requestBody,
      (mediaType) =>
        `NonNullable<${operationsPath(key, '"requestBody"')}>["content"][${stringLiteral(mediaType)}]`,
      "request",
    ),
  };
};

const operationOf = (reader: Reader, entry: OperationEntry): OperationModel => {
  const key = stringLiteral(entry.name);
  return {
    pointer: entry.pointer,
    name: methodName(entry.name),
    operationId: entry.name,
    method: entry.method,
    path: entry.path,
    ...optional("summary", entry.summary),
    ...optional("description", entry.description),
    deprecated: entry.deprecated,
    parameters: parametersOf(reader, entry, key),
    ...optional("requestBody", requestBodyOf(reader, entry, key)),
    responses: entry.responses.map(responseOf(reader, key)),
    security: entry.security,
  };
};

const securitySchemesOf = (
  reader: Reader,
  document: OpenApiDocument,
): readonly SecuritySchemeModel[] =>
  reader
    .members(
      { value: own(document.value, "components") ?? {}, pointer: "/components" },
      "securitySchemes",
    )
    .map(([key, { value }]) => ({
      key,
      type: ownString(value, "type") ?? "",
      // RFC 9110 §11.1: the scheme's name is case-insensitive.
      ...optional("scheme", ownString(value, "scheme")?.toLowerCase()),
      ...optional("in", ownString(value, "in")),
      ...optional("name", ownString(value, "name")),
    }));

/**
 * Reads a loaded document once; the emitters read only what this returns.
 *
 * @param given Names of schemas outside `components` in the generated types, by pointer.
 */
export const modelOf = (
  document: OpenApiDocument,
  entries: readonly OperationEntry[],
  views: RequestViews,
  given: ReadonlyMap<string, string>,
): Model => {
  const schemas = schemasOf(document, entries, views, given);
  const typeNames = (wanted: readonly SchemaModel[]): ReadonlyMap<string, string> =>
    new Map(wanted.map(({ pointer, exportName }) => [`#${pointer}`, exportName]));
  const reader = createReader(document, {
    response: typeNames(schemas.filter(({ isRequestView }) => !isRequestView)),
    // Behind the others, a view replaces the schema that it is a view of.
    request: typeNames(schemas),
  });
  const info = own(document.value, "info");
  const servers = own(document.value, "servers");
  return {
    title: ownString(info, "title") ?? "",
    version: ownString(info, "version") ?? "",
    servers: (Array.isArray(servers) ? servers : []).flatMap(
      (server) => ownString(server, "url") ?? [],
    ),
    securitySchemes: securitySchemesOf(reader, document),
    operations: entries
      .map((entry) => operationOf(reader, entry))
      .toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name))),
    schemas,
  };
};
