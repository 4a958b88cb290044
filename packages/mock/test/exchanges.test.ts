import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { createMock } from "../src/index.ts";
import { authorization } from "./requests.ts";

/** The exchanges beside the document: the file's name says the operation, its content the rest. */
interface Exchange {
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
}

const spec = dirname(createRequire(import.meta.url).resolve("@flex-channels/spec/package.json"));
const folder = join(spec, "examples");
const rows = readdirSync(folder).map((name) => {
  const exchange: Exchange = JSON.parse(readFileSync(join(folder, name), "utf8"));
  return { name, operationId: name.split(".", 1).join(""), exchange };
});

/** Statuses that a request brings about by itself; the others have to be planned. */
const natural = new Set([200, 401, 404]);

describe("the exchanges beside the document", () => {
  test("are there", () => {
    expect(rows.map(({ name }) => name)).toContain("fetchChannel.200.json");
  });

  test.each(rows)("$name is answered as it is written", async (row) => {
    const { operationId, exchange } = row;
    const { request, response } = exchange;
    const mock = createMock({ requestId: () => response.headers["twilio-request-id"] ?? "" });
    if (!natural.has(response.status)) mock.answerNext(operationId, response.status);

    const headers = {
      ...request.headers,
      ...("authorization" in request.headers ? authorization : {}),
    };
    const answered = await mock(`https://flex-api.twilio.com${request.path}`, {
      method: request.method,
      headers,
    });

    expect(answered.status).toBe(response.status);
    expect(Object.fromEntries(answered.headers)).toMatchObject(response.headers);
    expect(await answered.json()).toEqual(response.body);
  });
});

test("the channel equals the example of Twilio's reference page, value by value", async () => {
  const sid = "CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
  const url = `https://flex-api.twilio.com/v1/Channels/${sid}`;
  const answered = await createMock()(url, { headers: authorization });
  expect(await answered.json()).toEqual({
    sid: "CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    url: "https://flex-api.twilio.com/v1/Channels/CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    task_sid: "WTaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    user_sid: "USaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    account_sid: "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    date_created: "2016-08-01T22:10:40Z",
    date_updated: "2016-08-01T22:10:40Z",
    flex_flow_sid: "FOaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  });
});
