import type { JsonObject, JsonValue } from "../../src/json/json-value.ts";
import {
  documentOf,
  jsonResponse,
  messageOf,
  operationOf,
  parameterOf,
  responsesOf,
} from "./document.ts";
import type { DocumentRow } from "./row.ts";

const text = { type: "string" };
const integer = { type: "integer" };
const object = (properties: JsonObject, rest: JsonObject = {}): JsonObject => ({
  type: "object",
  properties,
  ...rest,
});
const noContent = { "204": { description: "Done" } };

type Want = DocumentRow["want"] | DocumentRow["want"]["bump"];

/** An edit, and what it is when it is undone. */
function edit(
  name: string,
  base: JsonObject,
  head: JsonObject,
  there: Want,
  back?: Want,
): readonly DocumentRow[] {
  const want = (given: Want) => (typeof given === "string" ? { bump: given } : given);
  return [
    { name, given: { base, head }, want: want(there) },
    ...(back === undefined
      ? []
      : [{ name: `${name}, undone`, given: { base: head, head: base }, want: want(back) }]),
  ];
}

const query = (schema: JsonValue, rest: JsonObject = {}) =>
  parameterOf({ name: "q", in: "query", schema, ...rest });
const inPlace = (place: string, schema: JsonValue, rest: JsonObject = {}) =>
  parameterOf({
    name: "id",
    in: place,
    schema,
    ...(place === "path" ? { required: true } : {}),
    ...rest,
  });

