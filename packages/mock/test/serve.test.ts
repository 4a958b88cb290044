import { request } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { createMock, serve } from "../src/index.ts";
import type { ServedMock } from "../src/index.ts";
import { failConnection, truncatedBody } from "../src/testing.ts";
import * as directory from "./directory-contract.ts";
import { authorization } from "./requests.ts";

const open: ServedMock[] = [];

async function listen(...given: Parameters<typeof serve>): Promise<ServedMock> {
  const served = await serve(...given);
  open.push(served);
  return served;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((served) => served.close()));
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

interface Line {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

function overHttp(base: string, { method, path, headers, body }: Line): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`${base}${path}`, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const { date: _date, connection: _connection, ...answered } = response.headers;
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: answered, body: text });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const users = "/v2/Services/IS0001/Users";
const json = { ...authorization, "content-type": "application/json" };
const lines: readonly Line[] = [
  { method: "GET", path: `${users}/US01`, headers: authorization },
  { method: "GET", path: `${users}/US01`, headers: {} },
  { method: "GET", path: `${users}/US09`, headers: authorization },
  { method: "GET", path: `${users}?PageSize=0&Tag=%C3%A4`, headers: authorization },
  { method: "HEAD", path: `${users}/US01`, headers: authorization },
  { method: "DELETE", path: `${users}/US01`, headers: authorization },
  { method: "OPTIONS", path: `${users}/US01`, headers: {} },
  { method: "PUT", path: users, headers: authorization },
  { method: "POST", path: users, headers: json, body: `{"name":"Ä"}` },
  { method: "POST", path: users, headers: json },
  { method: "GET", path: "/nope", headers: authorization },
];

describe("a served mock", () => {
  test.each(lines)("answers $method $path over HTTP as in process", async (line) => {
    const mock = createMock({ ...directory, requestId: () => "RQ1" });
    const { url } = await listen(mock);
    const { method, path, headers, body } = line;
    const inProcess = await mock(`${url}${path}`, { method, headers, ...(body && { body }) });
    expect(await overHttp(url, line)).toEqual({
      status: inProcess.status,
      headers: Object.fromEntries(inProcess.headers),
      body: await inProcess.text(),
    });
  });

  test("listens on loopback, on a port the system chose", async () => {
    const { url } = await listen(createMock());
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
  });

  test("refuses a port in use, and says what to do", async () => {
    const { url } = await listen(createMock());
    const port = Number(new URL(url).port);
    await expect(serve(createMock(), { port })).rejects.toMatchObject({
      name: "MockError",
      code: "port-in-use",
      message: `Port ${port} on 127.0.0.1 is in use. Give another, or 0 for any free one.`,
    });
  });

  test("refuses an address that is not this machine's", async () => {
    await expect(serve(createMock(), { hostname: "192.0.2.1" })).rejects.toMatchObject({
      code: "cannot-listen",
    });
  });

  test.each([
    { name: "fails the connection", fault: failConnection() },
    { name: "breaks off in the body", fault: truncatedBody({ afterBytes: 5 }) },
  ])("of a handler that $name closes the socket", async ({ fault }) => {
    const { url } = await listen(fault(createMock(directory)));
    const line = { method: "GET", path: "/v2/ping", headers: {} };
    await expect(overHttp(url, line)).rejects.toMatchObject({ code: "ECONNRESET" });
  });

  test("frees its port when closed, whatever connections are open", async () => {
    const served = await listen(createMock());
    const port = Number(new URL(served.url).port);
    await (await fetch(served.url)).text(); // leaves a keep-alive connection
    await served.close();
    const again = await listen(createMock(), { port });
    expect(again.url).toBe(served.url);
  });
});
