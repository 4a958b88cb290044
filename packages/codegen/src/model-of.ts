import {
  isJsonObject,
  listOperations,
  own,
  ownString,
  resolveReference,
} from "@flex-channels/document";
import type {
  JsonObject,
  JsonValue,
  Located,
  OpenApiDocument,
  OperationEntry,
} from "@flex-channels/document";
import { canonical } from "./canonical.ts";
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

const membersOf = (value: JsonValue | undefined): readonly (readonly [string, JsonValue])[] =>
  isJsonObject(value) ? Object.entries(value) : [];

const escapeToken = (token: string): string => token.replaceAll("~", "~0").replaceAll("/", "~1");

const optional = <Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Partial<Record<Name, Value>> =>
  value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);

/** `#/components/schemas/X` has a type of its own name; any other schema is reached through its operation. */
const namedSchema = /^#\/components\/schemas\/([^/]+)$/;

const firstExample = (holder: JsonObject): { readonly value: unknown } | undefined => {
  if (Object.hasOwn(holder, "example")) return { value: holder["example"] };
  const [first] = membersOf(holder["examples"]);
  return first !== undefined && isJsonObject(first[1]) && Object.hasOwn(first[1], "value")
    ? { value: first[1]["value"] }
    : undefined;
};

const schemaExample = (schema: JsonObject): { readonly value: unknown } | undefined => {
  if (Object.hasOwn(schema, "example")) return { value: schema["example"] };
  const { examples } = schema;
  return Array.isArray(examples) && examples.length > 0
    ? { value: examples[0] as unknown }
    : undefined;
};

/** Follows references and members of one document. */
class Reader {
  readonly #document: OpenApiDocument;
  readonly #schemaNames: ReadonlyMap<string, string>;

  constructor(document: OpenApiDocument, schemaNames: ReadonlyMap<string, string>) {
    this.#document = document;
    this.#schemaNames = schemaNames;
  }

  follow(located: Located): Located {
    return resolveReference(this.#document, located);
  }

  member(holder: Located, name: string): Located | undefined {
    const value = own(holder.value, name);
    if (value === undefined) return undefined;
    return this.follow({ value, pointer: `${holder.pointer}/${escapeToken(name)}` });
  }

  members(holder: Located, name: string): readonly (readonly [string, Located])[] {
    const object = this.member(holder, name);
    return membersOf(object?.value).map(([key, value]) => [
      key,
      this.follow({ value, pointer: `${object?.pointer ?? ""}/${escapeToken(key)}` }),
    ]);
  }

  /** The TypeScript type of the schema in `holder`: its own name where it is a named one, else `path`. */
  typeOf(holder: Located, path: string): string {
    const reference = ownString(own(holder.value, "schema"), "$ref");
    const name = reference === undefined ? undefined : namedSchema.exec(reference)?.[1];
    return (name === undefined ? undefined : this.#schemaNames.get(unescapeToken(name))) ?? path;
  }
}

const operationPath = (operationId: string, ...rest: readonly string[]): string =>
  `operations[${[stringLiteral(operationId), ...rest].join("][")}]`;

/** openapi-typescript writes a status code as a number and anything else as a string. */
const statusKey = (status: string): string =>
  /^\d{3}$/.test(status) ? status : stringLiteral(status);

const defaultStyle = { path: "simple", query: "form", header: "simple", cookie: "form" } as const;

const place = (text: string | undefined): ParameterModel["in"] | undefined =>
  text === "path" || text === "query" || text === "header" || text === "cookie" ? text : undefined;

const contentOf = (
  reader: Reader,
  holder: Located,
  typePath: (mediaType: string) => string,
): readonly MediaTypeModel[] =>
  reader.members(holder, "content").map(([mediaType, media]) => {
    const schema = reader.member(media, "schema");
    const json =
      isJson(mediaType) ||
      /^multipart\/form-data|^application\/x-www-form-urlencoded/i.test(mediaType);
    const example = firstExample(reader, media);
    return {
      mediaType,
      // What is not JSON reaches a caller as text or as bytes, whatever its schema says.
      type: json
        ? reader.typeOf(media, typePath(mediaType))
        : /^text\//i.test(mediaType)
          ? "string"
          : "Uint8Array",
      ...(json && schema !== undefined
        ? { schemaPointer: schema.pointer, schema: schema.value as JsonObject | boolean }
        : {}),
      ...optional("example", example),
    };
  });
