import type { RequestParameter, Requests, RequestShape } from "@flex-channels/contract";
import { describe, expect, test } from "vitest";
import { environment } from "../src/behaviours.ts";
import { createMethods } from "../src/create-methods.ts";
import type { FlexClientOptions } from "../src/index.ts";
import { anyBuilder } from "../src/openapi-fetch.ts";
import { account, json, scriptedFetch } from "./scripted-fetch.ts";
import type { Step } from "./scripted-fetch.ts";

/* The client knows no operation by name: here it is given a contract that it has never seen. */

function parameter(
  place: RequestParameter["in"],
  name: string,
  more: Partial<RequestParameter> = {},
): RequestParameter {
  return { name, in: place, ...more };
}

function operation(operationId: string, more: Partial<RequestShape>): RequestShape {
  return {
    operationId,
    method: "GET",
    path: "/things",
    accept: "application/json",
    successes: { "200": ["application/json"] },
    ...more,
  };
}

const operations: readonly RequestShape[] = [
  operation("listThing", {
    parameters: [
      parameter("query", "PageSize"),
      parameter("query", "Tag"),
      parameter("query", "Ids", { explode: false }),
      parameter("query", "Filter", { style: "deepObject" }),
      parameter("header", "X-Trace"),
      parameter("cookie", "session"),
    ],
  }),
  operation("fetchPart", {
    path: "/things/{Id}/parts/{Part}",
    parameters: [parameter("path", "Id"), parameter("path", "Part")],
  }),
  operation("fetchMatrix", {
    path: "/things/{Id}{Label}",
    parameters: [
      parameter("path", "Id", { style: "matrix" }),
      parameter("path", "Label", { style: "label" }),
    ],
  }),
  operation("createThing", {
    method: "POST",
    requestBody: { required: true, content: ["application/json"] },
    successes: { "2XX": ["application/json"] },
  }),
  operation("updateThing", {
    method: "POST",
    requestBody: { required: false, content: ["application/x-www-form-urlencoded"] },
  }),
  operation("deleteThing", {
    method: "DELETE",
    successes: { "204": [] },
  }),
  operation("printThing", { successes: { default: ["text/plain"] } }),
];

const document: Requests = {
  server: "https://things.example/api",
  operations: Object.fromEntries(operations.map((one) => [one.operationId, one])),
};
const parts = { requests: document, argumentChecks: {}, builder: anyBuilder };

function things(...steps: readonly Step[]): {
  readonly call: (name: string, ...given: readonly unknown[]) => Promise<unknown>;
  readonly requests: ReturnType<typeof scriptedFetch>["requests"];
} {
  const fetch = scriptedFetch(...steps);
  const client = createMethods(parts, { ...account, fetch, random: () => 0 });
  return {
    call: async (name, ...given) => client.safe[name]?.(...given),
    requests: fetch.requests,
  };
}

/** A call: the method's name, then its arguments. */
type Given = readonly [name: string, ...given: unknown[]];

const fine = json(200, { fine: true });

test("a method has the name of the table's key, whatever the operationId", async () => {
  const fetch = scriptedFetch(fine);
  const named = { ...document, operations: { listThings: operation("things/list", {}) } };
  const options = { ...account, fetch, random: () => 0 };
  const client = createMethods({ ...parts, requests: named }, options);
  expect(Object.keys(client).toSorted()).toEqual(["listThings", "safe"]);
  expect(await client["listThings"]?.()).toEqual({ fine: true });
  expect(fetch.requests).toHaveLength(1);
});

describe("a document that names no server with a host", () => {
  const { server: _server, ...serverless } = document;
  test.each([
    { name: "none", server: undefined },
    { name: "the default", server: "/" },
    { name: "a path", server: "/v1" },
  ])("$name needs a base URL, whatever the region", async ({ server }) => {
    const requests = { ...serverless, server };
    for (const [behaviours, options] of [
      [{}, {}],
      [environment, {}],
      [environment, { region: "au1" }],
    ] as const) {
      const create = (more: FlexClientOptions): ReturnType<typeof createMethods> =>
        createMethods({ ...parts, ...behaviours, requests }, { ...account, ...options, ...more });
      expect(() => create({})).toThrow(/^baseUrl: expected an http\(s\) URL/);
      const fetch = scriptedFetch(fine);
      await create({ fetch, baseUrl: "https://things.example" })["listThing"]?.();
      expect(fetch.requests[0]?.url).toBe("https://things.example/things");
    }
  });
});

test("a name that stands in several places is judged in each by its own check", async () => {
  const refusing = (expected: string) => (value: unknown) =>
    value === "good"
      ? []
      : [{ path: [], keyword: "const", expected, received: "another text" } as const];
  const checks = { "path id": refusing("a path"), "query id": refusing("a query") };
  const twice = operation("fetchTwice", {
    path: "/things/{id}",
    parameters: [parameter("path", "id"), parameter("query", "id")],
  });
  const fetch = scriptedFetch(fine);
  const client = createMethods(
    {
      builder: anyBuilder,
      requests: { ...document, operations: { fetchTwice: twice } },
      argumentChecks: { fetchTwice: checks },
    },
    { ...account, fetch },
  );
  const given = client.safe["fetchTwice"]?.("bad", { query: { id: "worse" } });
  expect(await given).toMatchObject({
    kind: "argument",
    issues: [{ expected: "a path" }, { expected: "a query" }],
  });
  expect(fetch.requests).toHaveLength(0);
  expect(await client["fetchTwice"]?.("good", { query: { id: "good" } })).toEqual({ fine: true });
});