const parameters: readonly DocumentRow[] = [
  ...edit("a new optional query parameter", operationOf(), query(text), "minor", "minor"),
  ...edit(
    "a new required query parameter",
    operationOf(),
    query(text, { required: true }),
    "major",
    "minor",
  ),
  ...edit(
    "a query parameter becomes required",
    query(text),
    query(text, { required: true }),
    "major",
    "minor",
  ),
  ...edit(
    "required false is the default",
    query(text),
    query(text, { required: false }),
    "none",
    "none",
  ),
  ...["path", "query", "header", "cookie"].flatMap((place) => [
    ...edit(
      `a shorter maxLength in ${place}`,
      inPlace(place, { type: "string", maxLength: 5 }),
      inPlace(place, { type: "string", maxLength: 4 }),
      "major",
      "minor",
    ),
    ...edit(
      `an enum that lost a value in ${place}`,
      inPlace(place, { type: "string", enum: ["a", "b"] }),
      inPlace(place, { type: "string", enum: ["a"] }),
      "major",
      "minor",
    ),
    ...edit(
      `a pattern written otherwise in ${place}`,
      inPlace(place, { type: "string", pattern: "^[0-9]+$" }),
      inPlace(place, { type: "string", pattern: "^\\d+$" }),
      "none",
      "none",
    ),
    ...edit(
      `text instead of an integer in ${place}`,
      inPlace(place, integer),
      inPlace(place, text),
      "minor",
      "major",
    ),
    ...edit(
      `an integer instead of a boolean in ${place}`,
      inPlace(place, { type: "boolean" }),
      inPlace(place, integer),
      "major",
      "major",
    ),
  ]),
  ...["query", "header", "cookie"].flatMap((place) => [
    ...edit(
      `a new required parameter in ${place}`,
      operationOf(),
      inPlace(place, text, { required: true }),
      "major",
      "minor",
    ),
    ...edit(
      `a new optional parameter in ${place}`,
      operationOf(),
      inPlace(place, text),
      "minor",
      "minor",
    ),
  ]),
  ...edit(
    "a header in other letters",
    inPlace("header", text, { name: "X-Trace" }),
    inPlace("header", text, { name: "x-trace" }),
    "none",
    "none",
  ),
  ...edit(
    "a query parameter in other letters",
    query(text, { required: true }),
    query(text, { required: true, name: "Q" }),
    { bump: "major", causes: 2 },
  ),
  ...edit(
    "a header that OpenAPI ignores",
    operationOf(),
    inPlace("header", text, { name: "Accept", required: true }),
    "none",
    "none",
  ),
  ...edit(
    "an Authorization header that OpenAPI ignores",
    operationOf(),
    inPlace("header", text, { name: "authorization", required: true }),
    "none",
    "none",
  ),
  ...edit(
    "a parameter moves to the path item",
    query(text),
    documentOf({
      "/things": {
        parameters: [{ name: "q", in: "query", schema: text }],
        get: { responses: noContent },
      },
    }),
    "none",
    "none",
  ),
  ...edit(
    "a parameter moves to components",
    query(text),
    parameterOf(
      { $ref: "#/components/parameters/Q" },
      { components: { parameters: { Q: { name: "q", in: "query", schema: text } } } },
    ),
    "none",
    "none",
  ),
  ...edit(
    "an operation overrides the parameter of its path",
    documentOf({
      "/things": {
        parameters: [{ name: "q", in: "query", required: true, schema: text }],
        get: { parameters: [{ name: "q", in: "query", schema: text }], responses: noContent },
      },
    }),
    query(text),
    "none",
    "none",
  ),
  ...edit(
    "the order of parameters",
    operationOf({
      parameters: [
        { name: "a", in: "query", schema: text },
        { name: "b", in: "query", schema: text },
      ],
    }),
    operationOf({
      parameters: [
        { name: "b", in: "query", schema: text },
        { name: "a", in: "query", schema: text },
      ],
    }),
    "none",
    "none",
  ),
  ...edit(
    "a required parameter moves from query to header",
    query(text, { required: true }),
    inPlace("header", text, { name: "q", required: true }),
    { bump: "major", causes: 2 },
  ),
  ...edit(
    "explode said as it is by default",
    query({ type: "array", items: text }),
    query({ type: "array", items: text }, { style: "form", explode: true }),
    "none",
    "none",
  ),
  ...edit(
    "explode of a list",
    query({ type: "array", items: text }),
    query({ type: "array", items: text }, { explode: false }),
    "major",
    "major",
  ),
  ...edit("explode of one value", query(text), query(text, { explode: false }), "none", "none"),
  ...edit(
    "a delimiter of a list",
    query({ type: "array", items: text }, { explode: false }),
    query({ type: "array", items: text }, { style: "pipeDelimited", explode: false }),
    "major",
    "major",
  ),
  ...edit(
    "an exploded list has no delimiter",
    query({ type: "array", items: text }),
    query({ type: "array", items: text }, { style: "pipeDelimited", explode: true }),
    "none",
    "none",
  ),
  ...edit(
    "deepObject of an object",
    query(object({ a: text }), { explode: true }),
    query(object({ a: text }), { style: "deepObject", explode: true }),
    "major",
    "major",
  ),
  ...edit(
    "a list in a header is the same exploded",
    inPlace("header", { type: "array", items: text }),
    inPlace("header", { type: "array", items: text }, { explode: true }),
    "none",
    "none",
  ),
  ...edit(
    "an object in a header is not",
    inPlace("header", object({ a: text })),
    inPlace("header", object({ a: text }), { explode: true }),
    "major",
    "major",
  ),
  ...edit(
    "matrix instead of simple",
    inPlace("path", text),
    inPlace("path", text, { style: "matrix" }),
    "major",
    "major",
  ),
  ...edit(
    "label instead of simple",
    inPlace("path", text),
    inPlace("path", text, { style: "label" }),
    "major",
    "major",
  ),
  ...edit(
    "a parameter that is JSON",
    query(object({ a: text })),
    parameterOf({
      name: "q",
      in: "query",
      content: { "application/json": { schema: object({ a: text }) } },
    }),
    "major",
    "major",
  ),
  ...edit(
    "a path parameter is renamed",
    inPlace("path", text),
    documentOf({
      "/things/{thing}": {
        get: {
          parameters: [{ name: "thing", in: "path", required: true, schema: text }],
          responses: noContent,
        },
      },
    }),
    "none",
    "none",
  ),
  ...edit(
    "two path parameters change names, not places",
    documentOf({
      "/a/{x}/b/{y}": {
        get: {
          parameters: [
            { name: "x", in: "path", required: true, schema: integer },
            { name: "y", in: "path", required: true, schema: text },
          ],
          responses: noContent,
        },
      },
    }),
    documentOf({
      "/a/{y}/b/{x}": {
        get: {
          parameters: [
            { name: "x", in: "path", required: true, schema: text },
            { name: "y", in: "path", required: true, schema: integer },
          ],
          responses: noContent,
        },
      },
    }),
    "none",
    "none",
  ),
  ...edit(
    "a default of a parameter",
    query(integer),
    query({ type: "integer", default: 5 }),
    "minor",
    "minor",
  ),
  ...edit(
    "another default",
    query({ type: "integer", default: 4 }),
    query({ type: "integer", default: 5 }),
    "minor",
    "minor",
  ),
  ...edit(
    "numbers as text",
    query({ type: "integer", enum: [1, 2] }),
    query({ type: "string", enum: ["1", "2", "3"] }),
    { bump: "minor", causes: 2 },
    "major",
  ),
  ...edit(
    "an empty value of text, which was never forbidden",
    query(text),
    query(text, { allowEmptyValue: true }),
    "none",
    "none",
  ),
  ...edit(
    "a deprecated parameter",
    query(text),
    query(text, { deprecated: true }),
    "minor",
    "patch",
  ),
  ...edit(
    "the description of a parameter",
    query(text),
    query(text, { description: "Words" }),
    "patch",
    "patch",
  ),
  ...edit(
    "an example of a parameter",
    query(text),
    query(text, { example: "a" }),
    "patch",
    "patch",
  ),
  ...edit(
    "a list that takes fewer",
    query({ type: "array", items: text, maxItems: 5 }),
    query({ type: "array", items: text, maxItems: 4 }),
    "major",
    "minor",
  ),
];

