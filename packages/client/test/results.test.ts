import { afterEach, describe, expect, test, vi } from "vitest";
import { createFlexClient as createCoreClient } from "../src/core.ts";
import type { WarningSink } from "../src/index.ts";
import {
  addedHeaders,
  createFlexClient,
  stubGlobalTransport,
  unstubGlobalTransport,
} from "./entry.ts";
import { account, channel, found, json, scriptedFetch, sid } from "./scripted-fetch.ts";

afterEach(() => {
  unstubGlobalTransport();
});

describe("a success", () => {
  test("resolves to its data", async () => {
    const flex = createFlexClient({ ...account, fetch: scriptedFetch(found) });
    expect(await flex.fetchChannel(sid)).toEqual(channel);
  });

  test("has its raw side in the safe form", async () => {
    const id = `RQ${"1".repeat(32)}`;
    const fetch = scriptedFetch(json(200, channel, { "Twilio-Request-Id": id, "X-Other": "1" }));
    const result = await createFlexClient({ ...account, fetch }).safe.fetchChannel(sid);
    expect(result).toMatchObject({
      kind: "success",
      status: 200,
      data: channel,
      requestId: id,
      attempts: [{ kind: "success", reason: "200", status: 200 }],
    });
    expect(result.kind === "success" && result.headers.get("x-other")).toBe("1");
    expect(result.elapsedMs).toBeGreaterThanOrEqual(0);
  });

  test("keeps what the document does not know", async () => {
    const fetch = scriptedFetch(json(200, { ...(channel as object), newer: { than: "this" } }));
    const data = await createFlexClient({ ...account, fetch }).fetchChannel(sid);
    expect(data).toMatchObject({ newer: { than: "this" } });
  });
});

