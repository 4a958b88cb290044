import type { Tab } from "./tab.ts";

/** What a page asks for elsewhere, and what the browser complains of; asked at the end. */
export function listen(tab: Tab, address: string): () => readonly string[] {
  const problems: string[] = [];
  const origin = address.startsWith("file:") ? "file:" : new URL(address).origin;
  tab.on("request", (request) => {
    if (!request.url().startsWith(origin)) problems.push(`asked for ${request.url()}`);
  });
  tab.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  tab.on("pageerror", (error) => problems.push(String(error)));
  tab.on("dialog", () => problems.push("opened a dialog"));
  return () => problems;
}
