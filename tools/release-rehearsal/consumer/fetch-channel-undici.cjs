// The same program in CommonJS.
const { createFlexClient } = require("@flex-channels/client/undici");

const flex = createFlexClient({
  baseUrl: process.argv[2],
  accountSid: `AC${"a".repeat(32)}`,
  authToken: "rehearsal",
});
flex.fetchChannel(`CH${"a".repeat(32)}`).then((channel) => console.log(JSON.stringify(channel)));
