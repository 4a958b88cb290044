import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { quietArguments, type Chromium } from "@flex-channels/gear/chromium";
import type { Gear } from "@flex-channels/gear/install-gear";
import type { Browser, Tab } from "./tab.ts";

interface Playwright {
  readonly chromium: {
    launch(options: {
      readonly executablePath: string;
      readonly headless: boolean;
      readonly chromiumSandbox: boolean;
      readonly args: readonly string[];
      readonly env: Readonly<Record<string, string | undefined>>;
    }): Promise<{
      newContext(options: object): Promise<{ newPage(): Promise<Tab> }>;
      close(): Promise<void>;
    }>;
  };
}

/** Starts the machine's Chromium; every tab has a profile of its own, and disposing ends them all. */
export async function openBrowser(
  gear: Gear,
  { path }: Extract<Chromium, { kind: "found" }>,
): Promise<Browser> {
  const address = pathToFileURL(gear.file("playwright-core", "index.mjs")).href;
  const { chromium } = (await import(address)) as Playwright;
  const home = await mkdtemp(join(tmpdir(), "docs-browser-"));
  const browser = await chromium.launch({
    executablePath: path,
    headless: true,
    chromiumSandbox: false,
    args: quietArguments,
    // Chromium writes below HOME; nothing of it is to stay.
    env: { ...process.env, HOME: home },
  });
  return {
    open: async ({ width, colorScheme = "light", scripts = true }) => {
      const viewport = { width, height: 900 };
      const options = { viewport, colorScheme, javaScriptEnabled: scripts };
      const context = await browser.newContext(options);
      return context.newPage();
    },
    [Symbol.asyncDispose]: async () => {
      await browser.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}
