import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import {
  AbortError,
  ArgumentError,
  ConfigurationError,
  ConnectionError,
  ContractError,
  createFlexClient,
  HttpError,
  isFlexError,
  ParseError,
  TimeoutError,
} from "../src/index.ts";
import { account, json, reset, scriptedFetch, sid } from "./scripted-fetch.ts";

const classes = {
  http: HttpError,
  connection: ConnectionError,
  timeout: TimeoutError,
  abort: AbortError,
  parse: ParseError,
  contract: ContractError,
  argument: ArgumentError,
  configuration: ConfigurationError,
};

describe("an error of each kind", () => {
  test.each(Object.entries(classes))(
    "%s can be made by a test with next to nothing",
    (kind, Class) => {
      const error = new Class({ status: 404 });
      expect(error).toBeInstanceOf(Error);
      expect(error).toBeInstanceOf(Class);
      expect(error.name).toBe(Class.name);
      expect(error).toMatchObject({
        kind,
        status: 404,
        attempts: [],
        headers: {},
        issues: [],
        elapsedMs: 0,
        retryable: false,
      });
      expect(isFlexError(error)).toBe(true);
    },
  );

  test("has the cause that it is given, and none otherwise", () => {
    expect(new HttpError({ status: 500, cause: 0 }).cause).toBe(0);
    expect("cause" in new HttpError({ status: 500 })).toBe(false);
  });
});

describe("the guard", () => {
  test("knows one kind from another", () => {
    const error: unknown = new HttpError({ status: 404 });
    expect(isFlexError(error, "http")).toBe(true);
    expect(isFlexError(error, "timeout")).toBe(false);
  });

  test("knows an error of another copy in another realm", () => {
    const foreign: unknown = runInNewContext(
      `Object.defineProperty(Object.assign(new Error("x"), { kind: "http" }), Symbol.for("@flex-channels/client/error"), { value: true })`,
    );
    expect(foreign).not.toBeInstanceOf(Error);
    expect(isFlexError(foreign, "http")).toBe(true);
  });

  test("and instanceof agree about an error of another copy, and about nothing else", () => {
    class OwnError extends HttpError {}
    const brand = Symbol.for("@flex-channels/client/error");
    const foreign = Object.defineProperty(Object.assign(new Error("x"), { kind: "http" }), brand, {
      value: true,
    });
    expect(foreign).toBeInstanceOf(HttpError);
    expect(foreign).not.toBeInstanceOf(TimeoutError);
    expect(foreign).not.toBeInstanceOf(OwnError);
    expect(new OwnError({ status: 404 })).toBeInstanceOf(OwnError);
    expect(new OwnError({ status: 404 })).toBeInstanceOf(HttpError);
    for (const value of [undefined, null, "http", { kind: "http" }]) {
      expect(value).not.toBeInstanceOf(HttpError);
    }
  });

  test.each([
    [undefined],
    [null],
    ["http"],
    [{ kind: "http" }],
    [new Error("http")],
    [Object.create(null)],
  ])("takes %o for none", (value) => {
    expect(isFlexError(value)).toBe(false);
  });
});

describe("the error of a refused request", () => {
  const id = `RQ${"2".repeat(32)}`;
  const body = {
    code: 20404,
    message: "The requested resource was not found",
    more_info: "https://www.twilio.com/docs/errors/20404",
    status: 404,
  };
  const refused = async (): Promise<HttpError> => {
    const fetch = scriptedFetch(json(404, body, { "Twilio-Request-Id": id, "Set-Cookie": "a=b" }));
    const error = await createFlexClient({ ...account, fetch }).safe.fetchChannel(sid);
    if (!isFlexError(error, "http")) throw new Error("expected an HttpError");
    return error;
  };

  test("carries everything that is known", async () => {
    const error = await refused();
    expect(error).toMatchObject({
      name: "HttpError",
      operationId: "fetchChannel",
      method: "GET",
      url: `https://flex-api.twilio.com/v1/Channels/${sid}`,
      status: 404,
      code: 20404,
      detail: body.message,
      moreInfo: body.more_info,
      requestId: id,
      headers: { "content-type": "application/json", "twilio-request-id": id },
      attempts: [{ kind: "http", reason: "404", status: 404 }],
      retryable: false,
      body,
      rawBody: JSON.stringify(body),
    });
    expect(error.message).toBe(
      `GET https://flex-api.twilio.com/v1/Channels/${sid}; HTTP 404; The requested resource was not found; Twilio error 20404`,
    );
  });

  test("shows its fields, and neither body nor cause, as JSON and on the console", async () => {
    const error = await refused();
    const text = JSON.stringify(error);
    expect(JSON.parse(text)).toMatchObject({ name: "HttpError", kind: "http", status: 404 });
    for (const shown of [text, inspect(error), inspect(error, { showHidden: true })]) {
      expect(shown).toContain("20404");
      expect(shown).not.toMatch(/rawBody|more_info|Set-Cookie/i);
    }
  });

  test("has problem details where the server sends them", async () => {
    const problem = {
      type: "about:blank",
      title: "Gone",
      status: 410,
      detail: "It is gone.",
      extra: 1,
      instance: 7,
    };
    const fetch = scriptedFetch(
      () =>
        new Response(JSON.stringify(problem), {
          status: 410,
          headers: { "content-type": "application/problem+json" },
        }),
    );
    const error = await createFlexClient({ ...account, fetch }).safe.fetchChannel(sid);
    expect(error).toMatchObject({ kind: "http", status: 410, detail: "It is gone." });
    expect(error).toHaveProperty("problem", {
      type: "about:blank",
      title: "Gone",
      status: 410,
      detail: "It is gone.",
    });
  });

  test("keeps at most 64 KiB of a body", async () => {
    const fetch = scriptedFetch(() => new Response("x".repeat(100_000), { status: 500 }));
    const error = await createFlexClient({ ...account, fetch, maxRetries: 0 }).safe.fetchChannel(
      sid,
    );
    expect(error).toMatchObject({ kind: "http", rawBody: "x".repeat(65_536) });
  });
});

describe("the stack", () => {
  const flex = createFlexClient({ ...account, fetch: scriptedFetch(reset), maxRetries: 0 });

  async function callerInThisFile(): Promise<unknown> {
    return await flex.fetchChannel(sid);
  }

  test("begins with the caller", async () => {
    const error = await callerInThisFile().catch((thrown: unknown) => thrown);
    const [first, second] = (error as Error).stack?.split("\n") ?? [];
    expect(first).toBe(`ConnectionError: ${(error as Error).message}`);
    expect(second).toMatch(/callerInThisFile .*errors\.test\.ts/);
  });

  test("begins with the caller in the safe form and without await", async () => {
    const result = flex.safe.fetchChannel(sid);
    expect((await result) as Error).toHaveProperty(
      "stack",
      expect.stringMatching(/^.*\n.*errors\.test\.ts/),
    );
  });
});
