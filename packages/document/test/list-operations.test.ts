import { expect, test } from "vitest";
import { listCallbacks, listOperations, listWebhooks } from "../src/list-operations.ts";
import { nameOperations, operationName } from "../src/operation-name.ts";
import { sound } from "./sound.ts";

const document = sound(`openapi: 3.1.1
info: { title: T, version: "1" }
servers: [{ url: https://a.example.com }]
security: [{ key: [] }]
paths:
  x-note: { get: {} }
  /b/{id}:
    summary: s
    parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
      - { name: q, in: query, schema: { type: string } }
    post:
      operationId: makeB
      parameters:
        - { $ref: "#/components/parameters/Q" }
        - { name: q, in: header, schema: {} }
      requestBody: { $ref: "#/components/requestBodies/B" }
      responses: { "201": { $ref: "#/components/responses/Ok" }, 4XX: { description: d }, default: { description: d } }
      security: []
      servers: [{ url: https://b.example.com }]
      deprecated: true
      tags: [t]
      callbacks:
        done: { "{$request.body#/url}": { post: { responses: { "200": { description: d } } } } }
    get:
      responses: { "200": { description: d } }
  /a:
    servers: [{ url: https://c.example.com }]
    get: { security: [{ oauth: [read, write] }, {}], summary: s, description: d, responses: { "200": { description: d } } }
webhooks:
  newB: { post: { responses: { "200": { description: d } } } }
components:
  parameters: { Q: { name: q, in: query, schema: { type: integer } } }
  requestBodies: { B: { content: { application/json: {} } } }
  responses: { Ok: { description: d } }
  securitySchemes:
    key: { type: apiKey, in: header, name: k }
    oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: https://a, scopes: { read: r, write: w } } } }
`);

const [makeB, getB, getA] = listOperations(document);

test("operations stand in the document's order", () => {
  const lines = listOperations(document).map(
    ({ name, method, path }) => `${name} ${method} ${path}`,
  );
  expect(lines).toEqual(["makeB POST /b/{id}", "getBId GET /b/{id}", "getA GET /a"]);
});

test("an operation's parameter replaces the path's of the same name and place", () => {
  expect(makeB?.parameters.map(({ pointer, usedAt }) => [pointer, usedAt])).toEqual([
    ["/paths/~1b~1{id}/parameters/0", "/paths/~1b~1{id}/parameters/0"],
    ["/components/parameters/Q", "/paths/~1b~1{id}/post/parameters/0"],
    ["/paths/~1b~1{id}/post/parameters/1", "/paths/~1b~1{id}/post/parameters/1"],
  ]);
  expect(getB?.parameters.map(({ pointer }) => pointer)).toEqual([
    "/paths/~1b~1{id}/parameters/0",
    "/paths/~1b~1{id}/parameters/1",
  ]);
});

test("bodies and responses are resolved, and know where they are used", () => {
  expect(makeB?.requestBody).toEqual({
    pointer: "/components/requestBodies/B",
    usedAt: "/paths/~1b~1{id}/post/requestBody",
    value: { content: { "application/json": {} } },
  });
  expect(makeB?.responses.map(({ status, pointer }) => [status, pointer])).toEqual([
    ["201", "/components/responses/Ok"],
    ["4XX", "/paths/~1b~1{id}/post/responses/4XX"],
    ["default", "/paths/~1b~1{id}/post/responses/default"],
  ]);
  expect(getB?.requestBody).toBeUndefined();
});

test("security and servers are inherited", () => {
  expect(makeB?.security).toEqual([]);
  expect(getB?.security).toEqual([{ key: [] }]);
  expect(getA?.security).toEqual([{ oauth: ["read", "write"] }, {}]);
  const urls = [makeB, getB, getA].map((entry) => entry?.servers.map(({ value }) => value["url"]));
  expect(urls).toEqual([
    ["https://b.example.com"],
    ["https://a.example.com"],
    ["https://c.example.com"],
  ]);
});

test("a document without servers has the server /", () => {
  const bare = sound(
    'openapi: 3.1.1\ninfo: { title: T, version: "1" }\npaths: { /a: { get: {} } }\n',
  );
  const [operation] = listOperations(bare);
  expect(operation?.servers.map(({ value }) => value)).toEqual([{ url: "/" }]);
  expect(operation?.security).toEqual([]);
});

test("what an operation says of itself is at hand", () => {
  const { deprecated, tags, operationId } = makeB ?? {};
  expect({ deprecated, tags, operationId }).toEqual({
    deprecated: true,
    tags: ["t"],
    operationId: "makeB",
  });
  const { summary, description, operationId: none } = getA ?? {};
  expect({ summary, description, none }).toEqual({
    summary: "s",
    description: "d",
    none: undefined,
  });
});

test("webhooks and callbacks are listed apart", () => {
  expect(listWebhooks(document).map(({ name, path, pointer }) => [name, path, pointer])).toEqual([
    ["postNewB", "newB", "/webhooks/newB/post"],
  ]);
  expect(listCallbacks(document).map(({ path, callback, of }) => [path, callback, of])).toEqual([
    ["{$request.body#/url}", "done", "/paths/~1b~1{id}/post"],
  ]);
});

const names = [
  { given: ["GET", "/v1/Channels/{Sid}"], want: "getV1ChannelsSid" },
  { given: ["DELETE", "/"], want: "delete" },
  { given: ["PUT", "/a-b/c_d.e"], want: "putABCDE" },
  { given: ["PATCH", "/{a}/{b}"], want: "patchAB" },
  { given: ["GET", "/über/straße"], want: "getÜberStraße" },
  { given: ["GET", "/𝒶b"], want: "get𝒶b" },
  { given: ["COPY", "/2/x"], want: "copy2X" },
] as const;

test.each(names)("$given is named $want", ({ given: [method, path], want }) => {
  expect(operationName(method, path)).toBe(want);
});

test("names that collide are told apart, in whatever order the document has them", () => {
  const operations = [
    { operationId: undefined, method: "GET", path: "/a/b", pointer: "/paths/~1a~1b/get" },
    { operationId: undefined, method: "GET", path: "/a-b", pointer: "/paths/~1a-b/get" },
    { operationId: "getAB", method: "POST", path: "/c", pointer: "/paths/~1c/post" },
  ];
  const want = ["getAB_3", "getAB_2", "getAB"];
  expect(nameOperations(operations)).toEqual(want);
  expect(nameOperations(operations.toReversed())).toEqual(want.toReversed());
});

test("an operation of a path item that two paths share has a name a path", () => {
  const shared = sound(`openapi: 3.0.3
info: { title: T, version: "1" }
paths:
  /a: { $ref: "#/paths/~1b" }
  /b: { get: { responses: { "200": { description: OK } } } }
`);
  expect(listOperations(shared).map(({ name, path }) => [name, path])).toEqual([
    ["getA", "/a"],
    ["getB", "/b"],
  ]);
});
