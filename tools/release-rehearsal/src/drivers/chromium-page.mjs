// Usage: node chromium-page.mjs <playwright-core> <chromium> <profile directory> <bundle> <mock URL>
// Serves the bundle to a real page, which fetches from the mock across origins; prints the result.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";
import { quietArguments } from "@flex-channels/gear/chromium";

const [playwright, executablePath, profile, bundleFile, mockUrl] = process.argv.slice(2);
const { chromium } = await import(pathToFileURL(playwright).href);

const page = `<!doctype html>
<title>rehearsal</title>
<script type="module">
  import { fetchExample } from "/bundle.js";
  globalThis.outcome = fetchExample(${JSON.stringify(mockUrl)}, { dangerouslyAllowBrowser: true }).then(
    (channel) => ({ channel }),
    (error) => ({ error: String(error?.stack ?? error) }),
  );
</script>`;
const bundle = await readFile(bundleFile);
const server = createServer((request, response) => {
  const isBundle = request.url === "/bundle.js";
  response.writeHead(200, { "content-type": isBundle ? "text/javascript" : "text/html" });
  response.end(isBundle ? bundle : page);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

const context = await chromium.launchPersistentContext(profile, {
  executablePath,
  headless: true,
  chromiumSandbox: false,
  args: quietArguments,
});
try {
  const tab = await context.newPage();
  const problems = [];
  tab.on("console", (message) => problems.push(message.text()));
  tab.on("pageerror", (error) => problems.push(String(error)));
  await tab.goto(`http://127.0.0.1:${server.address().port}/`);
  await tab
    .waitForFunction(() => globalThis.outcome !== undefined, undefined, { timeout: 15_000 })
    .catch(() => {
      throw new Error(`the page ran no program: ${problems.join("; ")}`);
    });
  const { channel, error } = await tab.evaluate(() => globalThis.outcome);
  if (error !== undefined) throw new Error(`${error}\n${problems.join("\n")}`);
  console.log(JSON.stringify(channel));
} finally {
  await context.close();
  server.close();
}
