import { describe, expect, test } from "vitest";
import { createMock } from "../src/index.ts";
import { contract, examples } from "./directory-contract.ts";
import { authorization, send } from "./requests.ts";

const json = { ...authorization, "content-type": "application/json; charset=utf-8" };
const users = "/v2/Services/IS0001/Users";

const rows = [
  { name: "a list", given: send(`GET ${users}`), want: [200, { users: [{ sid: "US01" }] }] },
  {
    name: "a path without the server's base path",
    given: send("GET /Services/IS0001/Users/US01"),
    want: [200, { name: "Ada" }],
  },
  { name: "two path parameters", given: send(`GET ${users}/US01`), want: [200, { name: "Ada" }] },
  {
    name: "one of two path parameters differs",
    given: send("GET /v2/Services/IS0002/Users/US01"),
    want: [404, { code: 20404 }],
  },
  {
    name: "a concrete path before a templated one",
    given: send(`GET ${users}/Self`),
    want: [200, { name: "Self" }],
  },
  { name: "a path parameter breaks its pattern", given: send(`GET ${users}/XX1`), want: [404, {}] },
  { name: "a bad escape in the path", given: send(`GET ${users}/%E0%A4`), want: [404, {}] },
  { name: "an escaped slash is no separator", given: send(`GET ${users}%2FUS01`), want: [404, {}] },
  { name: "an unknown path", given: send("GET /v2/Nope"), want: [404, { code: 20404 }] },
  { name: "a wrong method", given: send(`PATCH ${users}`), want: [405, { code: 20004 }] },
  {
    name: "a query parameter above its maximum",
    given: send(`GET ${users}?PageSize=101`),
    want: [400, { code: 20001, message: "Invalid query parameter PageSize: maximum" }],
  },
  {
    name: "a query parameter of the wrong type",
    given: send(`GET ${users}?PageSize=ten`),
    want: [400, { message: "Invalid query parameter PageSize: type" }],
  },
  { name: "a query parameter in range", given: send(`GET ${users}?PageSize=100`), want: [200, {}] },
  {
    name: "an item of an exploded array too long",
    given: send(`GET ${users}?Tag=a&Tag=long`),
    want: [400, { message: "Invalid query parameter Tag: maxLength" }],
  },
  {
    name: "a repeated item of a comma-separated array",
    given: send(`GET ${users}?Ids=1,2,1`),
    want: [400, { message: "Invalid query parameter Ids: uniqueItems" }],
  },
  { name: "valid arrays", given: send(`GET ${users}?Tag=a&Tag=b&Ids=1,2`), want: [200, {}] },
  {
    name: "a header parameter of the wrong format",
    given: send(`GET ${users}`, { ...authorization, "x-trace": "no" }),
    want: [400, { message: "Invalid header parameter X-Trace: format" }],
  },
  {
    name: "a creation",
    given: send(`POST ${users}`, json, `{"name":"Ada"}`),
    want: [201, { sid: "US01" }],
  },
  {
    name: "a creation without a body",
    given: send(`POST ${users}`, json),
    want: [400, { message: "Missing request body" }],
  },
  {
    name: "a creation with another media type",
    given: send(`POST ${users}`, { ...json, "content-type": "text/plain" }, "Ada"),
    want: [415, { code: 20415 }],
  },
  {
    name: "a creation with malformed JSON",
    given: send(`POST ${users}`, json, "{"),
    want: [400, { message: "Malformed JSON body" }],
  },
  { name: "no security", given: send("GET /v2/ping", {}), want: [200, { ok: true }] },
] as const;

describe("a mock of any contract answers", () => {
  test.each(rows)("$name with $want.0", async ({ given, want: [status, body] }) => {
    const answered = await createMock({ contract, examples })(given);
    expect(answered.status).toBe(status);
    expect(await answered.json()).toMatchObject(body);
  });

  test("a deletion with 204 and no content", async () => {
    const answered = await createMock({ contract, examples })(send(`DELETE ${users}/US01`));
    expect(answered.status).toBe(204);
    expect(answered.body).toBeNull();
  });

  test("text as text", async () => {
    const answered = await createMock({ contract, examples })(send("GET /v2/Services/IS0001.csv"));
    expect(answered.headers.get("content-type")).toBe("text/csv");
    expect(await answered.text()).toBe("sid,name\nUS01,Ada\n");
  });

  test("a wrong method with the allowed ones", async () => {
    const answered = await createMock({ contract, examples })(send(`PUT ${users}/US01`));
    expect(answered.headers.get("allow")).toBe("GET, DELETE, HEAD, OPTIONS");
  });

  test("HEAD like GET, without the content", async () => {
    const mock = createMock({ contract, examples, requestId: () => "RQ1" });
    const got = await mock(send(`GET ${users}/US01`));
    const head = await mock(send(`HEAD ${users}/US01`));
    expect(head.status).toBe(200);
    expect([...head.headers]).toEqual([...got.headers]);
    expect(await head.text()).toBe("");
  });

  test("the headers of an example", async () => {
    const answered = await createMock({ contract, examples })(send(`POST ${users}`, json, "{}"));
    expect(answered.headers.get("location")).toBe("/Services/IS0001/Users/US01");
  });

  test("every request with an id of its own", async () => {
    const mock = createMock();
    const ids = [await mock("https://a/"), await mock("https://a/")].map((answered) =>
      answered.headers.get("twilio-request-id"),
    );
    expect(ids).toEqual([`RQ${"0".repeat(31)}1`, `RQ${"0".repeat(31)}2`]);
  });

  test("an aborted request with the reason, as fetch does", async () => {
    const reason = new Error("enough");
    const request = new Request("https://a/", { signal: AbortSignal.abort(reason) });
    await expect(createMock()(request)).rejects.toBe(reason);
  });
});