const body = (content: JsonObject, rest: JsonObject = {}, document: JsonObject = {}) =>
  operationOf({ requestBody: { content, ...rest } }, { method: "post", ...document });
const json = (schema: JsonValue): JsonObject => ({ "application/json": { schema } });
const noBody = operationOf({}, { method: "post" });

const bodies: readonly DocumentRow[] = [
  ...edit("a new optional body", noBody, body(json(text)), "minor"),
  ...edit("a new required body", noBody, body(json(text), { required: true }), "major"),
  ...edit(
    "a body becomes required",
    body(json(text)),
    body(json(text), { required: true }),
    "major",
    "minor",
  ),
  ...edit(
    "a body moves to components",
    body(json(text)),
    operationOf(
      { requestBody: { $ref: "#/components/requestBodies/B" } },
      { method: "post", components: { requestBodies: { B: { content: json(text) } } } },
    ),
    "none",
    "none",
  ),
  ...edit(
    "one more media type",
    body(json(text)),
    body({ ...json(text), "text/plain": { schema: text } }),
    "minor",
    "major",
  ),
  ...edit(
    "a media type in other letters",
    body(json(text)),
    body({ "Application/JSON": { schema: text } }),
    "none",
    "none",
  ),
  ...edit(
    "a charset of JSON",
    body(json(text)),
    body({ "application/json; charset=utf-8": { schema: text } }),
    "none",
    "none",
  ),
  ...edit(
    "another media type",
    body(json(text)),
    body({ "application/xml": { schema: text } }),
    { bump: "major", causes: 2 },
    { bump: "major", causes: 2 },
  ),
  ...edit(
    "a range instead of a type",
    body(json(text)),
    body({ "application/*": { schema: text } }),
    "minor",
    "major",
  ),
  ...edit("any media type", body(json(text)), body({ "*/*": { schema: text } }), "minor", "major"),
  ...edit(
    "a problem instead of JSON",
    body(json(text)),
    body({ "application/problem+json": { schema: text } }),
    { bump: "major", causes: 2 },
    { bump: "major", causes: 2 },
  ),
  ...edit(
    "a range of less beside a range",
    body({ "application/*": { schema: text } }),
    body({
      "application/*": { schema: text },
      "application/json": { schema: { type: "string", maxLength: 3 } },
    }),
    "major",
    "minor",
  ),
  ...edit(
    "a range of the same beside a range",
    body({ "application/*": { schema: text } }),
    body({ "application/*": { schema: text }, "application/json": { schema: text } }),
    "none",
    "none",
  ),
  ...edit(
    "a new optional property of a request",
    body(json(object({ a: text }))),
    body(json(object({ a: text, b: text }))),
    "minor",
    "minor",
  ),
  ...edit(
    "a new required property of a request",
    body(json(object({ a: text }))),
    body(json(object({ a: text, b: text }, { required: ["b"] }))),
    { bump: "major" },
  ),
  ...edit(
    "a property that a closed request lost",
    body(json(object({ a: text, b: text }, { additionalProperties: false }))),
    body(json(object({ a: text }, { additionalProperties: false }))),
    "major",
    "minor",
  ),
  ...edit(
    "a required property that is read only",
    body(json(object({ a: text }))),
    body(json(object({ a: text, id: { type: "string", readOnly: true } }, { required: ["id"] }))),
    "none",
    "none",
  ),
  ...edit(
    "a read-only property changes its type",
    body(json(object({ id: { type: "string", readOnly: true } }))),
    body(json(object({ id: { type: "integer", readOnly: true } }))),
    "none",
    "none",
  ),
  ...edit(
    "a write-only property changes its type",
    body(json(object({ id: { type: "string", writeOnly: true } }))),
    body(json(object({ id: { type: "integer", writeOnly: true } }))),
    "major",
    "major",
  ),
  ...edit(
    "a default of a property",
    body(json(object({ a: text }))),
    body(json(object({ a: { type: "string", default: "x" } }))),
    "minor",
    "minor",
  ),
  ...edit(
    "a form",
    body({ "application/x-www-form-urlencoded": { schema: object({ a: text }) } }),
    body({
      "application/x-www-form-urlencoded": {
        schema: object({ a: { type: "string", maxLength: 3 } }),
      },
    }),
    "major",
    "minor",
  ),
  ...edit(
    "a part of a form",
    body({ "multipart/form-data": { schema: object({ a: text }, { required: ["a"] }) } }),
    body({
      "multipart/form-data": { schema: object({ a: text, b: text }, { required: ["a", "b"] }) },
    }),
    "major",
    "minor",
  ),
  ...edit(
    "the description of a property",
    body(json(object({ a: text }))),
    body(json(object({ a: { type: "string", description: "Words" } }))),
    "patch",
    "patch",
  ),
  ...edit(
    "the title of a schema",
    body(json(text)),
    body(json({ type: "string", title: "Words" })),
    "patch",
    "patch",
  ),
  ...edit(
    "a comment in a schema",
    body(json(text)),
    body(json({ type: "string", $comment: "Words" })),
    "patch",
    "patch",
  ),
  ...edit(
    "a deprecated property",
    body(json(object({ a: text }))),
    body(json(object({ a: { type: "string", deprecated: true } }))),
    "minor",
    "patch",
  ),
  ...edit(
    "an extensible enum of a request binds",
    body(json({ type: "string", "x-extensible-enum": ["a", "b"] })),
    body(json({ type: "string", "x-extensible-enum": ["a"] })),
    "major",
    "minor",
  ),
];

