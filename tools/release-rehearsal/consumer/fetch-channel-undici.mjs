// Takes a base URL, fetches the reference example through undici, prints it.
// With "after-fetch", Node's own fetch has made the global dispatcher before undici is loaded.
const [baseUrl, when] = process.argv.slice(2);
if (when === "after-fetch") await (await fetch(baseUrl)).arrayBuffer();

const { createFlexClient } = await import("@flex-channels/client/undici");
const flex = createFlexClient({
  baseUrl,
  accountSid: `AC${"a".repeat(32)}`,
  authToken: "rehearsal",
});
console.log(JSON.stringify(await flex.fetchChannel(`CH${"a".repeat(32)}`)));
