import { childPointer, isJsonObject, own, ownString } from "@flex-channels/document";
import type {
  JsonObject,
  JsonValue,
  Located,
  OpenApiDocument,
  OperationEntry,
} from "@flex-channels/document";
import { reservedExports } from "./index-file.ts";
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
import { createReader, membersOf } from "./reader.ts";
import type { Direction, Reader } from "./reader.ts";
import type { RequestViews } from "./request-views.ts";

const optional = <Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Readonly<Partial<Record<Name, Value>>> =>
  (value === undefined ? {} : { [name]: value }) as Partial<Record<Name, Value>>;

/** A member of `operations` in the generated types, by its keys. */
const operationsPath = (...keys: readonly string[]): string => `operations[${keys.join("][")}]`;

/** openapi-typescript writes a status code as a number and any other key as a string. */
const statusKey = (status: string): string =>
  /^\d{3}$/.test(status) ? status : stringLiteral(status);

const isSchema = (value: JsonValue | undefined): value is JsonObject | boolean =>
  isJsonObject(value) || typeof value === "boolean";

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

/** The group of a place is optional in the generated types where none of its parameters is required. */
const parameterPath = (key: string, place: ParameterModel["in"], name: string): string => {
  const group = operationsPath(key, '"parameters"', stringLiteral(place));
  return `${place === "path" ? group : `NonNullable<${group}>`}[${stringLiteral(name)}]`;
};

const styles = { path: "simple", query: "form", header: "simple", cookie: "form" } as const;

const isPlace = (text: string | undefined): text is ParameterModel["in"] =>
  text !== undefined && Object.hasOwn(styles, text);

/** Path parameters in the order of the template, then the others in the document's order. */
const inTemplateOrder = (
  path: string,
  parameters: readonly ParameterModel[],
): readonly ParameterModel[] => {
  const position = ({ in: place, name }: ParameterModel): number =>
    place === "path" ? path.indexOf(`{${name}}`) : path.length;
  return parameters.toSorted((a, b) => position(a) - position(b));
};

const parametersOf = (
  reader: Reader,
  entry: OperationEntry,
  key: string,
): readonly ParameterModel[] => {
  const taken = new Set(["options"]);
  const models = entry.parameters.flatMap((located): readonly ParameterModel[] => {
    const place = ownString(located.value, "in");
    const name = ownString(located.value, "name");
    if (name === undefined || !isPlace(place)) return [];
    // A parameter has a schema or one media type (OpenAPI 3.1 §4.8.12).
    const holder = reader.members(located, "content")[0]?.[1] ?? located;
    const schema = reader.member(holder, "schema");
    const argument = place === "path" ? argumentName(name, taken) : name;
    if (place === "path") taken.add(argument);
    const style = ownString(located.value, "style") ?? styles[place];
    const explode = own(located.value, "explode");
    return [
      {
        name,
        in: place,
        argument,
        required: place === "path" || own(located.value, "required") === true,
        deprecated: own(located.value, "deprecated") === true,
        style,
        explode: typeof explode === "boolean" ? explode : style === "form",
        allowReserved: own(located.value, "allowReserved") === true,
        ...optional("description", ownString(located.value, "description")),
        schema: isJsonObject(schema?.value) ? schema.value : {},
        ...(schema === undefined ? {} : { schemaPointer: childPointer(holder.pointer, "schema") }),
        type: reader.schemaType(holder, parameterPath(key, place, name), "response"),
        ...optional("example", reader.example(located)?.value),
      },
    ];
  });
  return inTemplateOrder(entry.path, models);
};

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

const schemasPointer = "/components/schemas";

const schemasOf = (
  document: OpenApiDocument,
  operations: readonly OperationEntry[],
  views: RequestViews,
): readonly SchemaModel[] => {
  const schemas = membersOf(own(own(document.value, "components"), "schemas"));
  const inputs = operations.map(({ name }) => `${pascalCase(methodName(name))}Input`);
  // The document's own names are given away first: a view takes none from them.
  const sources = schemas.flatMap(([name]) => views.get(name) ?? []);
  const names = uniqueNames(
    [...schemas.map(([name]) => name), ...sources],
    pascalCase,
    new Set([...reservedExports, ...inputs]),
  );
  const modelOfSchema = (name: string, source: string, value: JsonObject | boolean) => ({
    name,
    exportName: names.get(name) ?? name,
    pointer: childPointer(schemasPointer, source),
    value,
    isRequestView: name !== source,
  });
  return schemas.flatMap(([name, value]) => {
    if (!isSchema(value)) return [];
    const view = views.get(name);
    const response = modelOfSchema(name, name, value);
    return view === undefined ? [response] : [response, modelOfSchema(view, name, value)];
  });
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

/** Reads a loaded document once; the emitters read only what this returns. */
export const modelOf = (
  document: OpenApiDocument,
  entries: readonly OperationEntry[],
  views: RequestViews,
): Model => {
  const schemas = schemasOf(document, entries, views);
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