const answer = (schema: JsonValue, rest: JsonObject = {}) =>
  responsesOf({ "200": jsonResponse(schema, rest) });
const header = (value: JsonObject, name = "X-Total") =>
  responsesOf({ "204": { description: "Done", headers: { [name]: value } } });
const statuses = (...names: readonly string[]) =>
  responsesOf(Object.fromEntries(names.map((name) => [name, jsonResponse(text)])));

const answers: readonly DocumentRow[] = [
  ...edit(
    "a new property of a response",
    answer(object({ a: text })),
    answer(object({ a: text, b: text })),
    "minor",
  ),
  ...edit(
    "a new property of a closed response",
    answer(object({ a: text }, { additionalProperties: false })),
    answer(object({ a: text, b: text }, { additionalProperties: false })),
    "major",
    "minor",
  ),
  ...edit(
    "an optional property that a response lost",
    answer(object({ a: text, b: text })),
    answer(object({ a: text })),
    "minor",
  ),
  ...edit(
    "a required property that a response lost",
    answer(object({ a: text, b: text }, { required: ["b"] })),
    answer(object({ a: text })),
    "major",
  ),
  ...edit(
    "a property of a response becomes optional",
    answer(object({ a: text }, { required: ["a"] })),
    answer(object({ a: text })),
    "major",
    "minor",
  ),
  ...edit(
    "a write-only property of a response",
    answer(object({ a: text })),
    answer(
      object({ a: text, secret: { type: "string", writeOnly: true } }, { required: ["secret"] }),
    ),
    "none",
    "none",
  ),
  ...edit(
    "a read-only property of a response changes its type",
    answer(object({ id: { type: "string", readOnly: true } }, { required: ["id"] })),
    answer(object({ id: { type: "integer", readOnly: true } }, { required: ["id"] })),
    "major",
    "major",
  ),
  ...edit(
    "an extensible enum of a response is open",
    answer({ type: "string", "x-extensible-enum": ["a", "b"] }),
    answer({ type: "string", "x-extensible-enum": ["a", "b", "c"] }),
    "minor",
    "minor",
  ),
  ...edit(
    "an enum of a response gets a value",
    answer({ type: "string", enum: ["a"] }),
    answer({ type: "string", enum: ["a", "b"] }),
    "major",
    "minor",
  ),
  ...edit("a new success", statuses("200"), statuses("200", "201"), "major", "minor"),
  ...edit("a new failure", statuses("200"), statuses("200", "404"), "major", "minor"),
  ...edit(
    "a code that its range described",
    statuses("200", "4XX"),
    statuses("200", "404", "4XX"),
    "none",
    "none",
  ),
  ...edit(
    "a code that default described",
    statuses("200", "default"),
    statuses("200", "404", "default"),
    "none",
    "none",
  ),
  ...edit(
    "a range that default described",
    statuses("200", "default"),
    statuses("200", "5XX", "default"),
    "none",
    "none",
  ),
  ...edit(
    "a default instead of a code",
    statuses("200", "404"),
    statuses("200", "default"),
    "major",
  ),
  ...edit(
    "a code of less than its default",
    responsesOf({ "200": jsonResponse(text), default: jsonResponse(text) }),
    responsesOf({
      "200": jsonResponse(text),
      "404": jsonResponse({ type: "string", maxLength: 3 }),
      default: jsonResponse(text),
    }),
    "minor",
    "major",
  ),
  ...edit(
    "a required response header",
    header({ schema: text }),
    header({ schema: text, required: true }),
    "minor",
    "major",
  ),
  ...edit(
    "a new response header",
    responsesOf(noContent),
    header({ schema: text }),
    "minor",
    "minor",
  ),
  ...edit(
    "a new required response header",
    responsesOf(noContent),
    header({ schema: text, required: true }),
    "minor",
    "major",
  ),
  ...edit(
    "a response header in other letters",
    header({ schema: text }),
    header({ schema: text }, "x-total"),
    "none",
    "none",
  ),
  ...edit(
    "a response header of less",
    header({ schema: { type: "integer", minimum: 0 } }),
    header({ schema: { type: "integer", minimum: 1 } }),
    "minor",
    "major",
  ),
  ...edit(
    "a Content-Type header that OpenAPI ignores",
    responsesOf(noContent),
    header({ schema: text, required: true }, "Content-Type"),
    "none",
    "none",
  ),
  ...edit(
    "a response header moves to components",
    header({ schema: text }),
    responsesOf(
      {
        "204": { description: "Done", headers: { "X-Total": { $ref: "#/components/headers/T" } } },
      },
      { components: { headers: { T: { schema: text } } } },
    ),
    "none",
    "none",
  ),
  ...edit(
    "a response moves to components",
    answer(text),
    responsesOf(
      { "200": { $ref: "#/components/responses/R" } },
      { components: { responses: { R: jsonResponse(text) } } },
    ),
    "none",
    "none",
  ),
  ...edit(
    "a media type of a response is lost",
    responsesOf({
      "200": { description: "Fine", content: { ...json(text), "text/plain": { schema: text } } },
    }),
    answer(text),
    "minor",
  ),
  ...edit(
    "a media type of a response in other letters",
    answer(text),
    responsesOf({
      "200": { description: "Fine", content: { "APPLICATION/json": { schema: text } } },
    }),
    "none",
    "none",
  ),
  ...edit(
    "another media type of a response",
    answer(text),
    responsesOf({
      "200": { description: "Fine", content: { "application/hal+json": { schema: text } } },
    }),
    { bump: "major", causes: 2 },
    { bump: "major", causes: 2 },
  ),
  ...edit(
    "the words of a response",
    answer(text),
    answer(text, { description: "Words" }),
    "patch",
    "patch",
  ),
  ...edit(
    "a link of a response",
    answer(text),
    answer(text, {
      links: { self: { operationRef: "#/paths/~1things/get", description: "Words" } },
    }),
    "patch",
  ),
  ...edit(
    "an example of a response",
    answer(text),
    responsesOf({
      "200": {
        description: "Fine",
        content: { "application/json": { schema: text, example: "a" } },
      },
    }),
    "patch",
    "patch",
  ),
];

