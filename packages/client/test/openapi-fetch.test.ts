import { QueryClient } from "@tanstack/react-query";
import createReactQueryClient from "openapi-react-query";
import { describe, expect, test } from "vitest";
import { isFlexError } from "../src/index.ts";
import { createOpenapiFetchClient } from "../src/openapi-fetch-client.ts";
import { account, channel, found, json, reset, scriptedFetch, sid } from "./scripted-fetch.ts";

const path = "/v1/Channels/{Sid}";
const params = { path: { Sid: sid } };
const quick = { ...account, random: (): number => 0 };

describe("the openapi-fetch client", () => {
  test("sends with our credentials and retries, and gives data and a real Response", async () => {
    const fetch = scriptedFetch(reset, json(503, {}), found);
    const client = createOpenapiFetchClient({ ...quick, fetch });
    const { data, error, response } = await client.GET(path, { params });
    expect(data).toEqual(channel);
    expect(error).toBeUndefined();
    expect(response).toBeInstanceOf(Response);
    expect(fetch.requests).toHaveLength(3);
    expect(fetch.requests[2]?.url).toBe(`https://flex-api.twilio.com/v1/Channels/${sid}`);
    expect(fetch.requests[2]?.init.headers["authorization"]).toMatch(/^Basic /);
  });

  test("gives the error body of an error status, as openapi-fetch has it", async () => {
    const body = { code: 20404, message: "not found" };
    const client = createOpenapiFetchClient({ ...quick, fetch: scriptedFetch(json(404, body)) });
    const { data, error, response } = await client.GET(path, { params });
    expect({ data, error, status: response.status }).toEqual({
      data: undefined,
      error: body,
      status: 404,
    });
  });

  test("rejects with a typed error where no answer comes", async () => {
    const client = createOpenapiFetchClient({ ...quick, fetch: scriptedFetch(reset) });
    const error = await client.GET(path, { params }).catch((thrown: unknown) => thrown);
    expect(isFlexError(error, "connection")).toBe(true);
    expect(error).toMatchObject({
      operationId: "fetchChannel",
      url: "https://flex-api.twilio.com/v1/Channels/{Sid}",
      attempts: [{ reason: "ECONNRESET" }, { reason: "ECONNRESET" }, { reason: "ECONNRESET" }],
    });
  });

  test.each([0, 199, 600, 999])("rejects with a typed error for a status of %d", async (status) => {
    const { headers, body } = found();
    const fetch = (): Promise<object> => Promise.resolve({ status, headers, body });
    const client = createOpenapiFetchClient({ ...quick, fetch: fetch as never });
    const call = client.GET(path, { params });
    await expect(call).rejects.toMatchObject({ kind: "http", status });
  });

  test("rejects with a typed error where an option throws", async () => {
    const random = (): never => {
      throw new Error("an application's mistake");
    };
    const client = createOpenapiFetchClient({ ...account, random, fetch: scriptedFetch(reset) });
    const call = client.GET(path, { params });
    await expect(call).rejects.toMatchObject({ kind: "configuration" });
  });

  test("is abortable by its caller", async () => {
    const controller = new AbortController();
    const client = createOpenapiFetchClient({ ...quick, fetch: scriptedFetch("never") });
    const call = client.GET(path, { params, signal: controller.signal });
    controller.abort(new Error("enough"));
    await expect(call).rejects.toMatchObject({ kind: "abort" });
  });

  test("bounds a body", async () => {
    const client = createOpenapiFetchClient({
      ...quick,
      fetch: scriptedFetch(found),
      maxResponseBytes: 10,
    });
    await expect(client.GET(path, { params })).rejects.toMatchObject({ kind: "parse" });
  });

  test("runs the middleware of its ecosystem", async () => {
    const fetch = scriptedFetch(found);
    const client = createOpenapiFetchClient({ ...quick, fetch });
    client.use({
      onRequest: ({ request }) => {
        request.headers.set("x-middleware", "1");
        return request;
      },
    });
    await client.GET(path, { params });
    expect(fetch.requests[0]?.init.headers).toMatchObject({ "x-middleware": "1" });
  });

  test.each(["https://evil.example", "https://flex-api.twilio.com.evil.example"])(
    "never takes the credentials to %s",
    async (baseUrl) => {
      const fetch = scriptedFetch(found);
      const client = createOpenapiFetchClient({ ...quick, fetch });
      await expect(client.GET(path, { params, baseUrl })).rejects.toMatchObject({
        kind: "configuration",
      });
      expect(fetch.requests).toHaveLength(0);
    },
  );

  test("drives openapi-react-query", async () => {
    const fetch = scriptedFetch(found);
    const api = createReactQueryClient(createOpenapiFetchClient({ ...quick, fetch }));
    const queries = new QueryClient();
    expect(await queries.fetchQuery(api.queryOptions("get", path, { params }))).toEqual(channel);
    expect(queries.getQueryData(["get", path, { params }])).toEqual(channel);
    queries.clear();
  });
});
