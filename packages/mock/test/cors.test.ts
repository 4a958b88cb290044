import { contract } from "@flex-channels/contract";
import { expect, test } from "vitest";
import { createMock } from "../src/index.ts";
import * as directory from "./directory-contract.ts";
import { authorization, send } from "./requests.ts";

const channel = "https://flex-api.twilio.com/v1/Channels/CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
const documented = Object.values(contract.operations)
  .flatMap(({ responses }) => responses["200"]?.headers ?? [])
  .filter((name) => name.startsWith("Access-Control-"));

test("the document names five CORS headers", () => {
  expect(documented).toHaveLength(5);
});

test.each([
  { name: "a success", headers: authorization, want: 200 },
  { name: "an error, so that a page can read it", headers: {}, want: 401 },
])("$name carries the documented CORS headers", async ({ headers, want }) => {
  const answered = await createMock()(channel, { headers });
  expect(answered.status).toBe(want);
  expect(documented.filter((name) => !answered.headers.has(name))).toEqual([]);
});

test("a preflight needs no credentials and allows the methods of the path", async () => {
  const answered = await createMock(directory)(
    send("OPTIONS /v2/Services/IS0001/Users/US01", {
      origin: "https://page.example",
      "access-control-request-method": "DELETE",
      "access-control-request-headers": "authorization, x-own",
    }),
  );
  expect(answered.status).toBe(204);
  expect(Object.fromEntries(answered.headers)).toMatchObject({
    allow: "GET, DELETE, HEAD, OPTIONS",
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, DELETE, HEAD, OPTIONS",
    "access-control-allow-headers": "authorization, x-own",
  });
});

test("an operation without documented CORS headers answers without them", async () => {
  const answered = await createMock(directory)(send("GET /v2/ping"));
  expect([...answered.headers.keys()].filter((name) => name.startsWith("access"))).toEqual([]);
});