const named = (operationId: string, rest: JsonObject = {}) => operationOf({ operationId, ...rest });
const two = documentOf({
  "/things": { get: { responses: noContent }, put: { responses: noContent } },
});
const secured = (security: JsonValue, more: JsonObject = {}) =>
  operationOf(
    { security },
    {
      components: {
        securitySchemes: {
          key: { type: "apiKey", in: "header", name: "X-Key" },
          basic: { type: "http", scheme: "basic" },
          oauth: {
            type: "oauth2",
            flows: {
              clientCredentials: {
                tokenUrl: "https://a.example/t",
                scopes: { read: "r", write: "w" },
              },
            },
          },
          ...more,
        },
      },
    },
  );
const served = (...urls: readonly string[]) =>
  operationOf({}, { servers: urls.map((url) => ({ url })) });
const deprecated = (more: JsonObject = {}) => operationOf({ deprecated: true, ...more });
const none = documentOf({ "/other": { get: { responses: noContent } } });
const withThings = (operation: JsonObject = {}) =>
  documentOf({
    "/other": { get: { responses: noContent } },
    "/things": { get: { responses: noContent, ...operation } },
  });

const operations: readonly DocumentRow[] = [
  ...edit("a new operation", operationOf(), two, "minor", "major"),
  ...edit("a new path", none, withThings(), "minor", "major"),
  ...edit("a path is renamed", operationOf(), operationOf({}, { path: "/stuff" }), {
    bump: "major",
    causes: 2,
  }),
  ...edit("a method becomes another", operationOf(), operationOf({}, { method: "post" }), {
    bump: "major",
    causes: 2,
  }),
  ...edit(
    "the name of an operation is no part of the wire",
    named("a"),
    named("b"),
    "none",
    "none",
  ),
  ...edit("an operation is deprecated", operationOf(), deprecated(), "minor", "patch"),
  ...edit(
    "a deprecated operation is removed without a sunset",
    withThings({ deprecated: true }),
    none,
    "major",
  ),
  ...edit(
    "a deprecated operation is removed before its sunset",
    withThings({ deprecated: true, "x-sunset": "2027-01-01" }),
    none,
    "major",
  ),
  ...edit(
    "a deprecated operation is removed after its sunset",
    withThings({ deprecated: true, "x-sunset": "2026-01-01" }),
    none,
    "minor",
  ),
  ...edit("a sunset is announced", deprecated(), deprecated({ "x-sunset": "2027-01-01" }), "minor"),
  ...edit(
    "a sunset comes sooner than announced",
    deprecated({ "x-sunset": "2027-06-01" }),
    deprecated({ "x-sunset": "2027-01-01" }),
    "major",
    "minor",
  ),
  ...edit(
    "the summary of an operation",
    operationOf(),
    operationOf({ summary: "Words" }),
    "patch",
    "patch",
  ),
  ...edit("a tag", operationOf(), operationOf({ tags: ["a"] }), "patch", "patch"),
  ...edit(
    "an extension that nobody reads",
    operationOf(),
    operationOf({ "x-note": 1 }),
    "patch",
    "patch",
  ),
  ...edit(
    "the version of the document",
    operationOf(),
    operationOf({}, { info: { title: "Shop", version: "2.0.0" } }),
    "patch",
    "patch",
  ),
  ...edit(
    "the description of the document",
    operationOf(),
    operationOf({}, { info: { title: "Shop", version: "1.0.0", description: "Words" } }),
    "patch",
    "patch",
  ),
  ...edit(
    "the dialect of the document",
    messageOf("response", { type: "string", nullable: true }, { dialect: "3.0" }),
    messageOf("response", { type: ["string", "null"] }),
    "none",
    "none",
  ),
  ...edit(
    "the dialect of a bound",
    messageOf(
      "request",
      { type: "number", minimum: 0, exclusiveMinimum: true },
      { dialect: "3.0" },
    ),
    messageOf("request", { type: "number", exclusiveMinimum: 0 }),
    "none",
    "none",
  ),
  ...edit(
    "a schema that nobody uses",
    operationOf(),
    operationOf({}, { components: { schemas: { Unused: text } } }),
    "none",
    "none",
  ),
  // Security
  ...edit(
    "authentication where there was none",
    secured([]),
    secured([{ key: [] }]),
    "major",
    "minor",
  ),
  ...edit("no authentication is an empty requirement", secured([]), secured([{}]), "none", "none"),
  ...edit(
    "authentication is optional",
    secured([{ key: [] }]),
    secured([{}, { key: [] }]),
    "minor",
    "major",
  ),
  ...edit(
    "one more way in",
    secured([{ key: [] }]),
    secured([{ key: [] }, { basic: [] }]),
    "minor",
    "major",
  ),
  ...edit("another way in", secured([{ key: [] }]), secured([{ basic: [] }]), "major", "major"),
  ...edit(
    "two ways in at once",
    secured([{ key: [] }]),
    secured([{ key: [], basic: [] }]),
    "major",
    "minor",
  ),
  ...edit(
    "the order of the ways in",
    secured([{ key: [] }, { basic: [] }]),
    secured([{ basic: [] }, { key: [] }]),
    "none",
    "none",
  ),
  ...edit(
    "one more scope",
    secured([{ oauth: ["read"] }]),
    secured([{ oauth: ["read", "write"] }]),
    "major",
    "minor",
  ),
  ...edit(
    "the order of scopes",
    secured([{ oauth: ["write", "read"] }]),
    secured([{ oauth: ["read", "write"] }]),
    "none",
    "none",
  ),
  ...edit(
    "a scheme with another name",
    secured([{ key: [] }]),
    secured([{ token: [] }], { token: { type: "apiKey", in: "header", name: "x-key" } }),
    "none",
    "none",
  ),
  ...edit(
    "a key in another header",
    secured([{ key: [] }]),
    secured([{ key: [] }], { key: { type: "apiKey", in: "header", name: "X-Other" } }),
    "major",
    "major",
  ),
  ...edit(
    "a key in the query",
    secured([{ key: [] }]),
    secured([{ key: [] }], { key: { type: "apiKey", in: "query", name: "X-Key" } }),
    "major",
    "major",
  ),
  ...edit(
    "security moves to the document",
    secured([{ key: [] }]),
    operationOf(
      {},
      {
        security: [{ key: [] }],
        components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } },
      },
    ),
    "none",
    "none",
  ),
  ...edit(
    "the words of a scheme",
    secured([{ key: [] }]),
    secured([{ key: [] }], {
      key: { type: "apiKey", in: "header", name: "X-Key", description: "Words" },
    }),
    "patch",
    "patch",
  ),
  // Servers
  ...edit(
    "another server",
    served("https://a.example"),
    served("https://b.example"),
    "major",
    "major",
  ),
  ...edit(
    "one more server",
    served("https://a.example"),
    served("https://a.example", "https://b.example"),
    "minor",
    "major",
  ),
  ...edit(
    "the order of servers",
    served("https://a.example", "https://b.example"),
    served("https://b.example", "https://a.example"),
    "none",
    "none",
  ),
  ...edit(
    "a slash at the end of a server",
    served("https://a.example"),
    served("https://a.example/"),
    "none",
    "none",
  ),
  ...edit(
    "servers move to the path",
    served("https://a.example"),
    documentOf({
      "/things": { servers: [{ url: "https://a.example" }], get: { responses: noContent } },
    }),
    "none",
    "none",
  ),
  ...edit(
    "the path moves into the server",
    operationOf({}, { servers: [{ url: "https://a.example" }], path: "/v1/things" }),
    operationOf({}, { servers: [{ url: "https://a.example/v1" }], path: "/things" }),
    "none",
    "none",
  ),
  ...edit(
    "a variable of a server lost a value",
    operationOf(
      {},
      {
        servers: [
          { url: "https://{r}.example", variables: { r: { default: "eu", enum: ["eu", "us"] } } },
        ],
      },
    ),
    operationOf(
      {},
      {
        servers: [
          { url: "https://{r}.example", variables: { r: { default: "eu", enum: ["eu"] } } },
        ],
      },
    ),
    "major",
    "minor",
  ),
  ...edit(
    "servers as a variable",
    served("https://eu.example", "https://us.example"),
    operationOf(
      {},
      {
        servers: [
          { url: "https://{r}.example", variables: { r: { default: "eu", enum: ["eu", "us"] } } },
        ],
      },
    ),
    "none",
    "none",
  ),
  ...edit(
    "the words of a server",
    served("https://a.example"),
    operationOf({}, { servers: [{ url: "https://a.example", description: "Words" }] }),
    "patch",
    "patch",
  ),
];

