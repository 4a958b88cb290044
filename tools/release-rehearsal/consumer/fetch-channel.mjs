// Takes a base URL, fetches the reference example, prints it.
import { createFlexClient } from "@flex-channels/client";

const flex = createFlexClient({
  baseUrl: process.argv[2],
  accountSid: `AC${"a".repeat(32)}`,
  authToken: "rehearsal",
});
console.log(JSON.stringify(await flex.fetchChannel(`CH${"a".repeat(32)}`)));
