import type { OpenApiVersion } from "../openapi-document.ts";
import { schemaKeywords } from "./schema-keywords.ts";
import type { Field, ObjectName, ObjectRule, Shape } from "./shape.ts";
import {
  any,
  boolean,
  list,
  map,
  object,
  referable,
  schema,
  string,
  strings,
  word,
} from "./shape.ts";

const from31: readonly OpenApiVersion[] = ["3.1", "3.2"];
const from32: readonly OpenApiVersion[] = ["3.2"];

const optional = (shape: Shape): Field => ({ shape });
const required = (shape: Shape): Field => ({ shape, required: true });
const since31 = (shape: Shape): Field => ({ shape, versions: from31 });
const since32 = (shape: Shape): Field => ({ shape, versions: from32 });

/** Component names (OpenAPI 3.1 §4.8.7). */
const component = (of: Shape): Shape => ({ kind: "map", of, names: /^[a-zA-Z0-9._-]+$/ });

type Fields = Readonly<Record<string, Field>>;

function extensible(fields: Fields, patterned?: ObjectRule["patterned"]): ObjectRule {
  const rule = { fields: new Map(Object.entries(fields)), extensible: true };
  return patterned === undefined ? rule : { ...rule, patterned };
}

/** What a Parameter and a Header share (OpenAPI 3.1 §4.8.21). */
const headerFields: Fields = {
  description: optional(string),
  required: optional(boolean),
  deprecated: optional(boolean),
  allowEmptyValue: optional(boolean),
  style: optional(string),
  explode: optional(boolean),
  allowReserved: optional(boolean),
  schema: optional(schema),
  example: optional(any),
  examples: optional(map(referable("Example"))),
  content: optional(map(object("Media Type"))),
};

const operation = optional(object("Operation"));

