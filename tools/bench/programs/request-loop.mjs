// Usage: node request-loop.mjs <library> <base URL> <concurrency> <requests>
// Lies in the project that has the library. Warms up, then fetches the channel again and again; prints CPU and wall time per request.
const [library, baseUrl, concurrency, requests] = process.argv.slice(2);

const channel = `CH${"a".repeat(32)}`;
const accountSid = `AC${"a".repeat(32)}`;
const authToken = "bench";
const authorization = `Basic ${btoa(`${accountSid}:${authToken}`)}`;
const address = `${baseUrl}/v1/Channels/${channel}`;

/** Each returns a function that fetches the channel once and resolves to its data. */
const libraries = {
  async fetch() {
    return async () => {
      const response = await fetch(address, { headers: { authorization } });
      return response.json();
    };
  },
  // What any client needs that cannot hang: a signal, a timer that is cleared, redirects by hand.
  async "fetch, timed"() {
    return async () => {
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort(), 10_000);
      try {
        const { signal } = controller;
        const init = { headers: { authorization }, redirect: "manual", signal };
        const response = await fetch(address, init);
        return await response.json();
      } finally {
        clearTimeout(timer);
      }
    };
  },
  async client() {
    const { createFlexClient } = await import("@flex-channels/client");
    const flex = createFlexClient({ baseUrl, accountSid, authToken });
    return () => flex.fetchChannel(channel);
  },
  async "client/core"() {
    const { createFlexClient } = await import("@flex-channels/client/core");
    const flex = createFlexClient({ baseUrl, accountSid, authToken });
    return () => flex.fetchChannel(channel);
  },
  async "client/undici"() {
    const { createFlexClient } = await import("@flex-channels/client/undici");
    const flex = createFlexClient({ baseUrl, accountSid, authToken });
    return () => flex.fetchChannel(channel);
  },
  async undici() {
    const { request } = await import("undici");
    return async () => {
      const { body } = await request(address, { headers: { authorization } });
      return body.json();
    };
  },
  async "openapi-fetch"() {
    const { default: createClient } = await import("openapi-fetch");
    const client = createClient({ baseUrl, headers: { authorization } });
    return async () => {
      const { data } = await client.GET("/v1/Channels/{Sid}", {
        params: { path: { Sid: channel } },
      });
      return data;
    };
  },
  async ky() {
    const { default: ky } = await import("ky");
    return () => ky(address, { headers: { authorization } }).json();
  },
  async axios() {
    const { default: axios } = await import("axios");
    return async () => (await axios.get(address, { headers: { authorization } })).data;
  },
};

async function fetchMany(send, count) {
  let left = count;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const data = await send();
      if (data?.sid !== channel) throw new Error(`${library} returned something else`);
    }
  };
  await Promise.all(Array.from({ length: Number(concurrency) }, worker));
}

const send = await libraries[library]();
const count = Number(requests);
await fetchMany(send, count);

const started = performance.now();
const before = process.cpuUsage();
await fetchMany(send, count);
const { user, system } = process.cpuUsage(before);
const wallUs = (performance.now() - started) * 1000;
console.log(JSON.stringify({ cpu: (user + system) / count, wall: wallUs / count }));
process.exit();