const hook = (schema: JsonValue, responses: JsonObject = noContent) =>
  documentOf(
    {},
    {
      webhooks: {
        sent: { post: { requestBody: { required: true, content: json(schema) }, responses } },
      },
    },
  );
const callback = (schema: JsonValue, responses: JsonObject = noContent) =>
  operationOf(
    {
      callbacks: {
        done: {
          "{$request.body#/url}": {
            post: { requestBody: { required: true, content: json(schema) }, responses },
          },
        },
      },
    },
    { method: "post" },
  );

const turnedRound: readonly DocumentRow[] = [
  { what: "webhook", of: hook },
  { what: "callback", of: callback },
].flatMap(({ what, of }) => [
  ...edit(
    `a ${what} says more`,
    of(object({ a: text })),
    of(object({ a: text, b: text })),
    "minor",
  ),
  ...edit(
    `a ${what} must say more`,
    of(object({ a: text })),
    of(object({ a: text }, { required: ["a"] })),
    "minor",
    "major",
  ),
  ...edit(
    `an enum of a ${what} gets a value`,
    of({ type: "string", enum: ["a"] }),
    of({ type: "string", enum: ["a", "b"] }),
    "major",
    "minor",
  ),
  ...edit(
    `a ${what} wants another answer`,
    of(text, { "200": jsonResponse(object({ a: text })) }),
    of(text, { "200": jsonResponse(object({ a: text }, { required: ["a"] })) }),
    "major",
    "minor",
  ),
  ...edit(
    `a ${what} takes one more answer`,
    of(text, { "200": jsonResponse(text) }),
    of(text, { "200": jsonResponse(text), "202": jsonResponse(text) }),
    "minor",
    "major",
  ),
]);