describe("a request of a contract that is not ours", () => {
  test.each<{ readonly name: string; readonly given: Given; readonly want: string }>([
    { name: "without arguments", given: ["listThing"], want: "/things" },
    {
      name: "with query parameters as the document styles them",
      given: [
        "listThing",
        { query: { PageSize: "5", Tag: ["a b", "c&d"], Ids: ["1", "2"], Filter: { a: "x" } } },
      ],
      want: "/things?PageSize=5&Tag=a%20b&Tag=c%26d&Ids=1,2&Filter[a]=x",
    },
    {
      name: "with a query parameter that is undefined",
      given: ["listThing", { query: { PageSize: undefined } }],
      want: "/things",
    },
    {
      name: "with two path parameters",
      given: ["fetchPart", "a/b?c", "d#e"],
      want: "/things/a%2Fb%3Fc/parts/d%23e",
    },
    {
      name: "with path parameters in matrix and label style",
      given: ["fetchMatrix", "7", "x"],
      want: "/things/;Id=7.x",
    },
  ])("goes to its place $name", async ({ given, want }) => {
    const { call, requests } = things(fine);
    expect(await call(...given)).toMatchObject({
      kind: "success",
      data: { fine: true },
    });
    expect(requests[0]?.url).toBe(`https://things.example/api${want}`);
  });

  test("carries header and cookie parameters", async () => {
    const { call, requests } = things(fine);
    await call("listThing", { header: { "X-Trace": "t" }, cookie: { session: "a;b" } });
    expect(requests[0]?.init.headers).toMatchObject({ "x-trace": "t", cookie: "session=a%3Bb" });
  });

  test.each([
    { name: "JSON", given: "createThing", type: "application/json", want: '{"a":"1"}' },
    {
      name: "a form",
      given: "updateThing",
      type: "application/x-www-form-urlencoded",
      want: "a=1",
    },
  ])("carries its body as $name", async ({ given, type, want }) => {
    const { call, requests } = things(fine);
    await call(given, { body: { a: "1" } });
    expect(requests[0]?.init).toMatchObject({
      method: "POST",
      body: want,
      headers: { "content-type": type },
    });
  });

  test.each<{ readonly name: string; readonly given: Given; readonly want: readonly string[] }>([
    { name: "a missing body", given: ["createThing"], want: ["body"] },
    { name: "a missing path parameter", given: ["fetchPart", "a"], want: ["Part"] },
    { name: "a dot segment", given: ["fetchPart", "..", "a"], want: ["Id"] },
    { name: "an empty segment", given: ["fetchPart", "a", ""], want: ["Part"] },
    { name: "half a surrogate pair", given: ["fetchPart", "a", "\uD800"], want: ["Part"] },
    {
      name: "a header that would end itself",
      given: ["listThing", { header: { "X-Trace": "a\nb" } }],
      want: ["X-Trace"],
    },
    {
      name: "an unknown parameter",
      given: ["listThing", { cookie: { other: "1" } }],
      want: ["cookie", "other"],
    },
  ])("is not sent with $name", async ({ given, want }) => {
    const { call, requests } = things(fine);
    expect(await call(...given)).toMatchObject({
      kind: "argument",
      issues: [{ path: want }],
    });
    expect(requests).toHaveLength(0);
  });
});

describe("an answer of a contract that is not ours", () => {
  test.each<{
    readonly name: string;
    readonly given: Given;
    readonly step: Step;
    readonly want: unknown;
  }>([
    {
      name: "no content",
      given: ["deleteThing"],
      step: () => new Response(null, { status: 204 }),
      want: undefined,
    },
    { name: "text", given: ["printThing"], step: () => new Response("hello"), want: "hello" },
    {
      name: "any success of a range",
      given: ["createThing", { body: {} }],
      step: json(201, 5),
      want: 5,
    },
  ])("is read as $name", async ({ given, step, want }) => {
    const result = await things(step).call(...given);
    expect(result).toMatchObject({ kind: "success", data: want });
  });

  test("to a request that may not be repeated is not asked for again, unless it is 429", async () => {
    const broken = things(json(503, {}));
    expect(await broken.call("createThing", { body: {} })).toMatchObject({
      kind: "http",
      status: 503,
    });
    expect(broken.requests).toHaveLength(1);
    const busy = things(json(429, {}), json(200, 1));
    expect(await busy.call("createThing", { body: {} })).toMatchObject({ kind: "success" });
  });

  test("shows a path argument only where the document says what it is", async () => {
    const result = await things(json(404, {})).call("fetchPart", "my-secret", "x");
    expect(result).toMatchObject({ url: "https://things.example/…/things/{Id}/parts/{Part}" });
  });
});
