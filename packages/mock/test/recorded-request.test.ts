import { expect, test } from "vitest";
import { createMock } from "../src/index.ts";
import * as directory from "./directory-contract.ts";
import { authorization, canary, send } from "./requests.ts";

test("a request is recorded with its operation, arguments and answer", async () => {
  const mock = createMock({ ...directory, requestId: () => "RQ1" });
  await mock(send("GET /v2/Services/IS0001/Users/US01"));
  expect(mock.requests).toEqual([
    {
      method: "GET",
      path: "/v2/Services/IS0001/Users/US01",
      operationId: "fetchUser",
      pathParameters: { ServiceSid: "IS0001", Sid: "US01" },
      query: [],
      headers: { authorization: "[redacted]" },
      status: 200,
      requestId: "RQ1",
    },
  ]);
});

test("what the document declares is shown, what is unknown is not", async () => {
  const mock = createMock(directory);
  const headers = {
    ...authorization,
    "x-trace": "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
    "x-own": canary.password,
    "user-agent": "test/1",
  };
  await mock(send(`GET /v2/Services/IS0001/Users?PageSize=5&token=${canary.password}`, headers));
  expect(mock.requests[0]).toMatchObject({
    query: [
      ["PageSize", "5"],
      ["token", "[redacted]"],
    ],
    headers: {
      "x-trace": headers["x-trace"],
      "x-own": "[redacted]",
      "user-agent": "test/1",
    },
  });
});

test("no secret is recorded, wherever a caller puts it", async () => {
  const mock = createMock(directory);
  const secret = canary.password;
  const places = [
    send("GET /v2/ping", { authorization: `Bearer ${secret}` }),
    send("GET /v2/ping", { cookie: `session=${secret}` }),
    send("GET /v2/ping", { "proxy-authorization": `Basic ${btoa(secret)}` }),
    send(`GET /v2/keyed?api_key=${secret}`),
    send("POST /v2/Services/IS0001/Users", { "content-type": "application/json" }, `"${secret}"`),
  ];
  for (const request of places) await mock(request);
  const recorded = JSON.stringify(mock.requests);
  expect(mock.requests).toHaveLength(places.length);
  expect(recorded).not.toContain(secret);
  expect(recorded).not.toContain(btoa(secret));
});
