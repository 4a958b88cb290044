import type { JsonObject } from "@flex-channels/document";

/** What the generator knows of a document: every emitter reads this and nothing else. */
export interface Model {
  readonly title: string;
  readonly version: string;
  readonly servers: readonly string[];
  readonly securitySchemes: readonly SecuritySchemeModel[];
  /** Sorted by method name. */
  readonly operations: readonly OperationModel[];
  /** The named schemas of `components`, sorted by name. */
  readonly schemas: readonly SchemaModel[];
}

export interface SecuritySchemeModel {
  readonly key: string;
  readonly type: string;
  readonly scheme?: string;
  readonly in?: string;
  readonly name?: string;
}

export interface SchemaModel {
  /** Name in the document, e.g. `simple-user`. */
  readonly name: string;
  /** Name of the exported type, e.g. `SimpleUser`. */
  readonly exportName: string;
  readonly pointer: string;
  readonly value: JsonObject | boolean;
  /** A second type of a schema that reads otherwise in a request; no document can name it. */
  readonly isRequestView: boolean;
}

export interface OperationModel {
  readonly pointer: string;
  /** Name of the client's method. */
  readonly name: string;
  /** As in the document, or the name it was given for want of one. */
  readonly operationId: string;
  /** In upper case (RFC 9110 §9.1). */
  readonly method: string;
  readonly path: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  /** Path parameters first, in the order of the template. */
  readonly parameters: readonly ParameterModel[];
  readonly requestBody?: RequestBodyModel;
  readonly responses: readonly ResponseModel[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
}

export interface ParameterModel {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  /** Name of the method's argument, for a path parameter. */
  readonly argument: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  readonly description?: string;
  /** The parameter's schema with its own top-level references followed. */
  readonly schema: JsonObject;
  readonly schemaPointer?: string;
  readonly type: string;
  readonly example?: unknown;
}

export interface RequestBodyModel {
  readonly required: boolean;
  readonly description?: string;
  readonly content: readonly MediaTypeModel[];
}

export interface MediaTypeModel {
  readonly mediaType: string;
  readonly type: string;
  readonly schemaPointer?: string;
  readonly schema?: JsonObject | boolean;
  readonly example?: { readonly value: unknown };
}

export interface ResponseModel {
  /** Status code, range (`4XX`) or `default`. */
  readonly status: string;
  readonly description?: string;
  readonly headers: readonly HeaderModel[];
  readonly content: readonly MediaTypeModel[];
}

export interface HeaderModel {
  readonly name: string;
  readonly description?: string;
  readonly schema: JsonObject;
  readonly example?: { readonly value: unknown };
}

/** `2XX` and every code in it: what a method resolves to. `default` counts only where none is declared. */
export const successes = (operation: OperationModel): readonly ResponseModel[] => {
  const declared = operation.responses.filter(({ status }) => /^2(?:\d\d|XX)$/i.test(status));
  return declared.length > 0
    ? declared
    : operation.responses.filter(({ status }) => status === "default");
};

/** `application/json` and every `+json` suffix (RFC 6839 §3.1). */
export const isJson = (mediaType: string): boolean => /^[^;]*[/+]json\s*(?:;|$)/i.test(mediaType);
