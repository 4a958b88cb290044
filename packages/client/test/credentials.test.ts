import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ConfigurationError } from "../src/index.ts";
import type { FlexClientOptions } from "../src/index.ts";
import { createFlexClient } from "./entry.ts";
import { account, found, json, scriptedFetch, sid } from "./scripted-fetch.ts";

const accountSid = `AC${"0".repeat(32)}`;
const apiKey = `SK${"1".repeat(32)}`;
const names = ["ACCOUNT_SID", "AUTH_TOKEN", "API_KEY", "API_SECRET", "REGION", "EDGE"];

beforeEach(() => {
  for (const name of names) vi.stubEnv(`TWILIO_${name}`, undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

/** The `Authorization` of a request, its Basic credentials decoded as UTF-8. */
async function sentBy(options: FlexClientOptions): Promise<string | undefined> {
  const fetch = scriptedFetch(found);
  await createFlexClient({ ...options, fetch }).fetchChannel(sid);
  return fetch.requests[0]?.init.headers["authorization"]?.replace(
    /^Basic (.*)/,
    (_, encoded: string) => Buffer.from(encoded, "base64").toString("utf8"),
  );
}

const environment = { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: "from-env" };
const keyEnvironment = { TWILIO_API_KEY: apiKey, TWILIO_API_SECRET: "key-from-env" };

describe("credentials are", () => {
  test.each([
    {
      name: "account SID and auth token",
      given: { accountSid, authToken: "a" },
      want: `${accountSid}:a`,
    },
    { name: "API key and secret", given: { apiKey, apiSecret: "b" }, want: `${apiKey}:b` },
    {
      name: "API key and secret with account SID",
      given: { accountSid, apiKey, apiSecret: "b" },
      want: `${apiKey}:b`,
    },
    { name: "a bearer token", given: { token: "abc.def-_~+/=" }, want: "Bearer abc.def-_~+/=" },
    {
      name: "a secret of UTF-8",
      given: { accountSid, authToken: "pässwörd→😀" },
      want: `${accountSid}:pässwörd→😀`,
    },
    {
      name: "a secret with colons",
      given: { accountSid, authToken: "a:b:" },
      want: `${accountSid}:a:b:`,
    },
    {
      name: "the environment's auth token",
      given: {},
      env: environment,
      want: `${accountSid}:from-env`,
    },
    {
      name: "the environment's API key",
      given: {},
      env: keyEnvironment,
      want: `${apiKey}:key-from-env`,
    },
    {
      name: "the environment's API key before its auth token",
      given: {},
      env: { ...environment, ...keyEnvironment },
      want: `${apiKey}:key-from-env`,
    },
    {
      name: "the given ones before the environment's",
      given: { accountSid, authToken: "a" },
      env: { ...environment, ...keyEnvironment },
      want: `${accountSid}:a`,
    },
    {
      name: "a given auth token for the environment's account",
      given: { authToken: "a" },
      env: environment,
      want: `${accountSid}:a`,
    },
    {
      name: "a given bearer token before the environment",
      given: { token: "t" },
      env: environment,
      want: "Bearer t",
    },
    { name: "a provider's", given: { credentials: () => ({ token: "t" }) }, want: "Bearer t" },
  ])("$name", async ({ given, env = {}, want }) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    expect(await sentBy(given)).toBe(want);
  });

  test.each<{ name: string; given: FlexClientOptions; env?: Record<string, string>; want: RegExp }>(
    [
      { name: "there are none", given: {}, want: /TWILIO_ACCOUNT_SID.*TWILIO_AUTH_TOKEN/ },
      {
        name: "the environment has an account SID and nothing else",
        given: {},
        env: { TWILIO_ACCOUNT_SID: accountSid },
        want: /received TWILIO_ACCOUNT_SID$/,
      },
      {
        name: "the environment has an API secret and nothing else",
        given: { accountSid },
        env: { TWILIO_API_SECRET: "b" },
        want: /received accountSid, TWILIO_API_SECRET$/,
      },
      { name: "the auth token is missing", given: { accountSid }, want: /TWILIO_AUTH_TOKEN/ },
      {
        name: "the account SID is missing",
        given: { authToken: "a" },
        want: /accountSid: expected AC/,
      },
      { name: "the API secret is missing", given: { apiKey }, want: /apiSecret: expected/ },
      {
        name: "the API secret is missing from the environment",
        given: {},
        env: { TWILIO_API_KEY: apiKey },
        want: /apiSecret/,
      },
      {
        name: "there are two kinds",
        given: { accountSid, authToken: "a", token: "t" },
        want: /expected one of/,
      },
      {
        name: "auth token and API key are both given",
        given: { accountSid, authToken: "a", apiKey, apiSecret: "b" },
        want: /expected one of/,
      },
      {
        name: "an API key stands for the account SID",
        given: { accountSid: apiKey, authToken: "a" },
        want: /accountSid: expected AC/,
      },
      {
        name: "a secret has a line feed",
        given: { accountSid, authToken: "a\n" },
        want: /authToken: expected/,
      },
      {
        name: "a secret is empty",
        given: { accountSid, authToken: "" },
        want: /authToken: expected/,
      },
      { name: "a bearer token has white space", given: { token: "a b" }, want: /token: expected/ },
    ],
  )("refused if $name", ({ given, env = {}, want }) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    expect(() => createFlexClient(given)).toThrow(ConfigurationError);
    expect(() => createFlexClient(given)).toThrow(want);
  });

  test("nowhere to be seen on a client", () => {
    const flex = createFlexClient(account);
    const encoded = btoa(`${account.accountSid}:${account.authToken}`);
    for (const shown of [
      inspect(flex, { showHidden: true, depth: Infinity }),
      JSON.stringify(flex),
    ]) {
      expect(shown).not.toContain(account.authToken);
      expect(shown).not.toContain(encoded);
    }
  });
});

describe("a provider", () => {
  const fresh = (): {
    readonly calls: () => number;
    readonly credentials: () => Promise<{ token: string }>;
  } => {
    let calls = 0;
    return { calls: () => calls, credentials: async () => ({ token: `t${++calls}` }) };
  };

  test("is asked once for many callers, and its answer is kept", async () => {
    const { calls, credentials } = fresh();
    const fetch = scriptedFetch(found);
    const flex = createFlexClient({ credentials, fetch });
    await Promise.all(Array.from({ length: 9 }, () => flex.fetchChannel(sid)));
    await flex.fetchChannel(sid);
    expect(calls()).toBe(1);
  });

  test("is asked again after a 401, once for many callers, and they succeed", async () => {
    const { calls, credentials } = fresh();
    const seen: (string | undefined)[] = [];
    const flex = createFlexClient({
      credentials,
      fetch: async (_url, { headers }) => {
        seen.push(headers["authorization"]);
        return headers["authorization"] === "Bearer t1" ? json(401, {})() : found();
      },
      maxRetries: 0,
    });
    await Promise.all([flex.fetchChannel(sid), flex.fetchChannel(sid), flex.fetchChannel(sid)]);
    expect(calls()).toBe(2);
    for (const token of ["Bearer t1", "Bearer t2"]) {
      expect(seen.filter((one) => one === token)).toHaveLength(3);
    }
  });

  test("is asked again only once a call", async () => {
    const { calls, credentials } = fresh();
    const flex = createFlexClient({ credentials, fetch: scriptedFetch(json(401, {})) });
    expect(await flex.safe.fetchChannel(sid)).toMatchObject({ kind: "http", status: 401 });
    expect(calls()).toBe(2);
  });

  test("that fails fails its callers, and is asked again by the next", async () => {
    const credentials = vi
      .fn<() => Promise<{ token: string }>>()
      .mockRejectedValueOnce(new Error("no token today"))
      .mockResolvedValue({ token: "t" });
    const flex = createFlexClient({ credentials, fetch: scriptedFetch(found) });
    expect(await flex.safe.fetchChannel(sid)).toMatchObject({
      kind: "configuration",
      cause: new Error("no token today"),
    });
    expect(await flex.safe.fetchChannel(sid)).toMatchObject({ kind: "success" });
  });

  test("that never answers cannot hang a call", async () => {
    const credentials = (): Promise<never> => new Promise(() => undefined);
    const flex = createFlexClient({
      credentials,
      fetch: scriptedFetch(found),
      timeoutMs: 1,
      maxRetries: 0,
    });
    expect(await flex.safe.fetchChannel(sid)).toMatchObject({ kind: "timeout" });
  });
});

describe("a browser", () => {
  const userAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";

  test("is refused with a secret, with the reason and the way out", () => {
    vi.stubGlobal("navigator", { userAgent });
    expect(() => createFlexClient(account)).toThrow(
      /whoever opens the page can read.*dangerouslyAllowBrowser/s,
    );
  });

  test("is allowed deliberately, and then does not try to name itself", async () => {
    vi.stubGlobal("navigator", { userAgent });
    const fetch = scriptedFetch(found);
    await createFlexClient({ ...account, fetch, dangerouslyAllowBrowser: true }).fetchChannel(sid);
    expect(fetch.requests[0]?.init.headers).not.toHaveProperty("user-agent");
  });

  test.each(["Node.js/24", "Deno/2.9.6", "Bun/1.4.5", "Cloudflare-Workers", undefined])(
    "is not what calls itself %s",
    (name) => {
      vi.stubGlobal("navigator", { userAgent: name });
      expect(() => createFlexClient(account)).not.toThrow();
    },
  );
});

describe("region and edge", () => {
  test.each([
    { name: "of the environment", given: {}, want: "https://flex-api.dublin.ie1.twilio.com/" },
    {
      name: "given, above the environment",
      given: { region: "au1", edge: "sydney" },
      want: "https://flex-api.sydney.au1.twilio.com/",
    },
    {
      name: "are nothing to a base URL",
      given: { baseUrl: "https://flex.example", region: "au1" },
      want: "https://flex.example/",
    },
  ])("$name", async ({ given, want }) => {
    vi.stubEnv("TWILIO_REGION", "ie1");
    vi.stubEnv("TWILIO_EDGE", "dublin");
    const fetch = scriptedFetch(found);
    await createFlexClient({ ...account, ...given, fetch }).fetchChannel(sid);
    expect(fetch.requests[0]?.url.startsWith(want)).toBe(true);
  });
});
