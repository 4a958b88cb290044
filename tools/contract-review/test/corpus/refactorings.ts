import type { JsonObject, JsonValue } from "../../src/json/json-value.ts";
import { documentOf, jsonResponse } from "./document.ts";

/** An edit of a document and what it needs; `back` is the same edit undone. */
export interface Edit {
  readonly name: string;
  readonly base: JsonObject;
  readonly head: JsonObject;
  readonly there: "none" | "patch" | "minor" | "major";
  /** @default there */
  readonly back?: "none" | "patch" | "minor" | "major";
}

const text = { type: "string" };
const integer = { type: "integer" };
const done = { "204": { description: "Done" } };
const ok = (schema: JsonValue = text): JsonObject => ({ "200": jsonResponse(schema) });
const get = (operation: JsonObject = {}): JsonObject => ({
  get: { responses: done, ...operation },
});
const one = (operation: JsonObject, rest: JsonObject = {}): JsonObject =>
  documentOf({ "/a": get(operation) }, rest);
const post = (content: JsonObject, rest: JsonObject = {}): JsonObject =>
  documentOf(
    { "/a": { post: { requestBody: { required: true, content }, responses: done } } },
    rest,
  );
const param = (place: string, schema: JsonValue, rest: JsonObject = {}): JsonObject => ({
  name: "q",
  in: place,
  ...(place === "path" ? { required: true } : {}),
  schema,
  ...rest,
});
const answers = (content: JsonObject, rest: JsonObject = {}): JsonObject =>
  one({ responses: { "200": { description: "Fine", content, ...rest } } });
const schemes: JsonObject = {
  key: { type: "apiKey", in: "header", name: "X-Key" },
  basic: { type: "http", scheme: "basic" },
  flow: {
    type: "oauth2",
    flows: {
      clientCredentials: {
        tokenUrl: "https://example.com/token",
        scopes: { read: "Read", write: "Write" },
      },
    },
  },
};
const secured = (security: JsonValue, operation: JsonObject = {}): JsonObject =>
  one(operation, { security, components: { securitySchemes: schemes } });
const hook = (schema: JsonValue, place: "webhooks" | "callbacks" = "webhooks"): JsonObject => {
  const called = {
    post: {
      requestBody: { required: true, content: { "application/json": { schema } } },
      responses: done,
    },
  };
  return place === "webhooks"
    ? documentOf({}, { webhooks: { sent: called } })
    : one({ callbacks: { sent: { "{$request.query.q}": called } } });
};
const old = (document: JsonObject): JsonObject => ({ ...document, openapi: "3.0.4" });

const pet30: JsonObject = {
  type: "object",
  required: ["id"],
  properties: {
    id: { type: "integer", minimum: 0, exclusiveMinimum: true },
    name: { type: "string", nullable: true },
    kind: { type: "string", enum: ["cat", "dog"] },
    born: { type: "string", format: "date", example: "2020-01-01" },
    owner: { allOf: [{ $ref: "#/components/schemas/Owner" }], nullable: true },
  },
};
const pet31: JsonObject = {
  type: "object",
  required: ["id"],
  properties: {
    id: { type: "integer", exclusiveMinimum: 0 },
    name: { type: ["string", "null"] },
    kind: { type: "string", enum: ["cat", "dog"] },
    born: { type: "string", format: "date", example: "2020-01-01" },
    owner: { allOf: [{ $ref: "#/components/schemas/Owner" }] },
  },
};
const shop = (pet: JsonObject): JsonObject =>
  documentOf(
    {
      "/pets/{q}": {
        parameters: [param("path", integer)],
        get: {
          operationId: "getPet",
          responses: {
            "200": jsonResponse({ $ref: "#/components/schemas/Pet" }),
            "4XX": { description: "No", headers: { "X-Why": { schema: text } } },
          },
        },
        put: {
          requestBody: {
            content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } },
          },
          responses: done,
        },
      },
    },
    {
      components: {
        schemas: { Pet: pet, Owner: { type: "object", properties: { name: text } } },
      },
    },
  );