describe("a request", () => {
  test("is what the document and the credentials say", async () => {
    const fetch = scriptedFetch(found);
    await createFlexClient({ ...account, fetch, userAgent: "my-app/1.2" }).fetchChannel(sid);
    const [request] = fetch.requests;
    expect(request?.url).toBe(`https://flex-api.twilio.com/v1/Channels/${sid}`);
    expect(request?.init).toMatchObject({ method: "GET", redirect: "manual" });
    expect(request?.init.headers).toEqual({
      ...addedHeaders,
      accept: expect.stringContaining("application/json"),
      authorization: `Basic ${btoa(`${account.accountSid}:${account.authToken}`)}`,
      "user-agent": expect.stringMatching(
        /^flex-channels\/\d+\.\d+\.\d+ \(\w+ \w+\) node\/v\d+\.\d+\.\d+ my-app\/1\.2$/,
      ),
    });
  });

  test("takes the fetch of the moment, so that whoever patches it later still sees it", async () => {
    const flex = createFlexClient(account);
    const fetch = scriptedFetch(found);
    stubGlobalTransport(fetch);
    await flex.fetchChannel(sid);
    expect(fetch.requests).toHaveLength(1);
  });

  test("takes fetch, headers and base URL of the call above those of the client", async () => {
    const unused = scriptedFetch(found);
    const fetch = scriptedFetch(found);
    const flex = createFlexClient({
      ...account,
      fetch: unused,
      baseUrl: "https://one.example",
      headers: { "X-One": "client", "X-Two": "client" },
    });
    await flex.fetchChannel(sid, {
      fetch,
      baseUrl: "https://two.example/api/",
      headers: new Headers({ "x-two": "call" }),
    });
    expect(unused.requests).toHaveLength(0);
    expect(fetch.requests[0]?.url).toBe(`https://two.example/api/v1/Channels/${sid}`);
    expect(fetch.requests[0]?.init.headers).toMatchObject({ "x-one": "client", "x-two": "call" });
  });

  test("of one call leaves the next alone", async () => {
    const fetch = scriptedFetch(found);
    const flex = createFlexClient({ ...account, fetch });
    await flex.fetchChannel(sid, { headers: { "X-Once": "1" }, baseUrl: "https://once.example" });
    await flex.fetchChannel(sid);
    expect(fetch.requests[1]?.url).toMatch(/^https:\/\/flex-api\.twilio\.com\//);
    expect(fetch.requests[1]?.init.headers).not.toHaveProperty("x-once");
  });
});

describe("an answer that violates the document", () => {
  const wrong = json(200, { ...(channel as object), sid: 1 });

  test("is an error by default, which says where and never what", async () => {
    const fetch = scriptedFetch(json(200, { ...(channel as object), sid: "a secret" }));
    const error = await createFlexClient({ ...account, fetch }).safe.fetchChannel(sid);
    expect(error).toMatchObject({
      kind: "contract",
      status: 200,
      issues: [{ path: ["sid"], keyword: "pattern", received: "string of length 8" }],
    });
    expect(Reflect.get(error, "message")).not.toContain("a secret");
  });

  test("is a warning where that is asked for", async () => {
    const onWarning = vi.fn<WarningSink>();
    const options = {
      ...account,
      fetch: scriptedFetch(wrong),
      validation: "warn",
      onWarning,
    } as const;
    expect(await createFlexClient(options).fetchChannel(sid)).toMatchObject({ sid: 1 });
    expect(onWarning.mock.calls).toEqual([
      [
        {
          kind: "contract",
          operationId: "fetchChannel",
          message: expect.stringMatching(
            /violates the document: sid: expected .*, received number/,
          ),
        },
      ],
    ]);
  });

  test("is taken where that is asked for, for the client, a call, or by the core entry", async () => {
    const fetch = scriptedFetch(wrong);
    const off = createFlexClient({ ...account, fetch, validation: "off" });
    expect(await off.fetchChannel(sid)).toMatchObject({ sid: 1 });
    const on = createFlexClient({ ...account, fetch });
    expect(await on.fetchChannel(sid, { validation: "off" })).toMatchObject({ sid: 1 });
    const core = createCoreClient({ ...account, fetch });
    expect(await core.fetchChannel(sid)).toMatchObject({ sid: 1 });
  });

  test("is an error in every mode if it is Twilio's error in disguise", async () => {
    const body = {
      code: 20404,
      message: "not found",
      more_info: "https://www.twilio.com/docs",
      status: 404,
    };
    const flex = createFlexClient({
      ...account,
      fetch: scriptedFetch(json(200, body)),
      validation: "off",
    });
    expect(await flex.safe.fetchChannel(sid)).toMatchObject({
      kind: "contract",
      status: 200,
      code: 20404,
      detail: "not found",
      moreInfo: body.more_info,
    });
  });

  test("is an error in every mode if the document does not know its status", async () => {
    const flex = createFlexClient({
      ...account,
      fetch: scriptedFetch(json(201, channel)),
      validation: "off",
    });
    expect(await flex.safe.fetchChannel(sid)).toMatchObject({ kind: "contract", status: 201 });
  });
});

describe("what a service announces", () => {
  const announced = json(200, channel, {
    Deprecation: "@1767225600",
    Sunset: "Fri, 01 Jan 2027 00:00:00 GMT",
  });

  test("is surfaced once an operation", async () => {
    const onWarning = vi.fn<WarningSink>();
    const flex = createFlexClient({ ...account, fetch: scriptedFetch(announced), onWarning });
    await flex.fetchChannel(sid);
    await flex.fetchChannel(sid);
    expect(onWarning.mock.calls.flat()).toEqual([
      {
        kind: "deprecation",
        operationId: "fetchChannel",
        message: "fetchChannel: the service announces: deprecation @1767225600",
      },
      {
        kind: "sunset",
        operationId: "fetchChannel",
        message: "fetchChannel: the service announces: sunset Fri, 01 Jan 2027 00:00:00 GMT",
      },
    ]);
  });

  test("is a warning of the process by default", async () => {
    const warned = vi.spyOn(process, "emitWarning").mockImplementation(() => undefined);
    await createFlexClient({ ...account, fetch: scriptedFetch(announced) }).fetchChannel(sid);
    expect(warned.mock.calls.map(([message]) => message)).toEqual([
      expect.stringContaining("deprecation"),
      expect.stringContaining("sunset"),
    ]);
    warned.mockRestore();
  });
});
