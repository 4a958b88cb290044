// Prints the User-Agent that the client sends, and answers nothing.
import { createFlexClient } from "@flex-channels/client";

const flex = createFlexClient({
  accountSid: `AC${"a".repeat(32)}`,
  authToken: "rehearsal",
  maxRetries: 0,
  fetch: async (_url, init) => {
    console.log(new Headers(init.headers).get("user-agent"));
    throw new TypeError("not sent");
  },
});
await flex.safe.fetchChannel(`CH${"a".repeat(32)}`);
