import { describe, expect, test } from "vitest";
import { createMock, isMockError } from "../src/index.ts";
import { createMockState } from "../src/mock-state.ts";
import { contract, examples } from "./directory-contract.ts";
import { send } from "./requests.ts";

const eva = { sid: "US02", service_sid: "IS0001", name: "Eva" };
const line = "GET /v2/Services/IS0001/Users/US02";
const adaLine = "GET /v2/Services/IS0001/Users/US01";

describe("seeds", () => {
  test("replace the document's example", async () => {
    const mock = createMock({ contract, examples, seed: { fetchUser: [eva] } });
    expect(await (await mock(send(line))).json()).toEqual(eva);
    expect((await mock(send(adaLine))).status).toBe(404);
  });

  test("can be added later, and are copied", async () => {
    const mock = createMock({ contract, examples });
    const own = { ...eva };
    mock.seed({ fetchUser: [own] });
    own.name = "changed";
    expect(await (await mock(send(line))).json()).toEqual(eva);
  });

  test("can be computed from the path parameters", async () => {
    const fetchUser = ({ Sid }: Readonly<Record<string, string>>): unknown =>
      Sid === "US02" ? { ...eva, name: Sid } : undefined;
    const mock = createMock({ contract, examples, seed: { fetchUser } });
    expect(await (await mock(send(line))).json()).toEqual({ ...eva, name: "US02" });
    expect((await mock(send(adaLine))).status).toBe(404);
  });

  test("with a null property are found whatever the path says", async () => {
    const unnamed = { ...eva, sid: null };
    const mock = createMock({ contract, examples, seed: { fetchUser: [unnamed] } });
    expect(await (await mock(send(adaLine))).json()).toEqual(unnamed);
  });

  test("of an unknown operation are refused, with the known ones named", () => {
    expect(() => createMock({ seed: { fetchChanel: [] } })).toThrow(
      'The contract has no operation "fetchChanel". It has: fetchChannel.',
    );
  });
});

describe("planned answers", () => {
  test("are given once each, in order, with their examples", async () => {
    const mock = createMock({ contract, examples });
    mock.answerNext("createUser", 409, 503);
    const post = (): Promise<Response> =>
      mock(
        send(
          "POST /v2/Services/IS0001/Users",
          { authorization: "Bearer t", "content-type": "application/json" },
          "{}",
        ),
      );
    const answers = [await post(), await post(), await post()];
    expect(answers.map(({ status }) => status)).toEqual([409, 503, 201]);
    expect(answers[0]?.headers.get("content-type")).toBe("application/problem+json");
    expect(await answers[1]?.json()).toEqual({ code: 1, message: "Failed" });
  });

  test("are not used up by a request that is refused earlier", async () => {
    const mock = createMock();
    mock.answerNext("fetchChannel", 404);
    const url = "https://a/v1/Channels/CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    expect((await mock(url)).status).toBe(401);
    expect((await mock(url, { headers: { authorization: "Basic eA==" } })).status).toBe(401);
    const headers = { authorization: `Basic ${btoa(`AC${"a".repeat(32)}:x`)}` };
    expect((await mock(url, { headers })).status).toBe(404);
    expect((await mock(url, { headers })).status).toBe(200);
  });

  test("that the document does not have are refused", () => {
    const mock = createMock({ contract, examples });
    let error: unknown;
    try {
      mock.answerNext("fetchUser", 418);
    } catch (thrown) {
      error = thrown;
    }
    expect(isMockError(error)).toBe(true);
    expect(error).toMatchObject({
      code: "unknown-status",
      message: expect.stringContaining("fetchUser documents no status 418. Documented: 200."),
    });
  });
});

test("the request log keeps the last 10,000", () => {
  const state = createMockState(contract, examples, {});
  for (let number = 1; number <= 10_002; number += 1) {
    state.record({
      method: "GET",
      path: `/${number}`,
      pathParameters: {},
      query: [],
      headers: {},
      status: 200,
      requestId: "RQ1",
    });
  }
  const { requests } = state.controls;
  expect([requests.length, requests[0]?.path]).toEqual([10_000, "/3"]);
});

test("reset goes back to the options", async () => {
  const mock = createMock({ contract, examples });
  mock.seed({ fetchUser: [eva] });
  mock.answerNext("createUser", 409);
  await mock(send(line));
  mock.reset();
  expect(mock.requests).toEqual([]);
  const answered = await mock(send(adaLine));
  expect(answered.status).toBe(200);
  expect(answered.headers.get("twilio-request-id")).toBe(`RQ${"0".repeat(31)}1`);
});