const kinds = (mapping: JsonObject | undefined, ...names: readonly string[]) => ({
  oneOf: names.map((name) => ({ $ref: `#/components/schemas/${name}` })),
  discriminator: { propertyName: "kind", ...(mapping === undefined ? {} : { mapping }) },
});
const variant = (name: string, property: string) =>
  object(
    { kind: { type: "string", enum: [name] }, [property]: text },
    { required: ["kind", property] },
  );
const variants = { A: variant("a", "x"), B: variant("b", "y"), C: variant("c", "z") };
/** The variant and its name in the mapping. */
const widened = { bump: "minor", causes: 2 } as const;
const mapping = { a: "#/components/schemas/A", b: "#/components/schemas/B" };

const discriminators: readonly DocumentRow[] = (["request", "response"] as const).flatMap(
  (position) => {
    const of = (schema: JsonValue) => messageOf(position, schema, { components: variants });
    const isRequest = position === "request";
    return [
      ...edit(
        `one more variant in a ${position}`,
        of(kinds(mapping, "A", "B")),
        of(kinds({ ...mapping, c: "#/components/schemas/C" }, "A", "B", "C")),
        isRequest ? widened : "major",
        isRequest ? "major" : widened,
      ),
      ...edit(
        `a mapping in another order in a ${position}`,
        of(kinds(mapping, "A", "B")),
        of(kinds({ b: "#/components/schemas/B", a: "#/components/schemas/A" }, "B", "A")),
        "none",
        "none",
      ),
      ...edit(
        `a mapping by name in a ${position}`,
        of(kinds(mapping, "A", "B")),
        of(kinds({ a: "A", b: "B" }, "A", "B")),
        "none",
        "none",
      ),
    ];
  },
);

