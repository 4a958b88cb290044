import * as undici8 from "undici";
import * as undici7 from "undici-7";
import { afterEach, describe, expect, test } from "vitest";
import { createFlexClient } from "../../src/undici.ts";
import type { DispatcherLike, FlexClientOptions } from "../../src/undici.ts";
import { sends } from "../faults/behaviours.ts";
import { channel, channelText, SID } from "../faults/channel.ts";
import { indiscretions } from "../faults/complaints.ts";
import { startFaultServer } from "../faults/fault-server.ts";
import { jsonAnswer } from "../faults/http-message.ts";
import { account, found, scriptedFetch, sid } from "../scripted-fetch.ts";
import { startProxy } from "./proxy.ts";
import { scriptedDispatcher } from "./scripted-dispatcher.ts";

const { getGlobalDispatcher, setGlobalDispatcher } = undici8;
const own = getGlobalDispatcher();

afterEach(() => {
  setGlobalDispatcher(own);
});

describe("requests go", () => {
  test("through the global dispatcher of the moment", async () => {
    const flex = createFlexClient(account);
    const fetch = scriptedFetch(found);
    setGlobalDispatcher(scriptedDispatcher(fetch));
    await flex.fetchChannel(sid);
    expect(fetch.requests).toHaveLength(1);
  });

  test("through the given dispatcher instead", async () => {
    const unused = scriptedFetch(found);
    const fetch = scriptedFetch(found);
    setGlobalDispatcher(scriptedDispatcher(unused));
    await createFlexClient({ ...account, dispatcher: scriptedDispatcher(fetch) }).fetchChannel(sid);
    expect([unused.requests.length, fetch.requests.length]).toEqual([0, 1]);
  });

  test("through a fetch instead, of the client or of a call", async () => {
    const unused = scriptedFetch(found);
    const dispatcher = scriptedDispatcher(unused);
    const fetch = scriptedFetch(found);
    await createFlexClient({ ...account, dispatcher, fetch }).fetchChannel(sid);
    await createFlexClient({ ...account, dispatcher }).fetchChannel(sid, { fetch });
    expect([unused.requests.length, fetch.requests.length]).toEqual([0, 2]);
  });

  test.each<{ readonly name: string; readonly given: FlexClientOptions; readonly want: string }>([
    { name: "over https", given: {}, want: "br, gzip, deflate" },
    { name: "over http", given: { baseUrl: "http://localhost" }, want: "gzip, deflate" },
    { name: "as told", given: { headers: { "Accept-Encoding": "identity" } }, want: "identity" },
  ])("with the codings that fetch announces $name", async ({ given, want }) => {
    const fetch = scriptedFetch(found);
    const dispatcher = scriptedDispatcher(fetch);
    await createFlexClient({ ...account, dispatcher, ...given }).fetchChannel(sid);
    expect(fetch.requests[0]?.init.headers).toMatchObject({ "accept-encoding": want });
  });
});

describe("no dispatcher is", () => {
  test.each([5, "agent", {}, null, { dispatch: 1 }])("%j", (given) => {
    const create = (): unknown =>
      Reflect.apply(createFlexClient, undefined, [{ ...account, dispatcher: given }]);
    expect(create).toThrow(/dispatcher: expected a dispatcher of undici/);
  });
});

describe.each([
  { name: "undici 8", undici: undici8 },
  { name: "undici 7", undici: undici7 as unknown as typeof undici8 },
])("of $name", ({ undici }) => {
  const { Agent, Client, MockAgent, Pool, ProxyAgent, RetryAgent, interceptors } = undici;
  const dispatchers: readonly {
    readonly name: string;
    readonly create: (origin: string) => DispatcherLike & { destroy(): Promise<void> };
  }[] = [
    { name: "an agent", create: () => new Agent() },
    { name: "an agent of one connection", create: () => new Agent({ connections: 1 }) },
    { name: "a client", create: (origin) => new Client(origin) },
    { name: "a pool", create: (origin) => new Pool(origin) },
    { name: "an agent that repeats requests", create: () => new RetryAgent(new Agent()) },
    {
      name: "an agent with interceptors",
      create: () =>
        new Agent().compose(
          interceptors.redirect({ maxRedirections: 1 }),
          interceptors.retry({ maxRetries: 1 }),
          interceptors.dns(),
        ),
    },
  ];

  test.each(dispatchers)("$name sends, and keeps its connection", async ({ create }) => {
    const server = await startFaultServer(sends(jsonAnswer(200, channel)), "");
    const dispatcher = create(server.origin);
    const flex = createFlexClient({ ...account, baseUrl: server.origin, dispatcher });
    for (let call = 0; call < 3; call += 1) {
      expect(await flex.fetchChannel(SID)).toEqual(channel);
      // Only then has undici taken the connection back, to use it again.
      await new Promise((resolve) => setImmediate(resolve));
    }
    const connections = server.connectionCount();
    await dispatcher.destroy();
    await server.close();
    expect(connections).toBe(1);
  });

  test("a mock answers", async () => {
    const agent = new MockAgent();
    agent.disableNetConnect();
    const baseUrl = "https://flex.example";
    const headers = { "content-type": "application/json" };
    agent
      .get(baseUrl)
      .intercept({ path: `/v1/Channels/${SID}` })
      .reply(200, channelText, { headers });
    const flex = createFlexClient({ ...account, baseUrl, dispatcher: agent, maxRetries: 0 });
    expect(await flex.fetchChannel(SID)).toEqual(channel);
    expect(await flex.safe.fetchChannel(SID)).toMatchObject({ kind: "connection" });
    await agent.close();
  });

  test("a proxy tunnels", async () => {
    await using proxy = await startProxy(200);
    const server = await startFaultServer(sends(jsonAnswer(200, channel)), "");
    const dispatcher = new ProxyAgent({ uri: proxy.url, proxyTunnel: true });
    const flex = createFlexClient({ ...account, baseUrl: server.origin, dispatcher });
    expect(await flex.fetchChannel(SID)).toEqual(channel);
    await dispatcher.destroy();
    await server.close();
    expect(proxy.requests).toEqual([expect.stringMatching(/^CONNECT 127\.0\.0\.1:\d+ HTTP/)]);
    // What is for the other end goes through the tunnel.
    expect(proxy.requests.join()).not.toMatch(/^authorization:/im);
  });

  test.each([407, 502])("a proxy that answers %i is a connection error", async (status) => {
    await using proxy = await startProxy(status);
    const dispatcher = new ProxyAgent({ uri: proxy.url, proxyTunnel: true });
    const baseUrl = "https://flex.example";
    const flex = createFlexClient({ ...account, baseUrl, dispatcher, maxRetries: 0 });
    const result = await flex.safe.fetchChannel(SID);
    await dispatcher.destroy();
    expect(result).toMatchObject({ kind: "connection" });
    expect(result).not.toHaveProperty("status");
    expect(indiscretions(result)).toEqual([]);
  });

  test("a dispatcher that is closed is a connection error", async () => {
    const dispatcher = new Agent();
    await dispatcher.close();
    const flex = createFlexClient({ ...account, dispatcher, maxRetries: 0 });
    expect(await flex.safe.fetchChannel(SID)).toMatchObject({
      kind: "connection",
      attempts: [{ reason: expect.stringMatching(/^UND_ERR_(CLOSED|DESTROYED)$/) }],
    });
  });
});
