// What is bundled: runs in Node, in a page and in a worker, so it touches nothing of any of them.
import { createFlexClient } from "@flex-channels/client";

export async function fetchExample(baseUrl, options = {}) {
  const flex = createFlexClient({
    baseUrl,
    accountSid: `AC${"a".repeat(32)}`,
    authToken: "rehearsal",
    ...options,
  });
  return flex.fetchChannel(`CH${"a".repeat(32)}`);
}