/** The objects of OpenAPI 3.0, 3.1 and 3.2 (§4.8 of 3.1), one row a field. */
export const openApiObjects: Readonly<Record<ObjectName, ObjectRule>> = {
  OpenAPI: extensible({
    openapi: required(string),
    $self: since32(string),
    info: required(object("Info")),
    jsonSchemaDialect: since31(string),
    servers: optional(list(object("Server"))),
    paths: { shape: object("Paths"), requiredIn: ["3.0"] },
    webhooks: since31(map(referable("Path Item"))),
    components: optional(object("Components")),
    security: optional(list(object("Security Requirement"))),
    tags: optional(list(object("Tag"))),
    externalDocs: optional(object("External Documentation")),
  }),
  Info: extensible({
    title: required(string),
    summary: since31(string),
    description: optional(string),
    termsOfService: optional(string),
    contact: optional(object("Contact")),
    license: optional(object("License")),
    version: required(string),
  }),
  Contact: extensible({ name: optional(string), url: optional(string), email: optional(string) }),
  License: extensible({
    name: required(string),
    identifier: since31(string),
    url: optional(string),
  }),
  Server: extensible({
    url: required(string),
    description: optional(string),
    name: since32(string),
    variables: optional(map(object("Server Variable"))),
  }),
  "Server Variable": extensible({
    enum: optional({ kind: "list", of: string, filled: true }),
    default: required(string),
    description: optional(string),
  }),
  Components: extensible({
    schemas: optional(component(schema)),
    responses: optional(component(referable("Response"))),
    parameters: optional(component(referable("Parameter"))),
    examples: optional(component(referable("Example"))),
    requestBodies: optional(component(referable("Request Body"))),
    headers: optional(component(referable("Header"))),
    securitySchemes: optional(component(referable("Security Scheme"))),
    links: optional(component(referable("Link"))),
    callbacks: optional(component(referable("Callback"))),
    pathItems: since31(component(referable("Path Item"))),
    mediaTypes: since32(component(referable("Media Type"))),
  }),
  Paths: extensible(
    {},
    { names: /^\//, expected: "a path that begins with /", shape: object("Path Item") },
  ),
  "Path Item": extensible({
    $ref: optional(string),
    summary: optional(string),
    description: optional(string),
    get: operation,
    put: operation,
    post: operation,
    delete: operation,
    options: operation,
    head: operation,
    patch: operation,
    trace: operation,
    query: since32(object("Operation")),
    additionalOperations: since32(map(object("Operation"))),
    servers: optional(list(object("Server"))),
    parameters: optional(list(referable("Parameter"))),
  }),
  Operation: extensible({
    tags: optional(strings),
    summary: optional(string),
    description: optional(string),
    externalDocs: optional(object("External Documentation")),
    operationId: optional(string),
    parameters: optional(list(referable("Parameter"))),
    requestBody: optional(referable("Request Body")),
    responses: { shape: object("Responses"), requiredIn: ["3.0"] },
    callbacks: optional(map(referable("Callback"))),
    deprecated: optional(boolean),
    security: optional(list(object("Security Requirement"))),
    servers: optional(list(object("Server"))),
  }),
  "External Documentation": extensible({ description: optional(string), url: required(string) }),
  Parameter: extensible({
    ...headerFields,
    name: required(string),
    in: required(string),
  }),
  "Request Body": extensible({
    description: optional(string),
    content: required(map(object("Media Type"))),
    required: optional(boolean),
  }),
  "Media Type": extensible({
    schema: optional(schema),
    itemSchema: since32(schema),
    example: optional(any),
    examples: optional(map(referable("Example"))),
    encoding: optional(map(object("Encoding"))),
    prefixEncoding: since32(list(object("Encoding"))),
    itemEncoding: since32(object("Encoding")),
  }),
  Encoding: extensible({
    contentType: optional(string),
    headers: optional(map(referable("Header"))),
    style: optional(word("form", "spaceDelimited", "pipeDelimited", "deepObject")),
    explode: optional(boolean),
    allowReserved: optional(boolean),
    encoding: since32(map(object("Encoding"))),
    prefixEncoding: since32(list(object("Encoding"))),
    itemEncoding: since32(object("Encoding")),
  }),
  Responses: extensible(
    { default: optional(referable("Response")) },
    {
      names: /^[1-5](?:\d\d|XX)$/,
      expected: "a status code, a range such as 4XX, or default",
      shape: referable("Response"),
    },
  ),
  Response: extensible({
    summary: since32(string),
    description: { shape: string, requiredIn: ["3.0", "3.1"] },
    headers: optional(map(referable("Header"))),
    content: optional(map(object("Media Type"))),
    links: optional(map(referable("Link"))),
  }),
  Callback: extensible(
    {},
    { names: /^/, expected: "a runtime expression", shape: referable("Path Item") },
  ),
  Example: extensible({
    summary: optional(string),
    description: optional(string),
    value: optional(any),
    externalValue: optional(string),
    dataValue: since32(any),
    serializedValue: since32(string),
  }),
  Link: extensible({
    operationRef: optional(string),
    operationId: optional(string),
    parameters: optional(map(any)),
    requestBody: optional(any),
    description: optional(string),
    server: optional(object("Server")),
  }),
  Header: extensible(headerFields),
  Tag: extensible({
    name: required(string),
    summary: since32(string),
    description: optional(string),
    externalDocs: optional(object("External Documentation")),
    parent: since32(string),
    kind: since32(string),
  }),
  Schema: { fields: schemaKeywords, extensible: true },
  Discriminator: extensible({
    propertyName: required(string),
    mapping: optional(map(string)),
    defaultMapping: since32(string),
  }),
  XML: extensible({
    nodeType: since32(word("element", "attribute", "text", "cdata", "none")),
    name: optional(string),
    namespace: optional(string),
    prefix: optional(string),
    attribute: optional(boolean),
    wrapped: optional(boolean),
  }),
  "Security Scheme": extensible({
    type: required(string),
    description: optional(string),
    name: optional(string),
    in: optional(word("query", "header", "cookie")),
    scheme: optional(string),
    bearerFormat: optional(string),
    flows: optional(object("OAuth Flows")),
    openIdConnectUrl: optional(string),
    oauth2MetadataUrl: since32(string),
    deprecated: since32(boolean),
  }),
  "OAuth Flows": extensible({
    implicit: optional(object("OAuth Flow")),
    password: optional(object("OAuth Flow")),
    clientCredentials: optional(object("OAuth Flow")),
    authorizationCode: optional(object("OAuth Flow")),
    deviceAuthorization: since32(object("OAuth Flow")),
  }),
  "OAuth Flow": extensible({
    authorizationUrl: optional(string),
    deviceAuthorizationUrl: since32(string),
    tokenUrl: optional(string),
    refreshUrl: optional(string),
    scopes: required(map(string)),
  }),
  "Security Requirement": {
    fields: new Map(),
    patterned: { names: /^/, expected: "the name of a security scheme", shape: strings },
    extensible: false,
  },
};
