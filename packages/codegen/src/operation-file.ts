/** `operation.ts`: the types of the operation table; the same text for every document. */
export const operationText: string = `/** The part of a JSON Schema (2020-12) that describes one parameter value. */
export interface ParameterSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: ParameterSchema;
  readonly default?: unknown;
}

/** A Parameter Object with the defaults of its \`style\` and \`explode\` written out (OpenAPI 3.1 §4.8.12). */
export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved?: boolean;
  readonly schema: ParameterSchema;
}

/** A Request Body Object: the media types that the server reads. */
export interface RequestBody {
  readonly required: boolean;
  readonly content: readonly string[];
}

/** A Response Object: the media types and the header names that the server answers with. */
export interface ResponseShape {
  readonly content: readonly string[];
  readonly headers: readonly string[];
}

/** One operation of the document, as data (OpenAPI 3.1 §4.8.10). */
export interface Operation {
  readonly operationId: string;
  /** Request method as sent (RFC 9110 §9.1). */
  readonly method: string;
  /** Path template, e.g. \`/v1/Channels/{Sid}\`. */
  readonly path: string;
  /** Path parameters first, in the order of the template: the order of a client method's arguments. */
  readonly parameters: readonly Parameter[];
  readonly requestBody?: RequestBody;
  /** Keyed by status code, status range (\`4XX\`) or \`default\`. */
  readonly responses: Readonly<Record<string, ResponseShape>>;
  /** Alternatives; each maps scheme names to scopes. Empty: no authentication. */
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly deprecated: boolean;
}

/** A Security Scheme Object, as far as a client and a mock need it. */
export interface SecurityScheme {
  readonly type: string;
  /** HTTP authentication scheme in lower case (RFC 9110 §11.1), for \`type: "http"\`. */
  readonly scheme?: string;
  readonly in?: string;
  readonly name?: string;
}

/** What a runtime needs to know of a document. */
export interface Contract {
  readonly title: string;
  readonly version: string;
  /** Server URLs in the document's order. */
  readonly servers: readonly string[];
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  /** Keyed by the name of the client's method: the \`operationId\` in camel case. */
  readonly operations: Readonly<Record<string, Operation>>;
}

/** A parameter as far as a request needs it; what is left out is OpenAPI's default (3.1 §4.8.12). */
export interface RequestParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  /** A path parameter always is. */
  readonly required?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  /** Of a path parameter: the document says by a pattern what it is, so that it can be shown. */
  readonly described?: boolean;
}

/** What a client sends and accepts, one operation. */
export interface RequestShape {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  /** Every media type that the document answers with (RFC 9110 §12.5.1). */
  readonly accept: string;
  /** Path parameters first, in the order of the template. */
  readonly parameters?: readonly RequestParameter[];
  readonly requestBody?: RequestBody;
  /** The media types of each success, by status code, \`2XX\` or \`default\`. */
  readonly successes: Readonly<Record<string, readonly string[]>>;
}

/** What a client needs of a document: the operation table without what only mocks and pages read. */
export interface Requests {
  /** The first of the document's server URLs. */
  readonly server: string | undefined;
  /** Keyed by the name of the client's method. */
  readonly operations: Readonly<Record<string, RequestShape>>;
}

/** One example answer of an operation. */
export interface Example<Body> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly mediaType?: string;
  readonly body: Body;
  /** True where the document gives no example and one was made from the schema. */
  readonly synthetic: boolean;
}

/** What the document says of an operation, for help texts and pages. */
export interface OperationDocumentation {
  readonly summary?: string;
  readonly description?: string;
  /** Keyed by the parameter's name in the document. */
  readonly parameters: Readonly<Record<string, ParameterDocumentation>>;
  /** The description of each response, keyed as in the document. */
  readonly responses: Readonly<Record<string, string>>;
}

export interface ParameterDocumentation {
  readonly description?: string;
  readonly example?: unknown;
}
`;