const deep = (depth: number, inner: JsonObject): JsonObject => {
  let schema = inner;
  for (let level = 0; level < depth; level += 1) schema = object({ a: schema });
  return schema;
};
const choices = (count: number, last: JsonValue) => ({
  oneOf: Array.from({ length: count }, (_, index) =>
    object(
      { kind: { const: `k${String(index)}` }, value: index === count - 1 ? last : text },
      { required: ["kind"] },
    ),
  ),
});

const large: readonly DocumentRow[] = [
  ...edit(
    "a bound sixty levels down",
    body(json(deep(60, { type: "string", maxLength: 5 }))),
    body(json(deep(60, { type: "string", maxLength: 4 }))),
    "major",
    "minor",
  ),
  ...edit(
    "one branch of thirty",
    body(json(choices(30, text))),
    body(json(choices(30, { type: "string", maxLength: 3 }))),
    "major",
    "minor",
  ),
  ...edit(
    "thirty branches in another order",
    body(json(choices(30, text))),
    body(json({ oneOf: choices(30, text).oneOf.toReversed() })),
    "none",
    "none",
  ),
  ...edit(
    "one value of ten thousand",
    body(json({ enum: Array.from({ length: 10_000 }, (_, index) => index) })),
    body(json({ enum: Array.from({ length: 9_999 }, (_, index) => index) })),
    "major",
    "minor",
  ),
  ...edit(
    "a catastrophic pattern that is less",
    body(json({ type: "string", pattern: "^[ab]*$" })),
    body(json({ type: "string", pattern: "^(a+)+$" })),
    "major",
    "minor",
  ),
];

const strictly = (rows: readonly DocumentRow[]): readonly DocumentRow[] =>
  rows.map(({ name, given, want }) => ({
    name: `${name}, read strictly`,
    given: { ...given, strict: true },
    want,
  }));

const conventions: readonly DocumentRow[] = [
  ...strictly([
    ...edit(
      "a new optional property of a request",
      body(json(object({ a: text }))),
      body(json(object({ a: text, b: text }))),
      "major",
      "minor",
    ),
    ...edit(
      "a new property of a response",
      answer(object({ a: text })),
      answer(object({ a: text, b: text })),
      "minor",
      "major",
    ),
    ...edit(
      "a shorter maxLength",
      body(json({ type: "string", maxLength: 5 })),
      body(json({ type: "string", maxLength: 4 })),
      "major",
      "minor",
    ),
    ...edit(
      "an open request is closed",
      body(json(object({ a: text }))),
      body(json(object({ a: text }, { additionalProperties: false }))),
      "major",
      "minor",
    ),
    ...edit(
      "allOf of one",
      body(json({ allOf: [object({ a: text })] })),
      body(json(object({ a: text }))),
      "none",
      "none",
    ),
  ]),
];

const shared = (schema: JsonObject) =>
  documentOf(
    Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [
        `/p${String(index)}`,
        { get: { responses: { "200": jsonResponse({ $ref: "#/components/schemas/S" }) } } },
      ]),
    ),
    { components: { schemas: { S: schema } } },
  );

const sharedCauses: readonly DocumentRow[] = [
  ...edit(
    "one schema of twenty operations",
    shared(object({ a: { type: "string", maxLength: 3 } })),
    shared(object({ a: { type: "string", maxLength: 4 } })),
    { bump: "major", causes: 1 },
    { bump: "minor", causes: 1 },
  ),
  ...edit(
    "two keywords of one schema",
    shared(object({ a: { type: "string", maxLength: 3 }, b: { type: "string", maxLength: 3 } })),
    shared(object({ a: { type: "string", maxLength: 4 }, b: { type: "string", maxLength: 4 } })),
    { bump: "major", causes: 2 },
    { bump: "minor", causes: 2 },
  ),
];

/** Whole documents, where OpenAPI and HTTP give the answer. */
export const documentRows: readonly DocumentRow[] = [
  ...parameters,
  ...bodies,
  ...answers,
  ...operations,
  ...turnedRound,
  ...discriminators,
  ...large,
  ...conventions,
  ...sharedCauses,
];
