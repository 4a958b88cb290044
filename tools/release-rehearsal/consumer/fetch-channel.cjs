// The same program in CommonJS: Node loads ES modules with `require` since 20.19.
const { createFlexClient } = require("@flex-channels/client");

const flex = createFlexClient({
  baseUrl: process.argv[2],
  accountSid: `AC${"a".repeat(32)}`,
  authToken: "rehearsal",
});
flex.fetchChannel(`CH${"a".repeat(32)}`).then((channel) => console.log(JSON.stringify(channel)));