/** Edits of documents, each thought through in both directions. */
export const refactorings: readonly Edit[] = [
  // Where a parameter stands
  {
    name: "a parameter moved to the path",
    base: documentOf({ "/a": { get: { parameters: [param("query", text)], responses: done } } }),
    head: documentOf({ "/a": { parameters: [param("query", text)], get: { responses: done } } }),
    there: "none",
  },
  {
    name: "a parameter moved to components",
    base: one({ parameters: [param("query", text)] }),
    head: one(
      { parameters: [{ $ref: "#/components/parameters/Q" }] },
      { components: { parameters: { Q: param("query", text) } } },
    ),
    there: "none",
  },
  {
    name: "a parameter of the path that the operation replaces",
    base: documentOf({
      "/a": {
        parameters: [param("query", integer)],
        get: { parameters: [param("query", text)], responses: done },
      },
    }),
    head: one({ parameters: [param("query", text)] }),
    there: "none",
  },
  {
    name: "the order of parameters",
    base: one({ parameters: [param("query", text), { name: "r", in: "query", schema: text }] }),
    head: one({ parameters: [{ name: "r", in: "query", schema: text }, param("query", text)] }),
    there: "none",
  },
  {
    name: "a path parameter renamed",
    base: documentOf({ "/a/{q}": get({ parameters: [param("path", text)] }) }),
    head: documentOf({
      "/a/{id}": get({ parameters: [{ name: "id", in: "path", required: true, schema: text }] }),
    }),
    there: "none",
  },
  {
    name: "a query parameter becomes a header",
    base: one({ parameters: [param("query", text, { required: true })] }),
    head: one({ parameters: [param("header", text, { required: true })] }),
    there: "major",
  },
  {
    name: "a header in other letters",
    base: one({ parameters: [{ name: "X-Trace", in: "header", schema: text }] }),
    head: one({ parameters: [{ name: "x-trace", in: "header", schema: text }] }),
    there: "none",
  },
  {
    name: "required false written out",
    base: one({ parameters: [param("query", text)] }),
    head: one({ parameters: [param("query", text, { required: false, deprecated: false })] }),
    there: "none",
  },
  // Style
  ...(
    [
      ["query", "form", true],
      ["cookie", "form", true],
      ["header", "simple", false],
      ["path", "simple", false],
    ] as const
  ).map(([place, style, explode]): Edit => {
    const at = place === "path" ? "/a/{q}" : "/a";
    const list = { type: "array", items: text };
    return {
      name: `the default style of ${place} written out`,
      base: documentOf({ [at]: get({ parameters: [param(place, list)] }) }),
      head: documentOf({ [at]: get({ parameters: [param(place, list, { style, explode })] }) }),
      there: "none",
    };
  }),
  {
    name: "explode of a list in the query",
    base: one({ parameters: [param("query", { type: "array", items: text })] }),
    head: one({ parameters: [param("query", { type: "array", items: text }, { explode: false })] }),
    there: "major",
  },
  {
    name: "explode of a text",
    base: one({ parameters: [param("query", text)] }),
    head: one({ parameters: [param("query", text, { explode: false })] }),
    there: "none",
  },
  {
    name: "allowReserved of an integer",
    base: one({ parameters: [param("query", integer)] }),
    head: one({ parameters: [param("query", integer, { allowReserved: true })] }),
    there: "none",
  },
  {
    name: "allowReserved false written out",
    base: one({ parameters: [param("query", text)] }),
    head: one({ parameters: [param("query", text, { allowReserved: false })] }),
    there: "none",
  },
  {
    name: "allowEmptyValue where the empty text is valid",
    base: one({ parameters: [param("query", text)] }),
    head: one({ parameters: [param("query", text, { allowEmptyValue: true })] }),
    there: "none",
  },
  {
    name: "allowEmptyValue where the empty text is not valid",
    base: one({ parameters: [param("query", { type: "string", minLength: 1 })] }),
    head: one({
      parameters: [param("query", { type: "string", minLength: 1 }, { allowEmptyValue: true })],
    }),
    there: "minor",
    back: "major",
  },
  {
    name: "allowEmptyValue of an integer",
    base: one({ parameters: [param("query", integer)] }),
    head: one({ parameters: [param("query", integer, { allowEmptyValue: true })] }),
    there: "minor",
    back: "major",
  },
  // Servers and paths
  {
    name: "a prefix moved from the path to the server",
    base: documentOf({ "/v1/a": get() }, { servers: [{ url: "https://example.com" }] }),
    head: documentOf({ "/a": get() }, { servers: [{ url: "https://example.com/v1" }] }),
    there: "none",
  },
  {
    name: "a server with a slash at its end",
    base: documentOf({ "/a": get() }, { servers: [{ url: "https://example.com/v1" }] }),
    head: documentOf({ "/a": get() }, { servers: [{ url: "https://example.com/v1/" }] }),
    there: "none",
  },
  {
    name: "a host in other letters",
    base: documentOf({ "/a": get() }, { servers: [{ url: "https://example.com" }] }),
    head: documentOf({ "/a": get() }, { servers: [{ url: "https://EXAMPLE.com" }] }),
    there: "none",
  },
  {
    name: "a default port written out",
    base: documentOf({ "/a": get() }, { servers: [{ url: "https://example.com" }] }),
    head: documentOf({ "/a": get() }, { servers: [{ url: "https://example.com:443" }] }),
    there: "none",
  },
  {
    name: "a server variable of one value",
    base: documentOf({ "/a": get() }, { servers: [{ url: "https://eu.example.com" }] }),
    head: documentOf(
      { "/a": get() },
      {
        servers: [
          { url: "https://{r}.example.com", variables: { r: { default: "eu", enum: ["eu"] } } },
        ],
      },
    ),
    there: "none",
  },
  {
    name: "one more value of a server variable",
    base: documentOf(
      { "/a": get() },
      {
        servers: [
          { url: "https://{r}.example.com", variables: { r: { default: "eu", enum: ["eu"] } } },
        ],
      },
    ),
    head: documentOf(
      { "/a": get() },
      {
        servers: [
          {
            url: "https://{r}.example.com",
            variables: { r: { default: "eu", enum: ["eu", "us"] } },
          },
        ],
      },
    ),
    there: "minor",
    back: "major",
  },
  {
    name: "servers in another order",
    base: one(
      {},
      { servers: [{ url: "https://a.example.com" }, { url: "https://b.example.com" }] },
    ),
    head: one(
      {},
      { servers: [{ url: "https://b.example.com" }, { url: "https://a.example.com" }] },
    ),
    there: "none",
  },
  {
    name: "servers moved to the operation",
    base: one({}, { servers: [{ url: "https://a.example.com" }] }),
    head: one({ servers: [{ url: "https://a.example.com" }] }),
    there: "none",
  },
  {
    name: "one more server",
    base: one({}, { servers: [{ url: "https://a.example.com" }] }),
    head: one(
      {},
      { servers: [{ url: "https://a.example.com" }, { url: "https://b.example.com" }] },
    ),
    there: "minor",
    back: "major",
  },
  // Statuses
  {
    name: "a range beside which every code was named alike",
    base: one({ responses: { "200": jsonResponse(text), "404": jsonResponse(text) } }),
    head: one({ responses: { "200": jsonResponse(text), "4XX": jsonResponse(text) } }),
    there: "major",
    back: "minor",
  },
  {
    name: "a code drawn out of its range",
    base: one({ responses: { "200": jsonResponse(text), "4XX": jsonResponse(text) } }),
    head: one({
      responses: {
        "200": jsonResponse(text),
        "404": jsonResponse(text),
        "4XX": jsonResponse(text),
      },
    }),
    there: "none",
  },
  {
    name: "a range drawn out of default",
    base: one({ responses: { "200": jsonResponse(text), default: jsonResponse(text) } }),
    head: one({
      responses: {
        "200": jsonResponse(text),
        "5XX": jsonResponse(text),
        default: jsonResponse(text),
      },
    }),
    there: "none",
  },
  {
    name: "statuses in another order",
    base: one({ responses: { "200": jsonResponse(text), "404": jsonResponse(integer) } }),
    head: one({ responses: { "404": jsonResponse(integer), "200": jsonResponse(text) } }),
    there: "none",
  },
  {
    name: "a range in small letters",
    base: one({ responses: { "4XX": jsonResponse(text) } }),
    head: one({ responses: { "4XX": { ...jsonResponse(text) } } }),
    there: "none",
  },
  {
    name: "a code within a range answers less",
    base: one({
      responses: { "200": jsonResponse(text), "4XX": jsonResponse({ type: ["string", "null"] }) },
    }),
    head: one({
      responses: {
        "200": jsonResponse(text),
        "404": jsonResponse(text),
        "4XX": jsonResponse({ type: ["string", "null"] }),
      },
    }),
    there: "minor",
    back: "major",
  },
  {
    name: "a response moved to components",
    base: one({ responses: ok() }),
    head: one(
      { responses: { "200": { $ref: "#/components/responses/Fine" } } },
      { components: { responses: { Fine: jsonResponse(text) } } },
    ),
    there: "none",
  },
  // Headers of answers
  {
    name: "a response header in other letters",
    base: answers({}, { headers: { ETag: { schema: text, required: true } } }),
    head: answers({}, { headers: { etag: { schema: text, required: true } } }),
    there: "none",
  },
  {
    name: "a new response header",
    base: answers({}),
    head: answers({}, { headers: { ETag: { schema: text } } }),
    there: "minor",
  },
  {
    name: "a response header that may be missing",
    base: answers({}, { headers: { ETag: { schema: text, required: true } } }),
    head: answers({}, { headers: { ETag: { schema: text } } }),
    there: "major",
    back: "minor",
  },
  // Media types
  {
    name: "a media type in other letters",
    base: answers({ "application/json": { schema: text } }),
    head: answers({ "Application/JSON": { schema: text } }),
    there: "none",
  },
  {
    name: "a parameter of a media type with a blank",
    base: answers({ "application/json;v=1": { schema: text } }),
    head: answers({ "application/json; v=1": { schema: text } }),
    there: "none",
  },
  {
    name: "parameters of a media type in another order",
    base: answers({ "application/json; v=1; p=2": { schema: text } }),
    head: answers({ "application/json; p=2; v=1": { schema: text } }),
    there: "none",
  },
  {
    name: "a charset of JSON",
    base: answers({ "application/json": { schema: text } }),
    head: answers({ "application/json; charset=utf-8": { schema: text } }),
    there: "none",
  },
  {
    name: "a request body of a range that takes the same",
    base: post({ "application/json": { schema: text } }),
    head: post({ "application/*": { schema: text } }),
    there: "minor",
    back: "major",
  },
  {
    name: "one more media type of a request",
    base: post({ "application/json": { schema: text } }),
    head: post({ "application/json": { schema: text }, "application/xml": { schema: text } }),
    there: "minor",
    back: "major",
  },
  {
    name: "media types in another order",
    base: post({ "application/json": { schema: text }, "application/xml": { schema: text } }),
    head: post({ "application/xml": { schema: text }, "application/json": { schema: text } }),
    there: "none",
  },
  {
    name: "a body of anything, written out",
    base: post({ "application/json": {} }),
    head: post({ "application/json": { schema: {} } }),
    there: "none",
  },
  {
    name: "the default encoding of a form written out",
    base: post({
      "multipart/form-data": { schema: { type: "object", properties: { a: text, b: integer } } },
    }),
    head: post({
      "multipart/form-data": {
        schema: { type: "object", properties: { a: text, b: integer } },
        encoding: { a: { contentType: "text/plain" } },
      },
    }),
    there: "none",
  },
  {
    name: "the default style of a form written out",
    base: post({
      "application/x-www-form-urlencoded": {
        schema: { type: "object", properties: { a: { type: "array", items: text } } },
      },
    }),
    head: post({
      "application/x-www-form-urlencoded": {
        schema: { type: "object", properties: { a: { type: "array", items: text } } },
        encoding: { a: { style: "form", explode: true } },
      },
    }),
    there: "none",
  },
  // Security
  {
    name: "alternatives of security in another order",
    base: secured([{ key: [] }, { basic: [] }]),
    head: secured([{ basic: [] }, { key: [] }]),
    there: "none",
  },
  {
    name: "security moved to the operation",
    base: secured([{ key: [] }]),
    head: one({ security: [{ key: [] }] }, { components: { securitySchemes: schemes } }),
    there: "none",
  },
  {
    name: "no security written out",
    base: one({}, { components: { securitySchemes: schemes } }),
    head: one({ security: [] }, { components: { securitySchemes: schemes } }),
    there: "none",
  },
  {
    name: "no security as an empty alternative",
    base: one({ security: [] }, { components: { securitySchemes: schemes } }),
    head: one({ security: [{}] }, { components: { securitySchemes: schemes } }),
    there: "none",
  },
  {
    name: "security becomes optional",
    base: secured([{ key: [] }]),
    head: secured([{ key: [] }, {}]),
    there: "minor",
    back: "major",
  },
  {
    name: "one more alternative of security",
    base: secured([{ key: [] }]),
    head: secured([{ key: [] }, { basic: [] }]),
    there: "minor",
    back: "major",
  },
  {
    name: "two schemes together",
    base: secured([{ key: [] }]),
    head: secured([{ key: [], basic: [] }]),
    there: "major",
    back: "minor",
  },
  {
    name: "a scope more",
    base: secured([{ flow: ["read"] }]),
    head: secured([{ flow: ["read", "write"] }]),
    there: "major",
    back: "minor",
  },
  {
    name: "scopes in another order",
    base: secured([{ flow: ["read", "write"] }]),
    head: secured([{ flow: ["write", "read"] }]),
    there: "none",
  },
  {
    name: "a security scheme renamed",
    base: secured([{ key: [] }]),
    head: one(
      {},
      {
        security: [{ token: [] }],
        components: { securitySchemes: { token: schemes["key"] ?? {} } },
      },
    ),
    there: "none",
  },
  {
    name: "a security scheme that nobody uses",
    base: one({}),
    head: one({}, { components: { securitySchemes: schemes } }),
    there: "none",
  },
  {
    name: "the name of a key's header in other letters",
    base: secured([{ key: [] }]),
    head: one(
      {},
      {
        security: [{ key: [] }],
        components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "x-key" } } },
      },
    ),
    there: "none",
  },
  {
    name: "the scheme of HTTP in other letters",
    base: secured([{ basic: [] }]),
    head: one(
      {},
      {
        security: [{ basic: [] }],
        components: { securitySchemes: { basic: { type: "http", scheme: "Basic" } } },
      },
    ),
    there: "none",
  },
  // Webhooks and callbacks
  ...(["webhooks", "callbacks"] as const).flatMap((place): readonly Edit[] => [
    {
      name: `${place} send one value more`,
      base: hook({ type: "string", enum: ["a"] }, place),
      head: hook({ type: "string", enum: ["a", "b"] }, place),
      there: "major",
      back: "minor",
    },
    {
      name: `${place} send an enum in another order`,
      base: hook({ type: "string", enum: ["a", "b"] }, place),
      head: hook({ type: "string", enum: ["b", "a"] }, place),
      there: "none",
    },
    {
      name: `${place} send an optional property more`,
      base: hook({ type: "object", properties: { a: text } }, place),
      head: hook({ type: "object", properties: { a: text, b: text } }, place),
      there: "minor",
    },
  ]),
  // Names and words
  {
    name: "tags, summary and words",
    base: one({ summary: "A", tags: ["a"], description: "a" }),
    head: one({ summary: "B", tags: ["b"], description: "b" }),
    there: "patch",
  },
  {
    name: "an example",
    base: one({ responses: ok({ type: "string", example: "a" }) }),
    head: one({ responses: ok({ type: "string", example: "b" }) }),
    there: "patch",
  },
  {
    name: "a component that nobody uses",
    base: one({ responses: ok() }),
    head: one({ responses: ok() }, { components: { schemas: { Unused: text } } }),
    there: "none",
  },
  {
    name: "paths in another order",
    base: documentOf({ "/a": get(), "/b": get() }),
    head: documentOf({ "/b": get(), "/a": get() }),
    there: "none",
  },
  {
    name: "a path item moved to components",
    base: documentOf({ "/a": get({ responses: ok() }) }),
    head: documentOf(
      { "/a": { $ref: "#/components/pathItems/A" } },
      { components: { pathItems: { A: get({ responses: ok() }) } } },
    ),
    there: "none",
  },
  {
    name: "deprecated",
    base: one({}),
    head: one({ deprecated: true }),
    there: "minor",
    back: "patch",
  },
  // Read and write
  {
    name: "a required property that is only read, in a request",
    base: post({ "application/json": { schema: { type: "object", properties: { a: text } } } }),
    head: post({
      "application/json": {
        schema: {
          type: "object",
          required: ["id"],
          properties: { a: text, id: { type: "string", readOnly: true } },
        },
      },
    }),
    there: "none",
  },
  // Versions
  {
    name: "a document moved to OpenAPI 3.1",
    base: old(
      documentOf({
        "/a": get({
          parameters: [param("query", { type: "integer", minimum: 0, exclusiveMinimum: true })],
          responses: ok({ type: "string", nullable: true }),
        }),
      }),
    ),
    head: documentOf({
      "/a": get({
        parameters: [param("query", { type: "integer", exclusiveMinimum: 0 })],
        responses: ok({ type: ["string", "null"] }),
      }),
    }),
    there: "none",
  },
  {
    name: "a shop moved to OpenAPI 3.1",
    base: old(shop(pet30)),
    head: shop(pet31),
    there: "none",
  },
  {
    name: "a file that becomes anything",
    base: old(
      post({
        "multipart/form-data": {
          schema: { type: "object", properties: { file: { type: "string", format: "binary" } } },
        },
      }),
    ),
    head: post({
      "multipart/form-data": { schema: { type: "object", properties: { file: {} } } },
    }),
    there: "minor",
    back: "major",
  },
  {
    name: "a file moved to OpenAPI 3.1 by its media type",
    base: old(
      post({ "application/octet-stream": { schema: { type: "string", format: "binary" } } }),
    ),
    head: post({
      "application/octet-stream": {
        schema: { type: "string", contentMediaType: "application/octet-stream" },
      },
    }),
    there: "none",
  },
  {
    name: "an example moved to examples",
    base: one({ responses: ok({ type: "string", example: "a" }) }),
    head: one({ responses: ok({ type: "string", examples: ["a"] }) }),
    there: "none",
  },
  {
    name: "an integer of 64 bits",
    base: one({ responses: ok(integer) }),
    head: one({ responses: ok({ type: "integer", format: "int64" }) }),
    there: "none",
  },
  {
    name: "base64 by either name",
    base: one({ responses: ok({ type: "string", format: "byte" }) }),
    head: one({ responses: ok({ type: "string", contentEncoding: "base64" }) }),
    there: "none",
  },
  // Leaving
  ...(
    [
      ["before its sunset", "2027-01-01", "major"],
      ["after its sunset", "2026-10-01", "minor"],
    ] as const
  ).map(([when, day, there]): Edit => {
    const schema = (rest: JsonObject, required: JsonValue): JsonObject =>
      one({ responses: ok({ type: "object", properties: { a: text, ...rest }, required }) });
    return {
      name: `a property that is required is removed ${when}`,
      base: schema({ b: { type: "string", deprecated: true, "x-sunset": day } }, ["a", "b"]),
      head: schema({}, ["a"]),
      there,
      back: "minor",
    };
  }),
  {
    name: "a property of a request is refused after its sunset",
    base: post({
      "application/json": {
        schema: {
          type: "object",
          properties: {
            a: text,
            b: { type: "string", deprecated: true, "x-sunset": "2026-10-01" },
          },
          additionalProperties: false,
        },
      },
    }),
    head: post({
      "application/json": {
        schema: { type: "object", properties: { a: text }, additionalProperties: false },
      },
    }),
    there: "minor",
  },
  {
    name: "a sunset of a property that comes nearer",
    base: one({
      responses: ok({
        type: "object",
        properties: { b: { type: "string", deprecated: true, "x-sunset": "2028-01-01" } },
      }),
    }),
    head: one({
      responses: ok({
        type: "object",
        properties: { b: { type: "string", deprecated: true, "x-sunset": "2027-01-01" } },
      }),
    }),
    there: "major",
    back: "minor",
  },
];
